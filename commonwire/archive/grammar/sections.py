"""What can stand in the text of a page, one frozen dataclass each. Each can say its content lines again."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_REDUCED = re.compile(r"^(?:sm|320|480|600|640|800)_(?=.)")
_PREVIEW = re.compile(r"^(?P<original>.+\.pdf)_\d+_?\.(?:jpe?g|png|gif)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Prose:
    """Lines as written, blank lines between paragraphs included, none at either end."""

    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    def content_lines(self) -> Iterator[str]:
        yield from (line.strip() for line in self.lines if line.strip())


@dataclass(frozen=True, slots=True)
class MediaFile:
    """A file that the page showed and that is missing here. `lines` is all that the page printed of it, in order.

    medium is photo, audio, video, document or "" when nothing tells. width and height are those of the original, in pixels.
    """

    lines: tuple[str, ...]
    medium: str = ""
    file_name: str = ""
    alt: str = ""
    width: int | None = None
    height: int | None = None
    size: str = ""  # as printed, such as "12.3 MB"

    @property
    def reduced(self) -> bool:
        return bool(_REDUCED.match(self.file_name) or _PREVIEW.match(self.file_name))

    @property
    def original_name(self) -> str:
        """The name of the unreduced file."""
        name = _REDUCED.sub("", self.file_name)
        preview = _PREVIEW.match(name)
        return preview["original"] if preview else name

    def content_lines(self) -> Iterator[str]:
        yield from self.lines


@dataclass(frozen=True, slots=True)
class ExternalMedium:
    """A medium held elsewhere; title or url may be empty, never both."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class AdditionalMedia:
    label: str
    items: tuple[ExternalMedium, ...]

    def content_lines(self) -> Iterator[str]:
        yield self.label
        for item in self.items:
            yield from filter(None, (item.title, item.url))


@dataclass(frozen=True, slots=True)
class ProductionCredit:
    line: str
    name: str
    url: str = ""

    def content_lines(self) -> Iterator[str]:
        yield from filter(None, (self.line, self.url))


@dataclass(frozen=True, slots=True)
class PressRelease:
    headlines: tuple[str, ...]
    status: str
    embargo: str  # what follows EMBARGOED UNTIL, as printed
    contact: tuple[str, ...]
    dateline: str  # what opens the text, such as "MINNEAPOLIS"; still part of `body`
    body: tuple[str, ...]
    end_mark: str
    boilerplate: tuple[str, ...]

    def content_lines(self) -> Iterator[str]:
        lines = (*self.headlines, self.status, *self.contact, *self.body, self.end_mark, *self.boilerplate)
        yield from (line.strip() for line in lines if line.strip())


@dataclass(frozen=True, slots=True)
class Related:
    """`For more information: URL` as printed, its address perhaps on the next line; in a part the bare address."""

    line: str
    url: str

    def content_lines(self) -> Iterator[str]:
        yield self.line
        if self.url not in self.line:
            yield self.url


@dataclass(frozen=True, slots=True)
class Link:
    """A link of a row: the kind word as printed ("" when it carries none) and the editor's own label. Its target is lost."""

    word: str
    label: str

    @property
    def printed(self) -> str:
        return f"{self.word} {self.label}".strip()


@dataclass(frozen=True, slots=True)
class LinkRow:
    """A row of typed links.

    `word` is a kind word before the row's own label; `joint`, ": " or " | ", stands between label and links.
    """

    line: str
    word: str
    label: str
    joint: str
    links: tuple[Link, ...]

    @property
    def printed(self) -> str:
        opening = f"{self.word} {self.label}".strip() + self.joint
        return (opening + " | ".join(link.printed for link in self.links)).strip()

    def entries(self) -> tuple[Link, ...]:
        """Every link of the row, its label among them where that carries a kind word and so was a link itself."""
        own = (Link(self.word, self.label),) if self.word and self.joint == " | " else ()
        return (*own, *self.links)

    def content_lines(self) -> Iterator[str]:
        yield self.line


Section = Prose | MediaFile | AdditionalMedia | ProductionCredit | PressRelease | Related | LinkRow
