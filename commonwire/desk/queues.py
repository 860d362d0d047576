"""What the desk sees: a few queues, each a page at a time. The place where a page ends is named by a public id, never by a row number."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from django.db.models import Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from commonwire.base.ids import is_public_id
from commonwire.desk.queues_contributions import held_contributions, hidden_contributions
from commonwire.ledger.models import Entry
from commonwire.newswire.models import Comment, Part, Post
from commonwire.newswire.submission import Submission
from commonwire.newswire.words import STREAM, Standing, Visibility

MOST = 50


class Some(NamedTuple):
    """A page of a queue, and the public id after which the next one begins (empty at the end)."""

    cases: list[Submission]
    after: str


@dataclass(frozen=True)
class Queue:
    code: str
    title: str | Promise
    nothing: str | Promise
    read: Callable[[str], Some]


def _cut(rows: list[Submission]) -> Some:
    return Some(rows[:MOST], rows[MOST - 1].public_id if len(rows) > MOST else "")


def _in_order(rows: QuerySet, field: str, after: str, *, oldest_first: bool = False) -> Some:  # type: ignore[type-arg]
    """A page of these rows by a field and their row numbers, after the row with this public id."""
    last = rows.model._default_manager.filter(public_id=after).first() if is_public_id(after) else None
    if last is not None and getattr(last, field) is not None:
        side, here = ("gt" if oldest_first else "lt"), getattr(last, field)
        rows = rows.filter(Q(**{f"{field}__{side}": here}) | Q(**{field: here, f"pk__{side}": last.pk}))
    sign = "" if oldest_first else "-"
    return _cut(list(rows.order_by(f"{sign}{field}", f"{sign}pk")[: MOST + 1]))


def _posts(**where: object) -> QuerySet[Post]:
    found: QuerySet[Post] = Post.objects.filter(**where).select_related("hidden_by").for_lists()
    return found


def held_posts(after: str) -> Some:
    return _in_order(_posts(visibility=Visibility.HELD), "sent", after, oldest_first=True)


def held_comments(after: str) -> Some:
    return _in_order(Comment.objects.filter(visibility=Visibility.HELD).select_related("post"), "sent", after, oldest_first=True)


def embargoed(after: str) -> Some:
    return _in_order(_posts(visibility=Visibility.EMBARGOED), "publish_at", after, oldest_first=True)


def unsorted(after: str) -> Some:
    """Newest first, as readers see them: what stands at the top does most good or harm."""
    return _in_order(_posts(visibility=Visibility.SHOWN, kind__in=STREAM, standing=Standing.NEW), "published", after)


def recently_sorted(after: str) -> Some:
    """Each post once, by the last time it was sorted."""
    entries = Entry.objects.filter(verb="post.sorted").order_by("-id")
    last = Post.objects.filter(public_id=after).first() if is_public_id(after) else None
    here = entries.filter(subject=last.key).first() if last else None
    subjects = (entries.filter(pk__lt=here.pk) if here else entries).values_list("subject", flat=True)
    seen: dict[int, None] = {}
    for subject in subjects[: 4 * MOST]:  # a post that is sorted again and again counts once
        if len(seen) <= MOST:
            seen[int(subject.partition(":")[2])] = None
    posts = {post.pk: post for post in _posts(pk__in=list(seen), visibility=Visibility.SHOWN)}
    return _cut([posts[pk] for pk in seen if pk in posts])


def hidden_posts(after: str) -> Some:
    return _in_order(_posts(visibility=Visibility.HIDDEN), "hidden_at", after)


def hidden_comments(after: str) -> Some:
    return _in_order(Comment.objects.filter(visibility=Visibility.HIDDEN).select_related("post", "hidden_by"), "hidden_at", after)


def _parts(visibility: Visibility) -> QuerySet[Part]:
    parts = Part.objects.filter(visibility=visibility).select_related("post", "hidden_by")
    return parts.prefetch_related("files__file__renditions")


def held_parts(after: str) -> Some:
    return _in_order(_parts(Visibility.HELD), "sent", after, oldest_first=True)


def hidden_parts(after: str) -> Some:
    return _in_order(_parts(Visibility.HIDDEN), "hidden_at", after)


def _sent_in(read: Callable[[str, int], list[Submission]]) -> Callable[[str], Some]:
    return lambda after: _cut(read(after, MOST + 1))


QUEUES = (
    Queue("held", _("Held posts"), _("Nothing is held. What comes in is shown at once."), held_posts),
    Queue("held-comments", _("Held comments"), _("No comment is held."), held_comments),
    Queue("held-parts", _("Held parts"), _("No part is held."), held_parts),
    Queue("held-contributions", _("Held contributions"), _("No contribution is held."), _sent_in(held_contributions)),
    Queue("embargoed", _("Waiting for their hour"), _("No post waits for its hour."), embargoed),
    Queue("new", _("New and unsorted"), _("Everything is sorted."), unsorted),
    Queue("sorted", _("Recently sorted"), _("Nothing has been sorted yet."), recently_sorted),
    Queue("hidden", _("Recently hidden"), _("No post is hidden."), hidden_posts),
    Queue("hidden-comments", _("Hidden comments"), _("No comment is hidden."), hidden_comments),
    Queue("hidden-parts", _("Hidden parts"), _("No part is hidden."), hidden_parts),
    Queue("hidden-contributions", _("Hidden contributions"), _("No contribution is hidden."), _sent_in(hidden_contributions)),
)
