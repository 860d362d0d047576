"""The eyes of the other stories see what they should: a barrier, a colour, a page without its scripts."""

from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.gate]  # no database behind it
PAGE = b"""<!DOCTYPE html><html lang="en"><title>Wire</title><main><h1>Wire</h1>%s</main>
<script src="/go.js"></script></html>"""


class _Answers(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        body = b"document.title = 'scripted'" if self.path == "/go.js" else PAGE % (b'<img src="/a.png">' if self.path == "/bad" else b"")
        self.send_response(200)
        self.send_header("Content-Security-Policy", "default-src 'none'; script-src 'self'")
        self.send_header("Content-Type", "text/javascript" if self.path == "/go.js" else "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *arguments: object) -> None:
        """Say nothing."""


@pytest.fixture
def address() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Answers)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


def test_axe_sees_a_picture_without_words_behind_a_strict_policy(address: str, page: Page, axe: Callable[[Page], list[str]]) -> None:
    page.goto(f"{address}/bad")
    assert axe(page) == ["image-alt: Images must have alternative text at img"]
    page.goto(f"{address}/good")
    assert axe(page) == []


def test_axe_runs_where_the_page_may_not(address: str, page_without_javascript: Page, axe: Callable[[Page], list[str]]) -> None:
    page_without_javascript.goto(f"{address}/bad")
    assert axe(page_without_javascript) == ["image-alt: Images must have alternative text at img"]


def test_a_page_without_javascript_runs_none(address: str, page: Page, page_without_javascript: Page) -> None:
    for window in (page, page_without_javascript):
        window.goto(f"{address}/good")
    assert (page.title(), page_without_javascript.title()) == ("scripted", "Wire")


def test_a_phone_is_narrow(address: str, phone: Page) -> None:
    phone.goto(f"{address}/good")
    assert phone.evaluate("[innerWidth, matchMedia('(hover: none)').matches]") == [390, True]
