"""Every link on every page of a small site leads somewhere: to a file on the shelf, or to an answer of the application."""

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import urljoin, urlsplit

import pytest
from django.conf import settings
from django.test import Client

from commonwire.press.bake import bake, shelf
from commonwire.press.edition import put_styles
from commonwire.press.models import Owed
from commonwire.press.printing import REGISTRY
from commonwire.press.reactions import bake_owed
from tests import make
from tests.front import town

_LINK = re.compile(r"""\s(?:href|src|action|formaction)="([^"]*)\"""")
_SRCSET = re.compile(r"""\ssrcset="([^"]*)\"""")


def pages() -> Iterator[tuple[str, str]]:
    """(address, content) of everything that is read by people on the shelf."""
    for file in sorted(shelf().pages.rglob("*.html")):
        address = "/" + file.relative_to(shelf().pages).as_posix()
        yield address.removesuffix("index.html").removesuffix("gone.html"), file.read_text()


def links(address: str, content: str) -> Iterator[str]:
    """The site's own addresses that a page names, without query and fragment."""
    named = [*_LINK.findall(content), *(each.split()[0] for row in _SRCSET.findall(content) for each in row.split(","))]
    for each in named:
        parts = urlsplit(urljoin(f"{settings.SITE_URL}{address}", unescape(each)))
        if f"{parts.scheme}://{parts.netloc}" in (settings.SITE_URL, settings.SITE_URL.replace("https", "webcal")):
            yield parts.path


def dead_links() -> list[str]:
    found: dict[str, str] = {}
    for address, content in pages():
        for link in links(address, content):
            found.setdefault(link, address)
    client = Client(headers={"Sec-Fetch-Site": "same-origin"})
    return sorted(f"{link} on {where}" for link, where in found.items() if shelf().find(link) is None and not _answers(client, link))


def _answers(client: Client, link: str) -> bool:
    """A door that only takes a POST says 405: it is there."""
    return client.get(link).status_code not in (404, 500)


def test_of_a_site_baked_as_it_grew() -> None:
    """As it goes in life: an edition opens on an empty site, and then only what acts touch is baked."""
    make.site(languages=["en", "es"])
    put_styles()
    bake(REGISTRY.everything())
    town.build()
    make.settled()
    while Owed.objects.exists():
        bake_owed()
    dead = dead_links()
    assert not dead, "\n".join(dead)


def test_of_an_empty_site() -> None:
    make.site(languages=["en", "es"])
    put_styles()
    bake(REGISTRY.everything())
    dead = dead_links()
    assert not dead, "\n".join(dead)


@pytest.mark.parametrize("broken", ["/2026/01/01/nowhere/", "/nowhere/", "/static/nothing.css"])
def test_a_dead_link_would_be_seen(broken: str) -> None:
    make.site()
    put_styles()
    bake(["site"])
    before = dead_links()
    shelf().put("/about/more/", f'<a href="{broken}">x</a>'.encode())
    assert [each for each in dead_links() if each not in before] == [f"{broken} on /about/more/"]
