"""The baked pages: lists, profiles, what was removed, and nothing unescaped."""

import json
import re
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from commonwire.base.remember import remembering
from commonwire.newswire.hide import hide
from commonwire.newswire.withdraw_submission import withdraw_submission
from commonwire.organisations.affiliate import affiliate
from commonwire.organisations.change_organisation import change_organisation
from commonwire.organisations.confirm_website import confirm_website
from commonwire.organisations.merge_organisations import merge_organisations
from commonwire.organisations.models import Organisation
from commonwire.organisations.note_call import note_call
from commonwire.organisations.state_size import state_size
from commonwire.organisations.statements import statement_of
from commonwire.press.bake import bake, printed_for, rendered, shelf
from commonwire.press.printing import REGISTRY, Page
from commonwire.press.slots import FILLERS, Fragment
from tests import make
from tests.organisations.test_signatures import KEY, line
from tests.organisations.words import organisation

pytestmark = pytest.mark.django_db


def page(path: str) -> str:
    return (shelf().read(path) or b"").decode()


def gone(path: str) -> bytes:
    found = shelf().find(path)
    assert found is not None
    assert found.status == 410
    return found.file.read_bytes()


def council() -> Organisation:
    top = organisation("National Federation")
    made = organisation(
        "Coast Labor Council", short_name="CLC", kind="federation", umbrella=top, place="Port Ellery", area="seven counties"
    )
    organisation("Local 88 bus drivers", kind="union", umbrella=made)
    state_size(organisation=made, wording="over 80,000", source="https://coast.example.org/release#p3", stated=date(2026, 1, 16))
    state_size(organisation=made, of="affiliates", wording="175+", source="its release")
    return made


def test_a_profile_says_who_whom_and_how_many() -> None:
    made = council()
    make.settled()
    html = page(made.path)
    for words in (
        "Coast Labor Council",
        "CLC",
        "seven counties",
        "National Federation",
        "Local 88 bus drivers",
        "over 80,000",
        "175+",
        "its release",
    ):
        assert words in html, words
    assert 'href="https://coast.example.org/release#p3" rel="nofollow' in html
    assert "Nobody has proven it" in html
    assert "1 body states no size" in html
    assert page(f"/es{made.path}")


def test_it_is_an_organization_for_machines() -> None:
    made = council()
    make.settled()
    data = json.loads(re.findall(r'<script type="application/ld\+json">(.*?)</script>', page(made.path))[0])
    address = "https://wire.example.org/organisations"
    assert data["@type"] == "Organization"
    assert data["@id"] == f"{address}/clc/#organisation"
    assert data["parentOrganization"]["@id"] == f"{address}/national-federation/#organisation"
    assert [each["name"] for each in data["subOrganization"]] == ["Local 88 bus drivers"]


def test_a_change_reaches_the_pages_above_and_below() -> None:
    made = council()
    make.settled()
    change_organisation(organisation=made, name="Shore Labor Council", short_name="Shore")
    make.settled()
    for path in ("/organisations/national-federation/", "/organisations/local-88-bus-drivers/", "/organisations/", "/organisations/tree/"):
        assert "Shore" in page(path), path
    affiliate(organisation=made, umbrella=None)
    make.settled()
    assert "Shore" not in page("/organisations/national-federation/")


def test_lists_by_kind_by_place_and_as_a_tree() -> None:
    council()
    make.settled()
    assert page("/organisations/").index("federation or council of unions") > 0
    assert "Port Ellery" in page("/organisations/places/")
    assert "No place named" in page("/organisations/places/")
    tree = page("/organisations/tree/")
    assert tree.index("National Federation") < tree.index("Coast Labor Council") < tree.index("Local 88 bus drivers")
    assert "Sindicato" not in tree


def test_an_empty_list_says_so() -> None:
    bake(["organisations"])
    for path in ("/organisations/", "/organisations/places/", "/organisations/tree/"):
        assert "Add the first one" in page(path), path


def test_a_held_profile_stands_nowhere() -> None:
    held = organisation("Held body", held=True)
    make.settled()
    bake([held.key, "organisations"])
    assert page(held.path) == ""
    assert "Held body" not in page("/organisations/")
    assert held.key not in REGISTRY.everything()


def test_what_was_removed_says_so_and_nothing_more() -> None:
    made, other = council(), organisation("Mill Ward Tenants")
    make.settled()
    hide(submission=made, paragraph=make.paragraph(), sentence="No such body.", by="member:1")
    withdraw_submission(submission=other)
    make.settled()
    hidden, withdrawn = gone(made.path), gone(other.path)
    assert b"No such body." in hidden
    assert b"80,000" not in hidden
    assert b"took it back" in withdrawn
    assert "Coast Labor Council" not in page("/organisations/local-88-bus-drivers/")
    assert "Coast Labor Council" not in page("/organisations/")


def test_a_merged_address_leads_on() -> None:
    old, into = organisation("Coast Labour Council"), council()
    merge_organisations(old=old, into=into)
    make.settled()
    html = page(old.path)
    assert 'href="/organisations/clc/"' in html
    assert 'rel="canonical" href="https://wire.example.org/organisations/clc/"' in html
    assert "Coast Labour Council" not in page("/organisations/")


def test_proofs_and_keys_are_shown_with_method_and_date() -> None:
    made = organisation("Coast Labor Council", website="https://coast.example.org/", public_key=line(KEY))
    make.settled()
    assert "not confirmed" in page(made.path)
    for word in ("", "key"):
        statement = statement_of(made, word)
        assert statement
        note_call(organisation=made, statement=statement, by="member:1")
    confirm_website(organisation=made, by="member:1")
    make.settled()
    html = page(made.path)
    assert html.count("By telephone, noted by a member of the collective on 16 Jan 2026.") == 2
    assert "The collective found that it is theirs." in html
    assert "not confirmed" not in html


def test_a_confirmed_website_is_told_beside_what_nobody_has_proven() -> None:
    made = organisation("Coast Labor Council", website="https://coast.example.org/about/")
    confirm_website(organisation=made, by="member:1")
    make.settled()
    html = page(made.path)
    assert "found that coast.example.org/about is the website of this organisation" in html
    assert "on Fri 16 Jan 2026" in html
    assert "their" in html and "nobody has proven" in html
    assert "Nobody has proven it." not in html


def test_units_are_said_once() -> None:
    made = organisation("Coast Labor Council")
    state_size(organisation=made, wording="over 140,000 people")
    state_size(organisation=made, of="affiliates", wording="11 affiliates")
    made.sizes.create(of="members", low=300, high=300)
    make.settled()
    html = page(made.path)
    assert re.findall(r'<dt><b dir="auto">(.*?)</b>(.*?)</dt>', html) == [
        ("300 people", ""),
        ("11 affiliates", ""),
        ("over 140,000 people", ""),
    ]


def test_parts_that_say_more_than_their_whole_are_told() -> None:
    top = organisation("Top")
    state_size(organisation=top, wording="100")
    state_size(organisation=organisation(umbrella=top), wording="90")
    make.settled()
    assert "state more than" not in page(top.path)
    state_size(organisation=organisation(umbrella=top), wording="over 20")
    make.settled()
    assert "state more than" in page(top.path)


def test_every_text_is_escaped() -> None:
    evil = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"
    made = organisation(evil[:60], short_name=evil[:50], place=evil, area=evil, about=evil, website="https://example.org/")
    organisation(f"part {evil}"[:100], umbrella=made, place=evil)
    state_size(organisation=made, wording=evil, source=evil)
    state_size(organisation=made, wording="1", source="javascript:alert(1)")
    make.settled()
    for path in (made.path, "/organisations/", "/organisations/places/", "/organisations/tree/"):
        html = page(path)
        assert "<script>alert" not in html
        assert "<img src=x" not in html
        assert 'href="javascript' not in html


def test_rooms_above_have_their_place() -> None:
    made = organisation("Coast Labor Council")
    told: list[Any] = []

    def fill(about: Organisation) -> Fragment | None:
        told.append(about.pk)
        return None

    FILLERS.setdefault("organisation.after", []).append(fill)
    try:
        bake([made.key])
    finally:
        FILLERS["organisation.after"].remove(fill)
    assert told == [made.pk, made.pk]  # in two languages


def queries_for(keys: list[str]) -> int:
    with remembering(), CaptureQueriesContext(connection) as seen:
        for printed in printed_for(keys):
            assert isinstance(printed, Page)
            rendered(printed)
    return len(seen)


def test_one_and_three_take_the_same_queries() -> None:
    parent = organisation("Parent of some")
    counts = []
    for more in (1, 2):
        for _ in range(more):
            state_size(organisation=organisation(umbrella=parent, place="Wick"), wording="20")
        counts.append((queries_for(["organisations"]), queries_for([parent.key])))
    assert counts[0] == counts[1]
