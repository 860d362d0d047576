"""Rows of links that fill themselves. A room above offers what a row may show; links typed by hand stay pinned before it.

    @fills_row("coverage", _("coverage of the day of action"))
    def newest_coverage(feature: Feature, most: int) -> Filled | None: ...

Of a feature that is not stored yet, `feature.details` holds what its form was told.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise

from commonwire.features.models import Feature, LinkRow, RowLink
from commonwire.features.targets import kind_of
from commonwire.newswire.models import Post

MOST_IN_ROW = 8  # pinned and filled together


@dataclass(frozen=True)
class Filled:
    """Public posts, the best first, and the page keys whose change must print the feature again."""

    posts: Sequence[Post]
    shows: tuple[str, ...] = ()


Filling = Callable[[Feature, int], Filled | None]  # called with the most posts that may be needed
LABELS: dict[str, str | Promise] = {}
_FILLINGS: dict[str, Filling] = {}


def fills_row(code: str, label: str | Promise) -> Callable[[Filling], Filling]:
    def register(filling: Filling) -> Filling:
        LABELS[code], _FILLINGS[code] = label, filling
        return filling

    return register


def filled_links(feature: Feature, row: LinkRow) -> tuple[list[RowLink], tuple[str, ...]]:
    """What stands in this row behind its pinned links, and the keys it depends on."""
    filling = _FILLINGS.get(row.fills_from)
    filled = filling(feature, MOST_IN_ROW) if filling else None
    if filled is None:
        return [], ()
    pinned = {link.target_id for link in row.links.all()}
    left = max(0, MOST_IN_ROW - len(row.links.all()))
    fresh = [post for post in filled.posts if post.pk not in pinned][:left]
    links = [RowLink(kind=kind_of(post), label=post.headline, target=post) for post in fresh]
    return links, (*filled.shows, *(post.key for post in fresh))
