"""Endorsements and pledges: sent, confirmed, broken; in their hierarchy; exported without a formula or a person."""

import json

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from commonwire.ledger.models import Entry
from commonwire.mobilizations.models import Standing
from commonwire.mobilizations.statements.export import harmless
from commonwire.mobilizations.statements.lists import endorsements_of
from commonwire.mobilizations.statements.provable import endorsement_or_pledge, provable
from commonwire.mobilizations.statements.settle_statement import confirm, mark_broken, stand_down
from commonwire.mobilizations.statements.totals import behind
from commonwire.newswire import contributions
from commonwire.newswire.correct_submission import correct_submission
from commonwire.newswire.hide import hide
from commonwire.newswire.withdraw_submission import withdraw_submission
from commonwire.organisations.add_organisation import add_organisation
from commonwire.organisations.affiliate import affiliate
from commonwire.organisations.merge_organisations import merge_organisations
from commonwire.organisations.note_call import note_call
from commonwire.organisations.state_size import state_size
from tests import make
from tests.mobilizations import made


def test_held_it_stands_nowhere_until_it_is_confirmed() -> None:
    day = made.day()
    held = made.endorsement(day, "Local 88", held=True)
    make.settled()
    assert "Local 88" not in made.lying(f"{day.path}endorsements/") + made.lying(day.path) + made.lying(f"{day.path}endorsements.csv")
    confirm(statement=held, note="telephone call to their office", by="member:1")
    make.settled()
    assert "telephone call to their office" in made.lying(f"{day.path}endorsements/")
    assert "Local 88" in made.lying(day.path)
    assert Entry.objects.get(verb="endorsement.confirmed").by == "member:1"


def test_confirming_needs_to_say_how() -> None:
    with pytest.raises(ValidationError):
        confirm(statement=made.endorsement(made.day()), note="")


def test_the_same_draft_gives_the_same_row() -> None:
    day = made.day()
    assert made.endorsement(day, public_id="0123456789abc").pk == made.endorsement(day, public_id="0123456789abc").pk


def test_a_pledge_is_broken_only_with_a_source() -> None:
    day = made.day(pledge_name="Clean Harbor")
    pledge = made.pledge(day)
    with pytest.raises(ValidationError):
        mark_broken(statement=pledge, note="")
    mark_broken(statement=pledge, note="Harbor Wire, 24 January")
    make.settled()
    page = made.lying(f"{day.path}pledges/")
    assert "broken" in page
    assert "Harbor Wire, 24 January" in page
    with pytest.raises(ValidationError):
        mark_broken(statement=made.endorsement(day), note="said so")


def test_whoever_stands_down_stays_in_the_list_and_counts_no_more() -> None:
    day = made.day()
    said = made.endorsement(day, "Local 88")
    stand_down(statement=said, note="vote of the members")
    make.settled()
    assert "vote of the members" in made.lying(f"{day.path}endorsements.csv")
    assert "Local 88" not in made.lying(day.path)
    said.refresh_from_db()
    assert said.standing == Standing.WITHDRAWN


def test_withdrawn_no_word_is_left() -> None:
    day = made.day()
    said = made.endorsement(day, "Needle body", statement="needle words", place="Needletown")
    make.settled()
    withdraw_submission(submission=said)
    make.settled()
    for path in ("", "endorsements/", "endorsements.csv", "endorsements.json"):
        assert "eedle" not in made.lying(f"{day.path}{path}")


def test_hidden_it_leaves_the_lists() -> None:
    day = made.day()
    said = made.endorsement(day, "Needle body")
    make.settled()
    hide(submission=said, paragraph=make.paragraph())
    make.settled()
    assert "Needle" not in made.lying(day.path) + made.lying(f"{day.path}endorsements.json")


def test_umbrellas_stand_above_their_affiliates() -> None:
    day = made.day()
    council = add_organisation(name="Coast Labor Council", kind="federation")
    local = add_organisation(name="Local 88", kind="union")
    affiliate(organisation=local, umbrella=council)
    made.endorsement(day, "Local 88")
    made.endorsement(day, "Coast Labor Council", calls=True)
    make.settled()
    page = made.lying(f"{day.path}endorsements/")
    assert 'class="umbrella"' in page
    assert page.index("Coast Labor Council</a>") < page.index("Local 88</a>")


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", ' "=1', "＝1"])
def test_no_cell_begins_as_a_formula(cell: str) -> None:
    assert harmless(cell).startswith("'")


def test_the_export_is_harmless_and_whole() -> None:
    day = made.day()
    made.endorsement(day, '=HYPERLINK("http://evil.example")', statement="one\ntwo", kind="union")
    make.settled()
    csv = made.lying(f"{day.path}endorsements.csv")
    assert "\"'=HYPERLINK" in csv
    whole = json.loads(made.lying(f"{day.path}endorsements.json"))
    assert whole["bodies"][0]["kind"] == "union"
    assert set(whole["bodies"][0]) == {
        "name",
        "kind",
        "place",
        "organisation",
        "standing",
        "since",
        "note",
        "noted",
        "statement",
        "source",
        "calls",
    }


def test_lists_by_kind_place_and_state_come_a_page_at_a_time() -> None:
    day = made.day()
    made.endorsement(day, "Local 88", kind="union", place="Wick")
    made.endorsement(day, "Mill Ward tenants", kind="tenants", place="Sandover")
    page = Client().get(f"{day.path}endorsements/list/", {"kind": "union"}).content.decode()
    assert ("Local 88" in page, "Mill Ward" in page) == (True, False)
    assert "Mill Ward" in Client().get(f"{day.path}endorsements/list/", {"place": "Sandover"}).content.decode()
    assert Client().get(f"{day.path}endorsements/list/", {"state": "x\x00"}).status_code == 200
    assert Client().get(f"{day.path}somewhere/list/").status_code == 404


def test_what_a_profile_said_is_said_by_the_one_into_which_it_was_merged() -> None:
    day = made.day()
    kept = add_organisation(name="Local 88 bus drivers", kind="union")
    doubled = add_organisation(name="Local 88", kind="union")
    said = made.endorsement(day, "Local 88")
    assert said.organisation == doubled
    merge_organisations(old=doubled, into=kept)
    make.settled()
    said.refresh_from_db()
    assert said.organisation == kept


def test_a_profile_shows_what_its_body_stands_behind() -> None:
    day = made.day("No Boats")
    local = add_organisation(name="Local 88", kind="union")
    made.endorsement(day, "Local 88")
    make.settled()
    assert "No Boats" in made.lying(local.path)
    hide(submission=day.post, paragraph=make.paragraph())
    make.settled()
    assert "No Boats" not in made.lying(local.path)


def test_a_correction_takes_the_confirmation_back_and_says_so() -> None:
    day = made.day()
    said = confirm(statement=made.endorsement(day, "Local 88", kind="union"), note="telephone call")
    words = contributions.CONTRIBUTIONS["endorsement"].initial(said)
    correct_submission(submission=said, words=words)
    assert said.standing == Standing.CONFIRMED  # not a word was changed
    correct_submission(submission=said, words=words | {"name": "Coast Labor Council"})
    make.settled()
    said.refresh_from_db()
    assert said.standing == Standing.CLAIMED
    assert "Changed by its sender after it had been confirmed." in made.lying(f"{day.path}endorsements/")


def test_only_what_is_confirmed_or_proven_counts_behind_a_call() -> None:
    day = made.day()
    for name, members in (("Local 88", 300), ("Everybody Union", 900000), ("Weavers", 20)):
        state_size(organisation=add_organisation(name=name, kind="union"), of="members", wording=str(members))
    confirm(statement=made.endorsement(day, "Local 88"), note="telephone call")
    made.endorsement(day, "Everybody Union")
    proven = made.endorsement(day, "Weavers")
    assert proven.organisation
    note_call(organisation=proven.organisation, statement=provable(proven, day), by="member:1")
    found = behind(endorsements_of(day))
    assert (found.totals.low, found.confirmed, found.unconfirmed) == (320, 2, 1)
    make.settled()
    assert "(2 confirmed)" in made.lying(day.path)
    assert "1 is not confirmed" in made.lying(f"{day.path}endorsements/")


def test_what_is_hidden_cannot_be_proven() -> None:
    said = made.endorsement(made.day())
    assert endorsement_or_pledge(said.public_id)
    hide(submission=said, paragraph=make.paragraph())
    assert endorsement_or_pledge(said.public_id) is None


def test_the_list_of_pledges_tells_what_is_promised() -> None:
    day = made.day(pledge_name="Clean Harbor", pledge_terms="No crate of theirs.")
    make.settled()
    page = made.lying(f"{day.path}pledges/")
    assert "Clean Harbor" in page
    assert "No crate of theirs." in page
