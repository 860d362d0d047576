"""The door a person uses: a server that really runs, and a browser that looks at it, with JavaScript and without.

Where Chromium or axe-core is missing these tests are left out, and say how to have them.
"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.house.serving import Served, serving
from tests.house.sources import ROOT

CHROMIUM = Path("/usr/bin/chromium")
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
QUIET = [
    "--no-sandbox",  # as root there is none; everything it opens comes from our own server
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Without JavaScript a page's timers never fire, but promises do: axe's short waits become promises, its time limits are left out.
RUN_AXE = """async tags => {
    const kept = window.setTimeout;
    window.setTimeout = (act, delay = 0, ...rest) => { if (delay < 50) Promise.resolve().then(() => act(...rest)); return 0; };
    try {
        const found = await axe.run(document, {runOnly: tags, resultTypes: ['violations'], preload: false});
        const place = node => node.target.join(' ');
        return found.violations.map(each => each.id + ': ' + each.help + ' at ' + each.nodes.map(place).join(', '));
    } finally { window.setTimeout = kept; }
}"""


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """An empty site that really runs; one for all stories of a process, so a story looks for what it published itself."""
    with serving(tmp_path_factory.mktemp("served") / "data", "--empty", FORM_MIN_SECONDS="0", SENDINGS_PER_HOUR="100000") as running:
        yield running


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if not CHROMIUM.exists():
        pytest.skip("needs Chromium: apt-get install --no-install-recommends chromium")
    # Playwright keeps an event loop running in this thread; Django would refuse its database to every later test of the process.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=str(CHROMIUM), args=QUIET)
        yield running
        running.close()


@pytest.fixture
def open_context(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """Make a context of one's own: `open_context(viewport={"width": 390, "height": 844}, java_script_enabled=False)`."""
    opened: list[BrowserContext] = []

    def make(**options: Any) -> BrowserContext:
        opened.append(browser.new_context(**{"viewport": {"width": 1280, "height": 900}, "locale": "en-US", **options}))
        return opened[-1]

    yield make
    for context in opened:
        context.close()


@pytest.fixture
def page(open_context: Callable[..., BrowserContext]) -> Page:
    """A desktop's window."""
    return open_context().new_page()


@pytest.fixture
def page_without_javascript(open_context: Callable[..., BrowserContext]) -> Page:
    """As Tor Browser's safest level shows it. `page.evaluate` still runs here: it is the tester's, not the page's."""
    return open_context(java_script_enabled=False).new_page()


@pytest.fixture
def phone(open_context: Callable[..., BrowserContext]) -> Page:
    """390 points wide, touched, without JavaScript."""
    return open_context(viewport={"width": 390, "height": 844}, device_scale_factor=2, has_touch=True, java_script_enabled=False).new_page()


@pytest.fixture
def axe() -> Callable[[Page], list[str]]:
    """What is inaccessible on a page, one line each: `assert axe(page) == []`. It is evaluated, so that no CSP forbids it."""
    if not AXE.exists():
        pytest.skip("needs axe-core: bin/test installs it where npm is present (apt-get install --no-install-recommends npm)")
    source = AXE.read_text(encoding="utf-8")

    def violations(page: Page) -> list[str]:
        page.evaluate(source)
        return list(page.evaluate(RUN_AXE, RULES))

    return violations
