"""What the page of an event, and every list that names it, show of its time, place and state."""

from collections.abc import Sequence

from commonwire.calendar.event_map import event_map
from commonwire.calendar.showing import next_dates, shown_of
from commonwire.calendar.telling import sentence_of, telling_of
from commonwire.newswire.marks import Mark, marks
from commonwire.newswire.models import Post
from commonwire.newswire.words import Kind
from commonwire.press.slots import Fragment, fills


@fills("post.banner")
def banner(post: Post) -> Fragment | None:
    shown = shown_of(post)
    told = [line for line in shown.following if line.telling] if shown else []
    if shown is None or not (shown.telling or told or shown.unconfirmed or shown.doubted):
        return None
    return Fragment("calendar/banner.html", {"shown": shown, "told": told, "post": post})


@marks
def what_changed(posts: Sequence[Post]) -> dict[int, Mark]:
    """CANCELLED, POSTPONED, MOVED before every headline of an event, by its next date."""
    dates = next_dates([post.pk for post in posts if post.kind == Kind.EVENT])
    told = {pk: (date, telling) for pk, date in dates.items() if (telling := telling_of(date))}
    return {pk: Mark(telling.code, telling.word, sentence_of(telling, date)) for pk, (date, telling) in told.items()}


@fills("post.head")
def facts(post: Post) -> Fragment | None:
    shown = shown_of(post)
    if shown is None:
        return None
    svg = event_map(shown.where, list(post.regions.all()))
    keys = [relation.key for relation in shown.relations if relation.key] + (["map"] if svg else [])
    return Fragment("calendar/facts.html", {"shown": shown, "event": shown.event, "post": post, "svg": svg}, tuple(keys), shown.until)


@fills("post.after")
def did_it_happen(post: Post) -> Fragment | None:
    shown = shown_of(post)
    return Fragment("calendar/happened.html", {"shown": shown, "post": post}) if shown and shown.asked else None
