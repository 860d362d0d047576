"""What an event's page shows of its time and place."""

from commonwire.calendar.queries import event_of
from commonwire.newswire.models import Post
from commonwire.newswire.words import Kind
from commonwire.press.slots import Fragment, fills


@fills("post.head")
def facts(post: Post) -> Fragment | None:
    event = event_of(post) if post.kind == Kind.EVENT else None
    return Fragment("calendar/facts.html", {"event": event, "post": post}) if event else None
