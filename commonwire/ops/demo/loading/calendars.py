"""Other people's calendars: taken in from a file, as if it had been found at its address, and never looked for in the world."""

from commonwire.ops.demo import nouns
from commonwire.ops.demo.content import calendar_file
from commonwire.ops.demo.loading.town import Town
from commonwire.subscriptions.follow_source import change_source, follow_source
from commonwire.subscriptions.upload import take_in_file


def follow_calendar(town: Town, given: nouns.FollowedCalendar) -> None:
    """Paused, so that no site asks the net for a library that does not exist."""
    said = {
        "name": given.name,
        "url": given.url,
        "language": given.language,
        "hours": given.hours,
        "regions": town.regions_of(given.regions),
        "topics": town.topics_of(given.topics),
    }
    source = follow_source(**said)  # type: ignore[arg-type]
    source = change_source(source=source, paused=True, **said)  # type: ignore[arg-type]
    take_in_file(source=source, content=calendar_file(given, town.content.today))
