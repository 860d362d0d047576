"""Profiles: added, changed, sized, merged, hidden, withdrawn; and corrections that somebody proposes."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from commonwire.ledger.models import Entry
from commonwire.newswire.release_submission import release_submission
from commonwire.newswire.withdraw_submission import withdraw_submission
from commonwire.organisations.add_organisation import add_organisation
from commonwire.organisations.affiliate import affiliate
from commonwire.organisations.amend import amend
from commonwire.organisations.change_organisation import change_organisation
from commonwire.organisations.confirm_website import confirm_website
from commonwire.organisations.merge_organisations import merge_organisations
from commonwire.organisations.models import Amendment, Organisation, Proof, Size
from commonwire.organisations.note_call import note_call
from commonwire.organisations.rules import domain_of, host_of
from commonwire.organisations.state_size import forget_size, state_size
from commonwire.organisations.statements import statement_of
from tests import make
from tests.conftest import Clock
from tests.organisations.words import organisation, said

pytestmark = pytest.mark.django_db


def test_added_and_held() -> None:
    shown = organisation("Coast Labor Council")
    held = organisation("Mill Ward Tenants", held=True)
    assert (shown.visibility, held.visibility) == ("shown", "held")
    assert set(Entry.objects.get(verb="organisation.added").touched) == {shown.key, "organisations"}
    line = Entry.objects.get(verb="organisation.held")
    assert line.touched == ["desk"]
    assert line.at.minute == 0


def test_the_same_draft_twice_is_one_profile() -> None:
    one, two = (add_organisation(name="Coast Labor Council", public_id="a1b2c3d4e5f6g") for _ in range(2))
    assert one.pk == two.pk
    assert Organisation.objects.count() == 1


def test_addresses_are_free_and_stay() -> None:
    first, second, places = organisation("Local 88"), organisation("Local 88"), organisation("Places")
    assert (first.slug, second.slug, places.slug) == ("local-88", "local-88-2", "places-2")
    change_organisation(organisation=first, name="Bus Drivers United")
    assert Organisation.objects.get(pk=first.pk).path == "/organisations/local-88/"
    assert organisation("Local 88").slug == "local-88-3"


def test_what_is_changed_is_told_and_nothing_else() -> None:
    made = organisation("Coast Labor Council", place="Port Ellery")
    change_organisation(organisation=made, place="Sandover", name="Coast Labor Council", by="member:3")
    line = Entry.objects.get(verb="organisation.changed")
    assert (line.facts, line.by, line.at.minute) == ({"fields": ["place"]}, "member:3", 0)
    change_organisation(organisation=made, place="Sandover")
    assert Entry.objects.filter(verb="organisation.changed").count() == 1
    with pytest.raises(ValidationError):
        change_organisation(organisation=made, name="")
    with pytest.raises(TypeError):
        change_organisation(organisation=made, slug="other")


@pytest.mark.parametrize(
    ("website", "domain", "host"),
    [
        ("https://www.example.org/about", "example.org", "www.example.org"),
        ("https://example.org", "example.org", "example.org"),
        ("https://union.example.co.uk:8443/", "union.example.co.uk", "union.example.co.uk"),
        ("https://www.org/", "www.org", "www.org"),
        ("https://127.0.0.1/", "", ""),
        ("https://[::1]/", "", ""),
        ("https://localhost/", "", ""),
        ("https://[bad/", "", ""),
        ("", "", ""),
    ],
)
def test_domains_of_websites(website: str, domain: str, host: str) -> None:
    assert (domain_of(website), host_of(website)) == (domain, host)


def test_sizes_keep_words_source_and_day() -> None:
    made = organisation()
    size = state_size(organisation=made, of="affiliates", wording="175+", source="https://example.org/a", stated=date(2026, 1, 16))
    assert (size.low, size.high, str(size)) == (175, None, "175+")
    assert state_size(organisation=made, of="affiliates", wording="175+", source="https://example.org/a", stated=date(2026, 1, 16)) == size
    assert state_size(organisation=made, low=10, high=20).low == 10
    for wrong in ({"low": 5, "high": 2}, {}, {"low": 3_000_000_000}):
        with pytest.raises(ValidationError):
            state_size(organisation=made, **wrong)  # type: ignore[arg-type]
    forget_size(size=size, by="member:1")
    assert Size.objects.count() == 1


def test_the_table_refuses_an_impossible_size() -> None:
    made = organisation()
    for wrong in ({"low": 5, "high": 2, "wording": "x"}, {}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Size.objects.create(organisation=made, of="members", **wrong)


def test_two_profiles_of_one_organisation_become_one(frozen: Clock) -> None:
    top = organisation("Federation")
    old = organisation("Coast Labour Council", website="https://coast.example.org/", umbrella=top, place="Port Ellery")
    into = organisation("Coast Labor Council", place="Sandover")
    part = organisation("Local 88", umbrella=old)
    confirm_website(organisation=old, by="member:1")
    for each in (old, into):
        state_size(organisation=each, wording="over 80,000")
    state_size(organisation=old, of="affiliates", wording="175+")
    note_call(organisation=old, statement=said(old), by="member:1")
    profile = statement_of(old, "")
    assert profile
    note_call(organisation=old, statement=profile, by="member:1")
    merge_organisations(old=old, into=into, by="member:1")
    old.refresh_from_db()
    into.refresh_from_db()
    part.refresh_from_db()
    assert (old.merged_into, old.umbrella, old.is_shown, old.name) == (into, None, False, "Coast Labour Council")
    assert (into.umbrella, into.website, into.place, part.umbrella) == (top, "https://coast.example.org/", "Sandover", into)
    assert into.website_confirmed == date(2026, 1, 16)
    assert sorted(str(size) for size in into.sizes.all()) == ["175+", "over 80,000"]
    assert [(proof.organisation, proof.statement) for proof in Proof.objects.all()] == [(into, "a1b2c3d4e5f6g")]
    line = Entry.objects.get(verb="organisation.merged")
    assert line.facts == {"old": old.pk, "new": into.pk}
    assert {old.key, into.key, part.key, top.key, "organisations"} <= set(line.touched)


def test_merging_twice_leads_on() -> None:
    one, two, three = organisation("One"), organisation("Two"), organisation("Three")
    merge_organisations(old=one, into=two)
    merge_organisations(old=two, into=three)
    assert Organisation.objects.get(pk=one.pk).merged_into == three


def test_what_cannot_be_one_is_said() -> None:
    top = organisation("Top")
    low = organisation("Low", umbrella=organisation("Middle", umbrella=top))
    for old, into in ((top, low), (low, top), (top, top)):
        with pytest.raises(ValidationError):
            merge_organisations(old=old, into=into)
    merge_organisations(old=organisation("Other"), into=top)
    with pytest.raises(ValidationError, match="no longer a profile of its own"):
        merge_organisations(old=Organisation.objects.get(name="Other"), into=low)


def proposed(of: Organisation, **words: tuple[str, str]) -> Amendment:
    changes = {"words": {name: {"old": old, "new": new} for name, (old, new) in words.items()}, "sizes": []}
    return amend(organisation=of, changes=changes, source="their newsletter")


def test_a_correction_waits_and_is_done_when_it_is_released() -> None:
    made = organisation("Coast Labor Council", place="Port Ellery")
    amendment = proposed(made, place=("Port Ellery", "Sandover"))
    amendment.changes["sizes"] = [{"of": "members", "wording": "over 80,000", "source": "release", "stated": "2026-01-16"}]
    amendment.save()
    assert amendment.visibility == "held"
    make.settled()
    made.refresh_from_db()
    assert made.place == "Port Ellery"
    release_submission(submission=amendment, by="member:1")
    make.settled()
    make.settled()
    made.refresh_from_db()
    assert made.place == "Sandover"
    assert [(size.low, size.stated) for size in made.sizes.all()] == [(80_000, date(2026, 1, 16))]
    assert Entry.objects.filter(verb="amendment.applied").count() == 1


def test_a_late_release_undoes_nobodys_change() -> None:
    made = organisation("Coast Labor Council", place="Port Ellery")
    amendment = proposed(made, place=("Port Ellery", "Sandover"), area=("", "seven counties"))
    change_organisation(organisation=made, place="Wick", by="member:1")
    release_submission(submission=amendment, by="member:1")
    make.settled()
    made.refresh_from_db()
    assert (made.place, made.area) == ("Wick", "seven counties")


def test_a_correction_that_would_close_a_circle_by_now_is_left() -> None:
    one, other = organisation("One"), organisation("Other")
    amendment = proposed(one, umbrella=("", other.slug), place=("", "Wick"))
    affiliate(organisation=other, umbrella=one)
    release_submission(submission=amendment, by="member:1")
    make.settled()
    one.refresh_from_db()
    assert (one.umbrella_id, one.place) == (None, "Wick")


def test_a_correction_of_nothing_is_refused() -> None:
    with pytest.raises(ValidationError, match="says already"):
        amend(organisation=organisation(), changes={"words": {}, "sizes": []})


def test_withdrawn_is_erased() -> None:
    top = organisation("Top")
    part = organisation("Part", umbrella=top)
    state_size(organisation=top, wording="over 80,000", source="secret source")
    withdraw_submission(submission=top)
    top.refresh_from_db()
    part.refresh_from_db()
    assert (top.name, top.folded, top.visibility, part.umbrella) == ("", "", "withdrawn", None)
    assert Size.objects.count() == 0
