"""Readers get no script, but on the live page of a day of action: seen in the sources, and on the pages that are printed."""

import re
from collections.abc import Iterator

import pytest

from commonwire.base.headers import may_have_script, policy_for
from commonwire.chrome.scripts import script_address
from commonwire.mobilizations.set_phase import set_phase
from commonwire.mobilizations.words import Phase
from commonwire.press.bake import bake, shelf
from commonwire.press.edition import put_styles
from commonwire.press.printing import REGISTRY
from tests import make
from tests.front import town
from tests.house.sources import HOUSE, ending, house_modules, name, nothing, text
from tests.mobilizations import made

FRAME, LIVE = "commonwire/chrome/templates/chrome/page.html", "commonwire/coverage/pages_of_live.py"
SCRIPT = re.compile(r"<script\b(?![^>]*\stype=[\"']application/ld\+json[\"'])[^>]*>", re.I)
ASKS_FOR_ONE = re.compile(r"\bscript_address\(|\bscript=")
KEEPS = re.compile(
    r"localStorage|sessionStorage|indexedDB|document\.cookie|navigator\.|caches\b|sendBeacon|WebSocket|EventSource|import\b|eval\b"
)
LONGEST = 60


def test_one_template_has_room_for_a_script_and_one_page_names_it() -> None:
    templates = [path for path in ending(".html", below=HOUSE) if SCRIPT.search(text(path)) and name(path) != FRAME]
    pages = [
        path for path in house_modules() if ASKS_FOR_ONE.search(text(path)) and name(path) not in (LIVE, "commonwire/chrome/scripts.py")
    ]
    nothing(f"{name(path)} brings a script to readers: pages work without (decision 22)" for path in [*templates, *pages])
    assert len(SCRIPT.findall(text(HOUSE.parent / FRAME))) == 1


@pytest.mark.parametrize(
    "sabotage", ['<script src="/static/x.js">', "<SCRIPT>go()</SCRIPT>", '<script type="module" src="/x">', "<script\nasync>"]
)
def test_a_script_in_a_template_would_be_seen(sabotage: str) -> None:
    assert SCRIPT.search(sabotage)
    assert not SCRIPT.search('<script type="application/ld+json">{}</script>')


def test_the_only_script_is_short_keeps_nothing_and_asks_nobody_else() -> None:
    scripts = ending(".js", ".mjs", ".ts", ".wasm", below=HOUSE)
    assert [name(path) for path in scripts] == ["commonwire/coverage/scripts/live.js"]
    whole = text(scripts[0])
    assert len(whole.splitlines()) <= LONGEST
    assert not KEEPS.findall(whole)
    assert re.findall(r"fetch\(([^,]*),", whole) == ["location.pathname"]
    assert "//" not in re.sub(r"(?:^|\s)// .*", "", whole)  # no address with a host


def wrong_pages() -> Iterator[str]:
    """Addresses on the shelf whose page brings a script that is not ours or not its, or whose policy is not what the address may have."""
    pages = shelf().pages
    for file in sorted(pages.rglob("*.html")):
        address = f"/{file.relative_to(pages).as_posix()}".removesuffix("index.html").removesuffix("gone.html")
        content = file.read_text()
        scripts = SCRIPT.findall(content)
        allowed = may_have_script(address) and scripts == [f'<script src="{script_address("live")}" defer>']
        if (scripts and not allowed) or policy_for(address if allowed else "/", in_page=True) not in content:
            yield address


@pytest.mark.django_db
@pytest.mark.usefixtures("data_dir")
def test_of_all_pages_that_are_printed_only_live_ones_have_it() -> None:
    make.site(languages=["en", "es"])
    put_styles()
    town.build()
    day = made.day("No Boats, No Business")
    set_phase(mobilization=day, phase=Phase.UNDER_WAY)
    bake(REGISTRY.everything())
    assert list(wrong_pages()) == []
    assert script_address("live") in made.lying(f"{day.path}live/")
    assert script_address("live") in made.lying(f"/es{day.path}live/")
    assert shelf().read(script_address("live"))
    live = made.lying(f"{day.path}live/")
    sabotages = {
        "/about/more/": live,
        f"{day.path}live/still/": live,
        f"{day.path}live/": live.replace("</head>", "<script>go()</script></head>"),
        "/calendar/": made.lying("/calendar/").replace("script-src 'none'", "script-src 'self'"),
        "/search/": made.lying("/search/").replace("Content-Security-Policy", "x").replace("default-src", "x"),
    }
    for address, sabotage in sabotages.items():
        shelf().put(address, sabotage.encode())
    assert sorted(wrong_pages()) == sorted(sabotages)
