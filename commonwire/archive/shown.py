"""A layout and the post it belongs to, made into what the template prints."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from commonwire.archive.gathering import Block, Piece
from commonwire.archive.places import known_names, named
from commonwire.base.links import safe_href
from commonwire.features.models import Feature
from commonwire.media.models import File
from commonwire.newswire.article import Article
from commonwire.newswire.models import FurtherMedia, Part, Post
from commonwire.newswire.prose import prose
from commonwire.newswire.words import Visibility
from commonwire.taxonomy.models import Place

GROUPS = {
    "placing": "kicker",
    "unknown": "kicker",
    "title": "title",
    "dateline": "title",
    "headline": "title",
    "byline": "meta",
    "published": "meta",
    "label": "fields",
    "field": "fields",
}


@dataclass(frozen=True)
class ShownPiece:
    text: str
    href: str = ""  # elsewhere
    path: str = ""  # of a region or topic here


@dataclass(frozen=True)
class ShownLine:
    role: str
    pieces: Sequence[ShownPiece]
    repeats: bool = False


@dataclass(frozen=True)
class ShownPart:
    number: int
    part: Part
    head: Sequence[tuple[str, Sequence[ShownLine]]]
    blocks: Sequence[dict[str, Any]]


@dataclass
class Showing:
    """One page being made: paragraphs are numbered through text and parts."""

    post: Post
    article: Article
    feature: Feature | None
    layout: dict[str, list[Block]]
    following: int = 1
    places_left: list[Place] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.places_left = list(self.article.places)

    @property
    def columns(self) -> dict[str, str]:
        names = ("headline", "byline", "summary", "credit", "credit_url", "related_url", "dated")
        stack = [] if self.feature is None else [line.text for line in self.feature.lines.all()]
        return {name: str(getattr(self.post, name)) for name in names} | {f"line:{n}": text for n, text in enumerate(stack)}

    def head(self) -> list[tuple[str, Sequence[ShownLine]]]:
        return self._grouped(self.layout["head"], self.columns)

    def text(self) -> list[dict[str, Any]]:
        media = list(self.post.further_media.all())
        return [self._shown(block, self.columns, self.post.body, self.post.ordered_files, media) for block in self.layout["text"]]

    def parts(self) -> Iterator[ShownPart]:
        """Those that readers may know of; a hidden one says so itself."""
        parts = sorted(self.post.parts.all(), key=lambda each: each.position)
        number = 0
        for part, layout in zip(parts, self.layout["parts"], strict=True):
            if part.visibility not in (Visibility.SHOWN, Visibility.HIDDEN):
                continue
            number += 1
            columns = {name: str(getattr(part, name)) for name in ("title", "byline", "related_url", "dated")}
            blocks = [] if part.is_hidden else [self._shown(each, columns, part.body, part.ordered_files, []) for each in layout["text"]]
            yield ShownPart(number, part, self._grouped(layout["head"], columns), blocks)

    def _grouped(self, lines: list[Block], columns: dict[str, str]) -> list[tuple[str, Sequence[ShownLine]]]:
        seen: set[str] = set()
        shown = []
        for line in lines:
            made = [self._piece(piece, columns) for piece in line["pieces"]]
            text = "".join(piece.text for piece in made)
            shown.append(ShownLine(line["role"], made, line["role"] == "headline" and text in seen))
            seen.add(text)
        return [(name, list(group)) for name, group in groupby(shown, key=lambda line: GROUPS.get(line.role, "standfirst"))]

    def _piece(self, piece: Piece, columns: dict[str, str]) -> ShownPiece:
        if isinstance(piece, str):
            return ShownPiece(piece, href=(safe_href(piece) or "") if piece.startswith(("http://", "https://")) else "")
        if "place" in piece:
            return ShownPiece(piece["as"], path=self._path_of(piece))
        text = columns[piece["ref"]]
        return ShownPiece(text, href=text if piece["ref"] in ("credit_url", "related_url") else "")

    def _path_of(self, piece: dict[str, str]) -> str:
        """Nowhere when the desk has placed the post elsewhere since."""
        places = [place for place in self.article.places if place.path.startswith(f"/{piece['place']}/")]
        names = (piece["as"], *known_names(piece["place"], piece["slug"]))
        found = next((place for place in places if place.slug == piece["slug"]), None) or named(places, names)
        if found in self.places_left:
            self.places_left.remove(found)
        return found.path if found else ""

    def _shown(self, block: Block, columns: dict[str, str], body: str, files: list[File], media: list[FurtherMedia]) -> dict[str, Any]:
        match block["is"]:
            case "prose" | "release":
                said = "\n".join(body.split("\n")[block["from"] : block["to"]])
                made = prose(said, release=block["is"] == "release", plain=True, first=self.following)
                self.following = made.following
                return {"is": "prose", "html": made.html}
            case "file":
                return {"is": "file", "file": files[block["file"]], "lines": block["lines"]}
            case "media":
                return {"is": "media", "label": block["label"], "items": [_medium(each, media) for each in block["items"]]}
            case "row":
                return {"is": "row", **self._row(block)}
            case _:
                lines = [[self._piece(piece, columns) for piece in line] for line in block["lines"]]
                return {"is": "lines", "as": block["as"], "lines": lines}

    def _row(self, block: Block) -> dict[str, Any]:
        rows = list(self.feature.rows.all()) if self.feature else []
        row = rows[block["row"]]
        return {
            "row": row,
            "word": block["word"],
            "joint": block["joint"],
            "links": list(zip(block["words"], row.links.all(), strict=True)),
        }


def _medium(item: dict[str, Any], media: list[FurtherMedia]) -> dict[str, str]:
    if "medium" in item:
        row = media[item["medium"]]
        item = {"title": row.title, "url": row.url}
    return {**item, "href": safe_href(item["url"]) or "" if item["url"] else ""}
