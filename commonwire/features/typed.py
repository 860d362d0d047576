"""What stands in the form of a feature, exactly as typed: rows, links, quotations and pictures to be added, put in order, removed.

Nothing of it is stored between two requests. A form is read into this, changed, and written out again as names and values: for the
next form and for the hidden fields of a preview. Nothing here judges; `forms` does.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from django.http import QueryDict

WORDS = ("headlines", "dated", "redated", "byline", "language", "summary", "body", "phase", "note", "draft", "seen", "find")
UPLOAD = ("upload_alt", "upload_caption", "upload_credit")
MANY = ("regions", "topics")
ROW = ("label", "kind_first", "fills_from")
LINK = ("kind", "label", "target")
QUOTATION = ("words", "speaker", "source", "paragraph")
PICTURE = ("file", "title", "alt", "caption", "credit")
# Together below the number of fields that one form may send (settings.DATA_UPLOAD_MAX_NUMBER_FIELDS).
MOST_ROWS, MOST_LINKS, MOST_QUOTATIONS, MOST_PICTURES = 15, 80, 10, 8

Said = dict[str, str]
Pair = tuple[str, str]


@dataclass
class TypedRow:
    """`number` is the one it bore in the form that was sent; a new row has none."""

    said: Said
    links: list[Said] = field(default_factory=list)
    number: int = -1


@dataclass
class Typed:
    words: Said = field(default_factory=dict)
    many: dict[str, list[str]] = field(default_factory=dict)
    asked: dict[str, list[str]] = field(default_factory=dict)  # what rooms above ask in the same form
    rows: list[TypedRow] = field(default_factory=list)
    quotations: list[Said] = field(default_factory=list)
    pictures: list[Said] = field(default_factory=list)

    @property
    def pairs(self) -> list[Pair]:
        """Names and values as the form sends them, numbered anew in the present order."""
        return list(self._pairs())

    def _pairs(self) -> Iterator[Pair]:
        yield from self.words.items()
        yield from ((name, value) for name, values in {**self.many, **self.asked}.items() for value in values)
        yield from (("rows", str(len(self.rows))), ("quotations", str(len(self.quotations))), ("pictures", str(len(self.pictures))))
        for number, row in enumerate(self.rows):
            yield from _named(f"row-{number}", row.said)
            yield f"row-{number}-links", str(len(row.links))
            for n, link in enumerate(row.links):
                yield from _named(f"link-{number}-{n}", link)
        for number, quotation in enumerate(self.quotations):
            yield from _named(f"quotation-{number}", quotation)
        for number, picture in enumerate(self.pictures):
            yield from _named(f"picture-{number}", picture)

    @property
    def data(self) -> QueryDict:
        """What the forms are bound to."""
        data = QueryDict(mutable=True)
        for name, value in self.pairs:
            data.appendlist(name, value)
        return data

    @property
    def links(self) -> list[Said]:
        return [link for row in self.rows for link in row.links]

    @property
    def is_too_much(self) -> bool:
        """Whether this is more than one form can carry; it must then not be opened, or what is beyond would be lost."""
        counts = (
            (self.rows, MOST_ROWS),
            (self.links, MOST_LINKS),
            (self.quotations, MOST_QUOTATIONS),
            (self.pictures, MOST_PICTURES),
        )
        return any(len(things) > most for things, most in counts)

    def add_row(self, *links: Said) -> bool:
        """False when there are as many as the form can carry; so do the others that add."""
        if len(self.rows) >= MOST_ROWS:
            return False
        self.rows.append(TypedRow(dict.fromkeys(ROW, ""), list(links)))
        return True

    def add_links(self, number: int, *links: Said) -> bool:
        """To the row that bore this number; a number that none bore makes a new row."""
        if len(self.links) + len(links) > MOST_LINKS:
            return False
        row = next((row for row in self.rows if row.number == number), None)
        if row is None:
            return self.add_row(*links)
        row.links.extend(links)
        return True

    def add_quotation(self) -> bool:
        if len(self.quotations) >= MOST_QUOTATIONS:
            return False
        self.quotations.append(dict.fromkeys(QUOTATION, ""))
        return True

    def add_picture(self, picture: Said) -> bool:
        if len(self.pictures) >= MOST_PICTURES:
            return False
        self.pictures.append({**dict.fromkeys(PICTURE, ""), **picture})
        return True

    def forget_empty(self) -> None:
        """A link without words and address, and a row or quotation without anything, is nothing."""
        for row in self.rows:
            row.links = [link for link in row.links if link["label"].strip() or link["target"].strip()]
        self.rows = [row for row in self.rows if row.links or any(value.strip() for value in row.said.values())]
        self.quotations = [each for each in self.quotations if any(value.strip() for value in each.values())]


def empty_link() -> Said:
    return dict.fromkeys(LINK, "")


def read_typed(sent: QueryDict, asked: Sequence[str] = ()) -> Typed:
    """From a form: what is marked as removed left out, everything else in the order of its numbers. `asked` names the fields of others."""
    rows = []
    for number in _numbers(sent, "rows", MOST_ROWS):
        links = [(f"link-{number}-{n}", LINK) for n in _numbers(sent, f"row-{number}-links", MOST_LINKS)]
        rows.append((f"row-{number}", TypedRow(_said(sent, f"row-{number}", ROW), _in_order(sent, links), number)))
    rows = [(prefix, row) for prefix, row in rows if f"{prefix}-remove" not in sent]
    rows.sort(key=lambda each: _order(sent, each[0]))
    return Typed(
        words={name: sent.get(name, "") for name in (*WORDS, *UPLOAD)},
        many={name: sent.getlist(name) for name in MANY},
        asked={name: sent.getlist(name) for name in asked if name in sent},
        rows=[row for _, row in rows],
        quotations=_in_order(sent, [(f"quotation-{n}", QUOTATION) for n in _numbers(sent, "quotations", MOST_QUOTATIONS)]),
        pictures=_in_order(sent, [(f"picture-{n}", PICTURE) for n in _numbers(sent, "pictures", MOST_PICTURES)]),
    )


def _named(prefix: str, said: Mapping[str, str]) -> Iterator[Pair]:
    return ((f"{prefix}-{name}", value) for name, value in said.items())


def _said(sent: QueryDict, prefix: str, names: tuple[str, ...]) -> Said:
    return {name: sent.get(f"{prefix}-{name}", "") for name in names}


def _in_order(sent: QueryDict, found: Sequence[tuple[str, tuple[str, ...]]]) -> list[Said]:
    kept = [(prefix, names) for prefix, names in found if f"{prefix}-remove" not in sent]
    return [_said(sent, prefix, names) for prefix, names in sorted(kept, key=lambda each: _order(sent, each[0]))]


def _numbers(sent: QueryDict, name: str, most: int) -> range:
    count = sent.get(name, "")
    return range(min(int(count), most) if count.isascii() and count.isdigit() and len(count) < 4 else 0)


def _order(sent: QueryDict, prefix: str) -> float:
    """The number typed for its place; what bears none stays at the end. Sorting keeps equals as they stood."""
    try:
        place = float(sent.get(f"{prefix}-order", "").replace(",", "."))
    except ValueError:
        return float("inf")
    return place if place == place else float("inf")  # NaN equals nothing, not even itself
