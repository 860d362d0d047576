"""The page of an event: links of its contact, a small map where a point may be shown."""

import re
from datetime import UTC, datetime
from typing import Any

import pytest

from commonwire.calendar.models import Event
from commonwire.calendar.templatetags.contacts import with_links
from commonwire.press.bake import shelf
from tests import make

POINT = {"latitude": 44.976543, "longitude": -93.271234}


def _page(**details: Any) -> str:
    event: Event = make.event("Assembly", starts=datetime(2026, 1, 20, 18, tzinfo=UTC), **details)
    make.settled()
    content = shelf().read(event.post.path or "")
    assert content is not None
    return content.decode()


@pytest.mark.parametrize(
    ("contact", "hrefs"),
    [
        ("ana@example.org", ["mailto:ana@example.org"]),
        ("Ana (ana@example.org), 555 1234", ["mailto:ana@example.org"]),
        ("https://example.org/a?b=c&d", ["https://example.org/a?b=c&amp;d"]),
        ("see www.example.org.", ["https://www.example.org"]),
        ("@ana on the harbor's server", []),
        ("555 1234", []),
        ("ana@", []),
        ("javascript:alert(1)", []),
        ("ana@example.org?subject=x", []),
        ('x"onload=y@example.org', []),
        ("https://user@example.org/", []),
    ],
)
def test_a_contact_is_a_link_where_it_is_an_address(contact: str, hrefs: list[str]) -> None:
    assert re.findall(r'href="([^"]*)"', with_links(contact)) == hrefs


def test_the_words_of_a_contact_stay_as_they_are() -> None:
    assert with_links("<b>Ana</b> & Bo, ask") == "&lt;b&gt;Ana&lt;/b&gt; &amp; Bo, ask"
    assert re.sub(r"<.*?>", "", with_links("Ana (ana@example.org), 555 1234")) == "Ana (ana@example.org), 555 1234"


def test_the_contact_on_the_page_is_a_link() -> None:
    assert '<a href="mailto:ana@example.org" rel="nofollow' in _page(contact="ana@example.org")


def test_a_point_that_may_be_shown_stands_on_a_map() -> None:
    page = _page(place="Harbor Hall", **POINT)
    assert "Map: Harbor Hall" in page
    assert page.count('<svg class="map') == 1
    assert "The point is rounded" not in page


def test_a_place_without_a_point_has_no_map() -> None:
    assert '<svg class="map' not in _page(place="Harbor Hall")


def test_the_map_of_a_coarse_place_says_so_and_names_the_coarse_one() -> None:
    page = _page(place="Needlework Hall", city="Port Ellery", precision="city", **POINT)
    assert "Map: Port Ellery" in page
    assert "The point is rounded" in page
    assert "Needlework" not in page
