"""What a template or a stylesheet may hold: nothing inline, nothing from elsewhere, no unescaped text but what is counted here."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.sources import HOUSE, ending, house_modules, name, nothing, text

# Where text goes out unescaped: how many places, and what makes each of them safe.
UNESCAPED: dict[str, tuple[int, str]] = {
    "commonwire/chrome/frame.py": (1, "JSON for a data block, in which every < is written as an escape"),
    "commonwire/press/templatetags/press.py": (1, "fragments for a slot, each rendered by a template that escapes"),
    "commonwire/base/purify.py": (1, "what nh3 left when cleaning changed nothing any more"),
    "commonwire/chrome/templatetags/wire.py": (2, "the policy, a constant; Django's own widget, which escapes its value"),
    "commonwire/newswire/text_slots.py": (1, "prose that purify has seen, and fragments that a template has escaped"),
    "commonwire/features/text.py": (1, "newswire's prose, which purify has seen, and quotations that a template has escaped"),
}

INLINE = {
    "a style element; put it into the room's styles/": re.compile(r"<style\b", re.I),
    "a style attribute; give it a class": re.compile(r"\sstyle\s*=", re.I),
    "an event attribute; pages work without scripts": re.compile(r"""[\s"']on[a-z]{3,}\s*=""", re.I),
    "a javascript: address": re.compile(r"javascript:", re.I),
    "an inline script; only data blocks (application/ld+json) may stand in a page": re.compile(
        r"""<script\b(?![^>]*(?:\ssrc=|\stype=["']application/ld\+json))""", re.I
    ),
}
ELSEWHERE = re.compile(
    r"""<(?:img|script|iframe|video|audio|source|embed|object|track|input)\b[^>]*\s(?:src|srcset|poster|data)\s*=\s*["']?(?:https?:)?//""",
    re.I,
)
LINKED_ELSEWHERE = re.compile(r"""<link\b[^>]*rel=["']?(?:stylesheet|icon|preload|preconnect)[^>]*href=["']?(?:https?:)?//""", re.I)
STYLED_ELSEWHERE = re.compile(r"""@import|url\(\s*["']?(?:https?:)?//|expression\(""", re.I)
UNESCAPING = re.compile(r"\|\s*safe(?:seq)?\b|\{%\s*autoescape\s+off|\bmark_safe\(|\bSafeString\((?!\"\"\)|\))|@mark_safe\b|@html_safe\b")


def _templates() -> list[Path]:
    return [path for path in ending(".html", ".xml", ".txt", ".svg", below=HOUSE) if "templates" in path.parts]


def _without_comments(content: str) -> str:
    """The template with its comments blanked, line by line, so that numbers of lines stay right."""
    comments = re.compile(r"\{#.*?#\}|\{%\s*comment\b.*?\{%\s*endcomment\s*%\}|<!--.*?-->", re.S)
    return comments.sub(lambda found: re.sub(r"[^\n]", " ", found.group()), content)


def _found(pattern: re.Pattern[str], content: str) -> Iterator[int]:
    """The lines on which it begins; an element's attributes may stand on several."""
    return (content.count("\n", 0, match.start() + (match.group()[:1] in " \n\t")) + 1 for match in pattern.finditer(content))


def _inline(content: str) -> list[tuple[int, str]]:
    content = _without_comments(content)
    return [(line, what) for what, pattern in INLINE.items() for line in _found(pattern, content)]


def test_nothing_is_inline() -> None:
    nothing(f"{name(path, line)} has {what}" for path in _templates() for line, what in _inline(text(path)))


@pytest.mark.parametrize(
    "content",
    [
        "<style>p{}</style>",
        '<p\nstyle="color:red">',
        '<a href="/"onclick=go()>',
        '<body onload="x()">',
        '<a href="javascript:void(0)">',
        "<script>go()</script>",
        '<script type="module">go()</script>',
    ],
)
def test_what_is_inline_is_seen(content: str) -> None:
    assert _inline(content)


def test_what_may_stand_in_a_page_is_let_be() -> None:
    assert not _inline('<script type="application/ld+json">{}</script><script src="/static/a.js"></script>{# style= #}<p class="on one=">')


def test_no_page_asks_another_site() -> None:
    pages = (
        f"{name(path, line)} loads from elsewhere: link to it, or ship the file"
        for path in _templates()
        for pattern in (ELSEWHERE, LINKED_ELSEWHERE)
        for line in _found(pattern, _without_comments(text(path)))
    )
    styles = (
        f"{name(path, line)} loads from elsewhere: ship the file"
        for path in ending(".css", below=HOUSE)
        for line in _found(STYLED_ELSEWHERE, text(path))
    )
    nothing([*pages, *styles])


def test_unescaped_text_is_counted() -> None:
    counts = {name(path): len(UNESCAPING.findall(_without_comments(text(path)))) for path in [*_templates(), *house_modules()]}
    found = {path: count for path, count in counts.items() if count}
    allowed = {path: count for path, (count, _) in UNESCAPED.items()}
    nothing(
        f"{path} has {found.get(path, 0)} unescaped places, {allowed.get(path, 0)} are argued for: escape, or say in UNESCAPED why"
        for path in found.keys() | allowed.keys()
        if found.get(path, 0) != allowed.get(path, 0)
    )
