"""Sheets to print: what people typed is data to the typesetter, made when asked for and made anew when something changed."""

import pytest
from django.test import Client

from commonwire.calendar.cancel_event import cancel_event
from commonwire.mobilizations.rallies.flyer import action_poster, qr_svg, rally_flyer
from commonwire.mobilizations.rallies.table import row_of
from commonwire.site.queries import the_site
from tests import make
from tests.mobilizations import made

WILD = '#panic("x") $x$ `#read("/etc/passwd")` "quoted" \\ [demands] — <label> @ref'


@pytest.mark.parametrize("words", [WILD, "ナ" * 120, "x" * 290, "#"])
def test_no_sign_means_anything_to_the_typesetter(words: str) -> None:
    day = made.day(words[:250] or "x", slogan=words[:200], demands=[words], names=[words], called_by=words[:200], ways=["no-work"])
    rally = made.rally(day, words, city="Port Ellery", place=words[:100])
    row = row_of(rally)
    assert row
    assert rally_flyer(row, the_site()).startswith(b"%PDF")
    assert action_poster(day, the_site()).startswith(b"%PDF")


def test_a_flyer_is_made_when_asked_for_and_dropped_when_something_changes() -> None:
    day = made.day()
    rally = made.rally(day)
    make.settled()
    assert made.status(f"{rally.path}flyer.pdf") == 404
    answer = Client().get(f"{rally.path}flyer.pdf")
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "application/pdf")
    assert Client().get(f"{day.path}flyer.pdf").status_code == 200
    assert made.status(f"{rally.path}flyer.pdf") == 200
    assert rally.event
    cancel_event(event=rally.event)
    make.settled()
    assert made.status(f"{rally.path}flyer.pdf") == 404
    assert made.status(f"{day.path}flyer.pdf") == 404


def test_a_code_is_black_on_white() -> None:
    drawn = qr_svg("https://wire.example.org/r/abcde/")
    assert drawn.startswith("<svg")
    assert "style=" not in drawn
    assert "#fff" in drawn
