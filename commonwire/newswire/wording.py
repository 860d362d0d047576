"""The words of a post as somebody gives them: what the form, the archive and the example site hand to the verbs."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from commonwire.newswire.words import Kind
from commonwire.site.licences import DEFAULT_LICENCE
from commonwire.taxonomy.models import Region, Topic

# The columns of a post that hold somebody's words; a correction compares them, a withdrawal blanks them.
COLUMNS = (
    "headline",
    "byline",
    "summary",
    "body",
    "language",
    "related_url",
    "source_name",
    "source_url",
    "credit",
    "credit_url",
    "licence",
    "content_note",
    "plain_release",
)


@dataclass(frozen=True)
class Wording:
    headline: str
    body: str = ""
    summary: str = ""
    byline: str = ""
    language: str = "en"
    kind: str = Kind.REPORT
    related_url: str = ""
    source_name: str = ""
    source_url: str = ""
    credit: str = ""
    credit_url: str = ""
    licence: str = DEFAULT_LICENCE
    content_note: str = ""
    plain_release: bool = False
    further_media: Sequence[tuple[str, str]] = ()
    regions: Sequence[Region] = field(default=())
    topics: Sequence[Topic] = field(default=())

    def columns(self) -> dict[str, object]:
        return {name: getattr(self, name) for name in COLUMNS}
