"""What must be said of a post wherever its headline stands: CANCELLED, POSTPONED, MOVED. Rooms above know; lists and feeds ask.

@marks
def changed_events(posts) -> dict[int, Mark]: ...
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise

from commonwire.newswire.models import Post


@dataclass(frozen=True)
class Mark:
    """`word` stands before the headline, in whichever language is spoken then; `sentence` before the summary."""

    code: str
    word: "str | Promise"
    sentence: str


Marking = Callable[[Sequence[Post]], Mapping[int, Mark]]
MARKING: list[Marking] = []


def marks(marking: Marking) -> Marking:
    MARKING.append(marking)
    return marking


def marks_of(posts: Sequence[Post]) -> dict[int, Mark]:
    """By the id of the post; the same few queries however many posts there are."""
    found: dict[int, Mark] = {}
    for marking in MARKING:
        found.update(marking(posts))
    return found


def with_marks(posts: list[Post]) -> list[Post]:
    """For lists: each post that has a mark carries it as `mark`."""
    known = marks_of(posts)
    for post in posts:
        post.mark = known.get(post.pk)
    return posts
