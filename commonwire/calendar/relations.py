"""What an event belongs to, as a room above says: the day of action of a rally. Asked for many posts at once.

@relates
def their_actions(posts) -> dict[int, list[Relation]]: ...
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from commonwire.newswire.models import Post


@dataclass(frozen=True)
class Relation:
    """`path` is its page on this site; `uid` what a calendar file calls it (RELATED-TO;RELTYPE=PARENT); `key` the page key of its name."""

    name: str
    path: str
    uid: str
    key: str = ""


Relating = Callable[[Sequence[Post]], Mapping[int, Sequence[Relation]]]
RELATING: list[Relating] = []


def relates(relating: Relating) -> Relating:
    RELATING.append(relating)
    return relating


def relations_of(posts: Sequence[Post]) -> dict[int, list[Relation]]:
    """Everything that each post belongs to, by its id; a post that belongs to nothing has no entry."""
    found: dict[int, list[Relation]] = {}
    for relating in RELATING:
        for pk, relations in relating(posts).items():
            found.setdefault(pk, []).extend(relations)
    return found
