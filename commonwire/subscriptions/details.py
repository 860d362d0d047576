"""What a taken event is to the calendar and to the newswire: the details of an event, the words of a post."""

import re

from commonwire.base.text import clean_text, excerpt
from commonwire.calendar.words import EventType
from commonwire.newswire.wording import Wording
from commonwire.newswire.words import Kind
from commonwire.subscriptions.models import Source
from commonwire.subscriptions.reading.taken import Taken

LICENCE = "author"  # a calendar file says nothing of licences
_TYPES = {
    EventType.PROTEST: {"protest", "demonstration", "demo", "manifestacion", "kundgebung"},
    EventType.RALLY: {"rally", "movements politics"},
    EventType.MARCH: {"march"},
    EventType.STRIKE: {"strike", "walkout"},
    EventType.PICKET: {"picket"},
    EventType.MEETING: {"meeting", "assembly", "plenum", "general assembly"},
    EventType.CLASS: {"class", "training", "workshop", "teach-in", "learning"},
    EventType.HEARING: {"hearing", "trial", "court"},
    EventType.VIGIL: {"vigil"},
    EventType.BENEFIT: {"benefit", "fundraiser", "solidarity event"},
    EventType.SCREENING: {"screening", "film", "movie", "concert", "concert/show", "show", "music", "performing visual arts"},
    EventType.ONLINE: {"online", "webinar"},
}


def details_of(taken: Taken) -> dict[str, object]:
    """For `place_event` and `move_event`; its state apart, which has verbs of its own."""
    place, address = _place(taken.location)
    return {
        "starts": taken.starts,
        "ends": taken.ends,
        "all_day": taken.all_day,
        "zone": taken.zone,
        "rule": taken.rule,
        "further_dates": list(taken.rdates),
        "left_out": list(taken.exdates),
        "place": place,
        "address": address,
        "latitude": taken.latitude,
        "longitude": taken.longitude,
        "online_url": taken.online,
        "organiser": taken.organiser,
        "type": type_of(taken),
    }


def wording_of(taken: Taken, source: Source) -> Wording:
    """Signed by the source."""
    return Wording(
        headline=excerpt(taken.summary, 290),
        body=clean_text(taken.description),
        byline=source.name,
        language=source.language,
        kind=Kind.EVENT,
        related_url=taken.url,
        licence=LICENCE,
        plain_release=True,
        regions=list(source.regions.all()),
        topics=list(source.topics.all()),
    )


def type_of(taken: Taken) -> str:
    said = {word.casefold().replace("_", " ") for word in taken.categories}
    return next((code.value for code, words in _TYPES.items() if said & words), EventType.OTHER.value)


def _place(location: str) -> tuple[str, str]:
    """`Pier 4, 12 Quay Street, Port Ellery` is a name and an address; what begins with a number is an address alone."""
    name, _comma, rest = (part.strip() for part in location.partition(","))
    if re.match(r"\d", name) or len(name) > 200:
        return "", location[:300]
    return name, rest[:300]


def elsewhere_of(date: Taken, series: Taken) -> dict[str, object] | None:
    """Where one date of a series is, if not where the others are."""
    if (date.location, date.latitude, date.longitude) == (series.location, series.latitude, series.longitude) or not date.location:
        return {}
    place, address = _place(date.location)
    return {"place": place, "address": address, "latitude": date.latitude, "longitude": date.longitude}
