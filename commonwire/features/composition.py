"""A feature as somebody composes it: what the desk's form, the archive and the example site hand to the verbs."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from commonwire.newswire.models import Post
from commonwire.newswire.wording import Wording


@dataclass(frozen=True)
class ComposedLink:
    label: str
    kind: str = ""
    target: Post | None = None
    url: str = ""


@dataclass(frozen=True)
class ComposedRow:
    links: Sequence[ComposedLink]
    label: str = ""
    kind_first: str = ""
    fills_from: str = ""


@dataclass(frozen=True)
class ComposedQuotation:
    words: str
    speaker: str = ""
    source: Post | None = None
    paragraph: int | None = None


@dataclass(frozen=True)
class Composition:
    """`wording.headline` is the first line of the stack; `lines` are those after it, repeats included."""

    wording: Wording
    lines: Sequence[str] = ()
    phase: str = ""
    dated: date | None = None
    redated: date | None = None
    rows: Sequence[ComposedRow] = field(default=())
    quotations: Sequence[ComposedQuotation] = field(default=())
