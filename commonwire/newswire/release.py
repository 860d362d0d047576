"""The press-release block: found in a text, taken apart, and able to give back each of its lines exactly as it was written."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, tzinfo
from itertools import takewhile
from typing import Any

from commonwire.base.text import clean_text
from commonwire.newswire.contact import ContactSplit, contact_count, propose_split
from commonwire.newswire.embargo import embargo_moment, reads_as_a_moment

__all__ = ["Bullet", "Bullets", "ContactSplit", "Paragraph", "Release", "embargo_moment", "find_release"]

_IMMEDIATE = re.compile(
    r"(?:for\s+(?:immediate\s+)?release|for\s+immediate\s+(?:publication|distribution)"
    r"|para\s+(?:su\s+)?(?:publicación|difusión|distribución)\s+inmediata)\b(?P<rest>.*)",
    re.IGNORECASE,
)
_EMBARGO = re.compile(
    r"(?:(?:strictly\s+)?(?:under\s+)?embargo(?:ed)?\s*(?:(?:for\s+(?:release|publication)\s+)?(?:until|till|to)\b|:)"
    r"|(?:not|hold)\s+for\s+release\s+(?:before|until)\b|embargado\s+hasta\b)(?P<rest>.*)",
    re.IGNORECASE,
)
_SIGNS = " \t*_:;.,–—-|()[]"
_UPON_RECEIPT = re.compile(r"(?:up)?on\s+receipt", re.IGNORECASE)
_END = re.compile(r"#{3,6}|#(?:\s{1,3}#){2,5}|[-–—]\s?30\s?[-–—]|[-–—]0[-–—]|[-–—]?\s?ENDS\s?[-–—]?")
_HEADING = re.compile(r"\s{0,3}#{1,6}\s")
_BULLET = re.compile(r"(\s*(?:[*–-]\s+|[•●▪]\s*))(?=\S)(.*)")
# `CITY –`, `CITY, State (January 5, 2026) —`, `City, ST --`; a single hyphen only after capitals.
_DATELINE = re.compile(
    r"\s*((?:(?:[A-ZÀ-ÞŁŚŠŽ]{2}|ST\.|Ł)[A-ZÀ-ÞŁŚŠŽ .,/'’&-]*?|[A-ZÀ-ÞŁŚŠŽ][\w.'’ -]{1,40}, [A-Z][A-Z.]{1,5})"
    r"(?:,? ?[(/]?[^–—.!?\n]{0,30}(?:\. ?\d[^–—.!?\n]{0,20})?[)/]?)?)(\s*[–—]\s*|\s+--?\s+|\s*--\s*)(?=\S)"
)
_SMALL_ENDINGS = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b|\bMa?c(?=[A-Z])|(?<=[A-Z])['’]?s\b")


@dataclass(frozen=True)
class Paragraph:
    """Lines without a blank one between them."""

    text: str


@dataclass(frozen=True)
class Bullet:
    sign: str  # with the spaces around it, as written
    text: str  # with its further, indented lines


@dataclass(frozen=True)
class Bullets:
    bullets: tuple[Bullet, ...]


@dataclass(frozen=True)
class Release:
    """`before` and `after` are the text around the block; all the rest is the block, in the order of its lines."""

    status: str
    before: str = ""
    headlines: list[str] = field(default_factory=list)
    issued: str = ""  # a line that says nothing but a date, right below the status
    contact: list[str] = field(default_factory=list)
    blocks: list[Paragraph | Bullets] = field(default_factory=list)
    end_mark: str = ""
    boilerplate: list[str] = field(default_factory=list)  # paragraphs
    after: str = ""

    @property
    def embargo(self) -> str | None:
        """What is said of the moment, in the words of the status line; None when the release is immediate."""
        return _embargo(self.status, self.issued)

    def moment(self, zone: str | tzinfo, today: date | None = None) -> datetime | None:
        """When the embargo ends. None with an `embargo` means: it says something that only a person can read."""
        return embargo_moment(self.embargo, zone, today) if self.embargo else None

    @property
    def contact_split(self) -> ContactSplit | None:
        """A guess at name, organisation and role, to be offered to the author and never to be shown as fact."""
        return propose_split(self.contact)

    @property
    def dateline(self) -> str:
        return self.dateline_and_dash[0]

    @property
    def dateline_and_dash(self) -> tuple[str, str]:
        """The place that the body begins with, and the dash behind it with its spaces; both are part of the paragraph too."""
        places = (_place(block.text) for block in self.blocks if isinstance(block, Paragraph))
        found = next((place for place in places if place), None)
        if not found:
            return "", ""
        place = found.group(1).rstrip()
        return place, found.group()[found.start(1) + len(place) :]

    def lines(self) -> Iterator[str]:
        """Every line of the block that is not blank, in order, as it was written."""
        yield from self.headlines
        yield self.status
        if self.issued:
            yield self.issued
        yield from self.contact
        for block in self.blocks:
            if isinstance(block, Paragraph):
                yield from block.text.split("\n")
            else:
                for bullet in block.bullets:
                    yield from (bullet.sign + bullet.text).split("\n")
        if self.end_mark:
            yield self.end_mark
        for paragraph in self.boilerplate:
            yield from paragraph.split("\n")

    def as_json(self) -> dict[str, Any]:
        return {
            **{name: getattr(self, name) for name in ("before", "status", "issued", "end_mark", "after")},
            **{name: list(getattr(self, name)) for name in ("headlines", "contact", "boilerplate")},
            "blocks": [
                {"text": block.text} if isinstance(block, Paragraph) else {"bullets": [[one.sign, one.text] for one in block.bullets]}
                for block in self.blocks
            ],
        }

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> "Release":
        blocks: list[Paragraph | Bullets] = [
            Paragraph(block["text"]) if "text" in block else Bullets(tuple(Bullet(sign, text) for sign, text in block["bullets"]))
            for block in stored["blocks"]
        ]
        return cls(**{**stored, "blocks": blocks})


def find_release(text: str) -> Release | None:
    """The first press release in a text, or None. It begins with the capital-letter lines directly above its status line, and
    ends with the text, or with the next Markdown heading after its end mark; without an end mark, with the next heading."""
    lines = clean_text(text).split("\n")
    statuses = [number for number, line in enumerate(lines) if _is_status(line)]
    if not statuses:
        return None
    at = statuses[0]
    limit = statuses[1] if len(statuses) > 1 else len(lines)
    start = _first_headline(lines, at)
    end = next((number for number in range(at + 1, limit) if _is_end(lines[number])), None)
    stop = next((number for number in range((end or at) + 1, len(lines)) if _is_heading(lines[number])), len(lines))
    issued, contact, body = _opening(lines[at + 1 : stop if end is None else end])
    return Release(
        before="\n".join(lines[:start]).strip("\n"),
        headlines=[line for line in lines[start:at] if line.strip()],
        status=lines[at],
        issued=issued,
        contact=contact,
        blocks=_blocks(body),
        end_mark="" if end is None else lines[end],
        boilerplate=[] if end is None else _paragraphs(lines[end + 1 : stop]),
        after="\n".join(lines[stop:]).strip("\n"),
    )


def _is_heading(line: str) -> bool:
    return bool(_HEADING.match(line) and re.search(r"\w", line)) and not _is_end(line)


def _is_end(line: str) -> bool:
    return bool(_END.fullmatch(line.strip()))


def _is_status(line: str) -> bool:
    """A line of its own, never the words within a sentence: what follows them is a date, a contact, or nothing."""
    if len(line) > 200:
        return False
    said = line.strip(_SIGNS)
    found = _EMBARGO.match(said) or _IMMEDIATE.match(said)
    if not found or not said[0].isupper():
        return False
    rest = found["rest"].strip(_SIGNS)
    if not rest:
        return bool(_EMBARGO.match(said)) or "mediat" in said.lower()
    if reads_as_a_moment(rest) or _UPON_RECEIPT.fullmatch(rest) or (contact_count([rest]) and rest[:7].lower() == "contact"):
        return True
    return bool(_EMBARGO.match(said)) and said == said.upper()


def _embargo(status: str, issued: str) -> str | None:
    said = status.strip(_SIGNS)
    found = _EMBARGO.match(said)
    if found:
        return found["rest"].strip(_SIGNS) or issued.strip() or said
    found = _IMMEDIATE.match(said)
    rest = found["rest"].strip(_SIGNS) if found else ""
    return rest if re.match(r"for\s+release", said, re.IGNORECASE) and reads_as_a_moment(rest) else None


def _in_capitals(line: str) -> bool:
    line = _SMALL_ENDINGS.sub("", line)
    return line == line.upper() and sum(character.isupper() for character in line) >= 2


def _first_headline(lines: list[str], at: int) -> int:
    start = at
    for number in range(at - 1, -1, -1):
        if not lines[number].strip():
            continue
        if not _in_capitals(lines[number]) or _is_heading(lines[number]) or _is_end(lines[number]):
            break
        start = number
    return start


def _opening(lines: list[str]) -> tuple[str, list[str], list[str]]:
    """The date of issue, the contact lines, and the lines of the body."""
    filled = [number for number, line in enumerate(lines) if line.strip()]
    issued = ""
    if filled and len(lines[filled[0]]) < 80 and reads_as_a_moment(lines[filled[0]]):
        issued = lines[filled[0]]
        lines = lines[filled[0] + 1 :]
        filled = [number for number, line in enumerate(lines) if line.strip()]
    candidates = [(lines[number], number > 0 and not lines[number - 1].strip()) for number in filled[:12]]
    candidates = list(takewhile(lambda candidate: not _begins_the_body(candidate[0]), candidates))
    count = contact_count([line for line, _apart in candidates], [apart for _line, apart in candidates])
    after = filled[count - 1] + 1 if count else 0
    return issued, [lines[number] for number in filled[:count]], lines[after:]


def _place(text: str) -> re.Match[str] | None:
    return _DATELINE.match(text[:160])


def _begins_the_body(line: str) -> bool:
    if contact_count([line]):
        return False
    return _in_capitals(line) or bool(_BULLET.match(line) or _place(line))


def blocks_of(text: str) -> list[Paragraph | Bullets]:
    """Paragraphs and rows of bullets of any text that is no markup."""
    return _blocks(clean_text(text).split("\n"))


def _paragraphs(lines: list[str]) -> list[str]:
    return [text for text in ("\n".join(group) for group in _groups(lines)) if text]


def _groups(lines: list[str]) -> Iterator[list[str]]:
    group: list[str] = []
    for line in [*lines, ""]:
        if line.strip():
            group.append(line)
        elif group:
            yield group
            group = []


def _blocks(lines: list[str]) -> list[Paragraph | Bullets]:
    """Paragraphs and rows of bullets; a row goes on over blank lines, a bullet over indented lines."""
    blocks: list[Paragraph | Bullets] = []
    for group in _groups(lines):
        text: list[str] = []
        bullets: list[Bullet] = []
        for line in group:
            found = _BULLET.fullmatch(line)
            if found:
                _close(blocks, text, [])
                bullets.append(Bullet(found.group(1), found.group(2)))
            elif bullets and line[0].isspace():
                bullets[-1] = Bullet(bullets[-1].sign, f"{bullets[-1].text}\n{line}")
            else:
                _close(blocks, [], bullets)
                text.append(line)
        _close(blocks, text, bullets)
    return blocks


def _close(blocks: list[Paragraph | Bullets], text: list[str], bullets: list[Bullet]) -> None:
    """Adds what has been gathered, and empties it."""
    if text:
        blocks.append(Paragraph("\n".join(text)))
        text.clear()
    if bullets:
        if blocks and isinstance(blocks[-1], Bullets):
            blocks[-1] = Bullets((*blocks[-1].bullets, *bullets))
        else:
            blocks.append(Bullets(tuple(bullets)))
        bullets.clear()
