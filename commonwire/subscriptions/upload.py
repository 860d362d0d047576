"""A calendar file from somebody's hands: read, sifted and taken in at once."""

from commonwire.site.queries import the_site
from commonwire.subscriptions.follow_source import follow_source
from commonwire.subscriptions.models import Source
from commonwire.subscriptions.sifting import sift
from commonwire.subscriptions.take_in_calendar import TakenIn, take_in_calendar


def source_by_hand(*, name: str, by: str = "") -> Source:
    """The calendar of this name whose files come by hand, a new one if there is none. ValidationError when one is followed under it."""
    known = Source.objects.filter(name=name, url="").first()
    return known or follow_source(name=name, language=the_site().language, by=by)


def take_in_file(*, source: Source, content: bytes, past: bool = False, by: str = "") -> TakenIn:
    """For the desk and the command line. With `past` also events that are over are taken. Raises reading.taken.Unreadable."""
    sifted = sift(content, zone=the_site().zone, past=past)
    return take_in_calendar(source=source, sifted=sifted, by=by)
