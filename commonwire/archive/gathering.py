"""The sections of a page, or of a part, sorted into columns, files and rows, and the order in which they stood.

The order is a list of blocks. A block names lines of the text, a file, further media or a row of links by number; it holds words of its
own only where no column takes them. A line is a list of pieces: words as they are, or a reference `{"ref": "headline"}` to a column.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from commonwire.archive.grammar import (
    AdditionalMedia,
    ExternalMedium,
    LinkRow,
    MediaFile,
    PressRelease,
    ProductionCredit,
    Prose,
    Related,
    Section,
)
from commonwire.base.links import safe_href

Piece = str | dict[str, str]
Block = dict[str, Any]
KINDS = {"photo": "picture", "audio": "audio", "video": "video", "document": "document"}
URL_LONGEST = 500


@dataclass(frozen=True, slots=True)
class WantedFile:
    """A file that the page showed: a placeholder until somebody brings it."""

    name: str
    kind: str
    alt: str
    width: int | None
    height: int | None
    reduced: bool
    addresses: tuple[str, ...]  # the file names by which the old site served it


@dataclass
class Gathering:
    """`whole`: of a post, which has columns for a credit, further media and rows; of a part otherwise."""

    whole: bool
    lines: list[str] = field(default_factory=list)
    files: list[WantedFile] = field(default_factory=list)
    media: list[tuple[str, str]] = field(default_factory=list)
    rows: list[LinkRow] = field(default_factory=list)
    credit: str = ""
    credit_url: str = ""
    related_url: str = ""
    blocks: list[Block] = field(default_factory=list)

    @property
    def body(self) -> str:
        return "\n".join(self.lines)

    def take(self, sections: Iterable[Section]) -> "Gathering":
        for section in sections:
            self.blocks.append(self._block(section))
        return self

    def _block(self, section: Section) -> Block:
        match section:
            case Prose():
                return self._text("prose", section.lines)
            case PressRelease():
                return self._text("release", _release_lines(section))
            case MediaFile():
                return self._file(section)
            case AdditionalMedia():
                return {"is": "media", "label": section.label, "items": [self._medium(each) for each in section.items]}
            case ProductionCredit():
                return self._credit(section)
            case Related():
                return self._related(section)
            case LinkRow():
                return self._row(section)

    def _text(self, name: str, lines: Sequence[str]) -> Block:
        if self.lines:
            self.lines.append("")
        first = len(self.lines)
        self.lines.extend(lines)
        return {"is": name, "from": first, "to": len(self.lines)}

    def _file(self, section: MediaFile) -> Block:
        names = tuple(dict.fromkeys(filter(None, (section.file_name, section.original_name))))
        name = section.file_name or section.lines[-1].split("(")[0].strip(" :") or section.medium
        kind = KINDS.get(section.medium, "picture")
        self.files.append(WantedFile(name, kind, section.alt, section.width, section.height, section.reduced, names))
        return {"is": "file", "file": len(self.files) - 1, "lines": list(section.lines)}

    def _medium(self, medium: ExternalMedium) -> Block:
        if not self.whole or not _is_kept(medium.url) or len(medium.title) > 300:
            return {"title": medium.title, "url": medium.url}
        self.media.append((medium.title, medium.url))
        return {"medium": len(self.media) - 1}

    def _credit(self, section: ProductionCredit) -> Block:
        references: list[tuple[str, str]] = []
        if self.whole and not self.credit and len(section.line) <= 200 and (not section.url or _is_kept(section.url)):
            self.credit, self.credit_url = section.line, section.url
            references = [("credit", section.line), ("credit_url", section.url)]
        return {"is": "lines", "as": "credit-line", "lines": [pieces(line, references) for line in section.content_lines()]}

    def _related(self, section: Related) -> Block:
        references: list[tuple[str, str]] = []
        if not self.related_url and _is_kept(section.url):
            self.related_url = section.url
            references = [("related_url", section.url)]
        return {"is": "lines", "as": "related", "lines": [pieces(line, references) for line in section.content_lines()]}

    def _row(self, section: LinkRow) -> Block:
        """A row whose own print would say the line again stands by number; its kind words and joint as the page printed them."""
        fits = len(section.label) <= 80 and all(0 < len(link.label) <= 300 for link in section.links)
        if not self.whole or not fits or " ".join(section.printed.split()) != " ".join(section.line.split()):
            return {"is": "lines", "as": "row", "lines": [[section.line]]}
        self.rows.append(section)
        said = {"word": section.word, "joint": section.joint.strip(), "words": [link.word for link in section.links]}
        return {"is": "row", "row": len(self.rows) - 1, **said}


def pieces(line: str, references: Sequence[tuple[str, str]]) -> list[Piece]:
    """The line, with what stands in a column replaced by its name; columns in the order in which they stand in the line."""
    found: list[Piece] = []
    for name, words in references:
        before, here, after = line.partition(words) if words else (line, "", "")
        if here:
            found += [before, {"ref": name}] if before else [{"ref": name}]
            line = after
    return [*found, line] if line else found


def _is_kept(url: str) -> bool:
    """An address that a column may hold and a page may link."""
    return len(url) <= URL_LONGEST and bool(safe_href(url)) and url.startswith(("http://", "https://"))


def _release_lines(release: PressRelease) -> list[str]:
    """With the blank lines that such releases have between their pieces."""
    groups = [[line] for line in release.headlines]
    groups += [[release.status, *release.contact], list(release.body), [release.end_mark], list(release.boilerplate)]
    said: list[str] = []
    for group in groups:
        if any(line.strip() for line in group):
            said += ["", *group] if said else group
    return said
