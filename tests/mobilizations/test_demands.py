"""Demands keep their numbers, have versions, languages and states, and stand wherever they are shown, in a second."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.utils.safestring import mark_safe

from commonwire.mobilizations.belong import let_belong
from commonwire.mobilizations.demands.change_demand import add_demand, reword_demand, set_demand_state
from commonwire.mobilizations.demands.copies import copies_in
from commonwire.mobilizations.demands.lines import read_demands, written
from commonwire.mobilizations.demands.queries import demands_shown
from commonwire.mobilizations.demands.translate_demands import read_numbered, translate_demands
from commonwire.mobilizations.demands.word_demands import DemandLine, word_demands
from commonwire.mobilizations.models import DemandState, Mobilization
from commonwire.newswire.text_slots import fill_text
from tests import make
from tests.mobilizations import made


def _rows(day: Mobilization) -> list[tuple[int, str, str]]:
    return [(each.number, each.wording("en").text, each.state) for each in day.demands.all() if each.wording("en")]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("line", "text", "to_whom"),
    [
        ("* No boat sails. → the harbor board", "No boat sails.", "the harbor board"),
        ("2) No boat sails. to: the board", "No boat sails.", "the board"),
        ("No boat sails (to: the board)", "No boat sails", "the board"),
        ("• Talk to the union.", "Talk to the union.", ""),
        ("4th Amendment Businesses", "4th Amendment Businesses", ""),
    ],
)
def test_a_line_says_what_and_to_whom(line: str, text: str, to_whom: str) -> None:
    assert read_demands(f"\n{line}\n") == [DemandLine(text, to_whom)]


def test_reworded_a_demand_keeps_its_number_and_its_past() -> None:
    day = made.day()
    lines = [
        DemandLine("Nobody is disciplined for a stopped shift."),
        DemandLine("No boat and no ferry sails without a full crew."),
        DemandLine("Water for all."),
    ]
    word_demands(mobilization=day, lines=lines, language="en")
    assert _rows(day) == [
        (3, "Nobody is disciplined for a stopped shift.", "open"),
        (1, "No boat and no ferry sails without a full crew.", "open"),
        (2, "The contract of 2024 stands until a new one is signed.", "withdrawn"),
        (4, "Water for all.", "open"),
    ]
    assert [each.text for each in day.demands.get(number=1).wordings.all()] == [
        "No boat sails without a full crew.",
        "No boat and no ferry sails without a full crew.",
    ]


def test_a_number_is_never_given_twice() -> None:
    day = made.day(demands=["One"])
    word_demands(mobilization=day, lines=[], language="en")
    assert add_demand(mobilization=day, text="Other", language="en").number == 2


def test_the_same_list_again_changes_nothing() -> None:
    day = made.day()
    word_demands(mobilization=day, lines=[DemandLine(text) for text in made.DEMANDS], language="en")
    assert [each.wordings.count() for each in day.demands.all()] == [1, 1, 1]
    assert read_demands(written(demands_shown(day), "en")) == [DemandLine(text) for text in made.DEMANDS]


def test_a_change_reaches_every_text_that_shows_them() -> None:
    day = made.day()
    by_word = make.post(body="Read this.\n\n[demands]\n\nAnd this.")
    by_slug = make.post(body=f"[demands: {day.slug}]")
    below = make.post(body="Nothing here.")
    plain = make.post(body="[demands]")
    let_belong(post=by_word, mobilization=day)
    let_belong(post=below, mobilization=day, shows_demands=True)
    make.settled()
    demand = day.demands.get(number=2)
    reword_demand(demand=demand, text="The contract stands & falls with us.", language="en")
    make.settled()
    for post in (by_word, by_slug, below):
        page = made.lying(post.path or "")
        assert "The contract stands &amp; falls with us." in page
        assert "The contract of 2024" not in page
    assert "[demands]" in made.lying(plain.path or "")


def test_a_text_in_another_language_shows_its_translation() -> None:
    day = made.day()
    translate_demands(mobilization=day, language="es", texts=read_numbered("1. Ningún barco zarpa.\n3) Nadie será sancionado."))
    post = make.post(body=f"[demands: {day.slug}]", language="es")
    make.settled()
    page = made.lying(post.path or "")
    assert "Ningún barco zarpa." in page
    assert 'lang="en">The contract of 2024' in page  # not translated yet, and marked as such


def test_a_line_without_a_number_is_not_guessed() -> None:
    with pytest.raises(ValidationError, match="Ningún"):
        read_numbered("Ningún barco zarpa.")
    with pytest.raises(ValidationError, match="9"):
        translate_demands(mobilization=made.day(), language="es", texts={9: "Nada"})


def test_its_state_stands_with_source_and_day() -> None:
    day = made.day()
    demand = day.demands.get(number=1)
    set_demand_state(demand=demand, state=DemandState.MET, source="https://example.org/board", day=date(2026, 1, 20))
    set_demand_state(demand=day.demands.get(number=2), state=DemandState.PARTLY_MET, source="javascript:alert(1)")
    make.settled()
    page = made.lying(day.path)
    assert 'href="https://example.org/board"' in page
    assert "Tue 20 Jan 2026" in page
    assert 'href="javascript' not in page
    assert 'id="demand-1"' in page


def test_versions_show_what_changed() -> None:
    day = made.day(demands=["No boat sails."])
    reword_demand(demand=day.demands.get(), text="No ship sails.", language="en")
    make.settled()
    page = made.lying(f"{day.path}demands/")
    assert "<del>boat</del>" in page.replace(" </del>", "</del>") or "<del>boat " in page
    assert "No ship sails." in page


def test_copies_are_pointed_out_with_what_they_copy() -> None:
    day = made.day()
    reword_demand(demand=day.demands.get(number=1), text="No boat and no ferry sails without a full crew.", language="en")
    bullets = "* No boat sails, without a FULL crew!\n(3) nobody is disciplined for a stopped shift\n* Bread and roses."
    holding = make.post(body=f"They want:\n\n{bullets}\n\nThe contract of 2024 stands until a new one is signed.")
    elsewhere = make.post(body="* No boat sails without a full crew.")
    let_belong(post=holding, mobilization=day)
    found = [(copy.post.pk, copy.demand.number, copy.which) for copy in copies_in(day)]
    assert found == [(holding.pk, 1, "older"), (holding.pk, 3, "current"), (holding.pk, 2, "current")]
    assert elsewhere.pk not in {pk for pk, _number, _which in found}


def test_a_copy_with_a_slip_is_nearly_one() -> None:
    day = made.day()
    holding = make.post(body="- Nobody is disciplind for a stoped shift.")
    let_belong(post=holding, mobilization=day)
    assert [copy.which for copy in copies_in(day)] == ["nearly"]


def test_the_preview_of_a_call_shows_the_demands_being_typed() -> None:
    shown = fill_text(mark_safe("<p>[demands]</p>"), None, {"demands": "* No boat sails. → Coastline Ferries\n* Bread."})
    assert "No boat sails." in shown
    assert "Coastline Ferries" in shown
    assert "[demands]" not in shown
    assert "[demands]" in fill_text(mark_safe("<p>[demands]</p>"), None, {"demands": ""})
