"""Whether a post still says what was taken in."""

from commonwire.archive.plan import digest
from commonwire.features.queries import feature_of
from commonwire.newswire.models import Post
from commonwire.newswire.wording import COLUMNS
from commonwire.newswire.words import Kind


def said_by(post: Post) -> str:
    """Of its words and its parts', its further media and which files it has; not of its places, standing or visibility."""
    parts = sorted(post.parts.all(), key=lambda part: part.position)
    whole: list[object] = [
        [getattr(post, name) for name in COLUMNS],
        [[each.title, each.url] for each in post.further_media.all()],
        [[part.title, part.byline, part.body, part.related_url, len(part.ordered_files)] for part in parts],
        len(post.ordered_files),
    ]
    feature = feature_of(post) if post.kind == Kind.FEATURE else None
    if feature:
        whole.append([line.text for line in feature.lines.all()])
        whole.append([[row.label, row.kind_first, *([link.kind, link.label] for link in row.links.all())] for row in feature.rows.all()])
        whole.append([quotation.words for quotation in feature.quotations.all()])
    return digest(whole)
