"""What changed between two versions of a text, word by word, for people to read."""

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString

from commonwire.base.text import clean_text

MOST_PAIRS = 9_000_000  # words between the first and last change, old times new; beyond, lines are compared first
MOST_LINES = 4_000  # beyond, what lies between the first and the last change is shown as one
_AROUND = 12  # unchanged words shown on either side of a change
_TOKEN = re.compile(r"\n+|[^\S\n]*\S+[^\S\n]*")
_LINE = re.compile(r"\n+|[^\n]+")

Piece = tuple[str, str]  # ("", "ins" or "del", text)


def differences(old: str, new: str) -> SafeString:
    """Paragraphs with `<ins>` and `<del>`; long unchanged stretches become "…". Empty when both say the same.

    White space is not compared, but line breaks are: one that came or went shows as ¶.
    """
    pieces = list(_joined(_pieces(clean_text(old), clean_text(new))))
    if not any(kind for kind, _text in pieces):
        return escape("")
    return _paragraphs(_elided(pieces))


def _pieces(old: str, new: str) -> Iterator[Piece]:
    words = _Compared(old, new, _TOKEN)
    if words.pairs <= MOST_PAIRS:
        yield from words.pieces()
        return
    lines = _Compared(old, new, _LINE)
    removed = ""
    for kind, text in lines.pieces() if lines.count <= MOST_LINES else lines.as_one():
        if removed and kind == "ins":
            inner = _Compared(removed, text, _TOKEN)
            yield from inner.pieces() if inner.pairs <= MOST_PAIRS else inner.as_one()
            removed = ""
            continue
        yield "del", removed
        removed = text if kind == "del" else ""
        if kind != "del":
            yield kind, text
    yield "del", removed


class _Compared:
    """Two texts as tokens, what both begin and end with set aside."""

    def __init__(self, old: str, new: str, pattern: re.Pattern[str]) -> None:
        before, after = pattern.findall(old), pattern.findall(new)
        start = _shared(before, after)
        end = _shared(before[start:][::-1], after[start:][::-1])
        self.start, self.end = after[:start], after[len(after) - end :]
        self.before, self.after = before[start : len(before) - end], after[start : len(after) - end]
        self.pairs = len(self.before) * len(self.after)
        self.count = len(self.before) + len(self.after)

    def as_one(self) -> list[Piece]:
        return self._between([("del", "".join(self.before)), ("ins", "".join(self.after))])

    def pieces(self) -> list[Piece]:
        # autojunk: in long texts, words that stand everywhere begin no match, or the time grows with the square.
        before, after = [_key(token) for token in self.before], [_key(token) for token in self.after]
        pieces: list[Piece] = []
        for kind, low, high, new_low, new_high in SequenceMatcher(None, before, after, self.pairs > 250_000).get_opcodes():
            if kind != "equal":
                pieces.append(("del", "".join(self.before[low:high])))
            pieces.append(("" if kind == "equal" else "ins", "".join(self.after[new_low:new_high])))
        return self._between(pieces)

    def _between(self, pieces: list[Piece]) -> list[Piece]:
        return [("", "".join(self.start)), *pieces, ("", "".join(self.end))]


def _key(token: str) -> str:
    return "\n" if token.startswith("\n") else token.strip()


def _shared(left: list[str], right: list[str]) -> int:
    """How many tokens both begin with."""
    for count, (one, other) in enumerate(zip(left, right, strict=False)):
        if _key(one) != _key(other):
            return count
    return min(len(left), len(right))


def _joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Without empty pieces, and neighbours of one kind as one."""
    last: Piece | None = None
    for kind, text in pieces:
        if not text:
            continue
        if last and last[0] == kind:
            last = (kind, last[1] + text)
            continue
        if last:
            yield last
        last = (kind, text)
    if last:
        yield last


def _elided(pieces: list[Piece]) -> Iterator[Piece]:
    for number, (kind, text) in enumerate(pieces):
        words = [] if kind else _TOKEN.findall(text)
        head = words[:_AROUND] if number else []
        tail = words[-_AROUND:] if number < len(pieces) - 1 else []
        if kind or len(words) <= len(head) + len(tail) + 3:
            yield kind, text
        else:
            yield "", "".join([*head, "…" if not head or head[-1].endswith((" ", "\n")) else " …", *([" ", *tail] if tail else [])])


def _paragraphs(pieces: Iterable[Piece]) -> SafeString:
    paragraphs: list[list[SafeString]] = [[]]
    last = " "
    for kind, text in pieces:
        for part in _LINE.findall(text):
            if part.startswith("\n"):
                paragraphs[-1] += [_marked(kind, "¶")] if kind else []
                paragraphs += [[]] if kind != "del" else []
                last = " " if kind != "del" else "¶"
                continue
            # Two words never touch: the space between them may have gone with a removed one.
            between = "" if last.isspace() or part[0].isspace() else " "
            paragraphs[-1] += [escape(between), _marked(kind, part)]
            last = part[-1]
    return format_html_join("\n", "<p>{}</p>", ((_together(parts),) for parts in paragraphs if parts))


def _together(parts: list[SafeString]) -> SafeString:
    return format_html_join("", "{}", ((part,) for part in parts))


def _marked(kind: str, text: str) -> SafeString:
    if kind == "ins":
        return format_html("<ins>{}</ins>", text)
    return format_html("<del>{}</del>", text) if kind == "del" else format_html("{}", text)
