"""schema.org Event: what search engines read of an event."""

from commonwire.calendar.models import Event, Occurrence
from commonwire.calendar.showing import Line, Showing
from commonwire.calendar.telling import Telling
from commonwire.calendar.whereabouts import Where
from commonwire.site.models import Site

SCHEMA = "https://schema.org"
FREE = ("free", "gratis", "libre", "kostenlos", "gratuit", "nobody turned away")
_STATUS = {"cancelled": "EventCancelled", "postponed": "EventPostponed", "new-time": "EventRescheduled", "moved": "EventRescheduled"}


def event_data(shown: Showing, article: dict[str, object], site: Site) -> dict[str, object]:
    """An Event with what the article already said of name, address and picture. A series has its next dates as events within."""
    event = shown.event
    data: dict[str, object] = {
        "@context": SCHEMA,
        "@type": "Event",
        "name": article["headline"],
        "url": article["url"],
        "inLanguage": article["inLanguage"],
        **when_data(shown.date, shown.telling),
        "eventAttendanceMode": f"{SCHEMA}/{_mode(event, shown.where)}EventAttendanceMode",
        "location": _location(event, shown.where),
    }
    optional = {
        "description": article.get("description"),
        "image": article.get("image"),
        "organizer": {"@type": "Organization", "name": event.organiser} if event.organiser else None,
        "isAccessibleForFree": True if event.cost.lower().strip(".") in FREE else None,
        "maximumAttendeeCapacity": event.capacity,
        "superEvent": _above(shown, site),
        "subEvent": [_sub_event(event, line, article) for line in shown.following] if event.is_series else None,
    }
    return data | {name: value for name, value in optional.items() if value}


def when_data(date: Occurrence, telling: Telling | None) -> dict[str, object]:
    """A postponed event keeps the date it had, as schema.org asks."""
    whole = date.event.all_day
    data: dict[str, object] = {"startDate": date.day.isoformat() if whole else date.local_start.isoformat()}
    if date.local_end:
        data["endDate"] = date.last_day.isoformat() if whole else date.local_end.isoformat()
    status = _STATUS.get(telling.code, "EventScheduled") if telling else "EventScheduled"
    if status == "EventRescheduled" and telling and not telling.was:
        status = "EventScheduled"  # at the same hour in another place
    data["eventStatus"] = f"{SCHEMA}/{status}"
    if telling and telling.was:
        data["previousStartDate"] = telling.was.date().isoformat() if whole else telling.was.isoformat()
    return data


def _sub_event(event: Event, line: Line, article: dict[str, object]) -> dict[str, object]:
    return {
        "@type": "Event",
        "name": article["headline"],
        "url": article["url"],
        **when_data(line.date, line.telling),
        "location": _location(event, line.where),
    }


def _above(shown: Showing, site: Site) -> object:
    above = [{"@type": "Event", "name": each.name, "url": site.address(each.path)} for each in shown.relations]
    return above[0] if len(above) == 1 else above


def _mode(event: Event, where: Where) -> str:
    if event.online_url:
        return "Mixed" if where or not where.is_exact else "Online"
    return "Offline"


def _location(event: Event, where: Where) -> object:
    places: list[object] = []
    if where or not event.online_url or not where.is_exact:
        places.append(_place(where))
    if event.online_url:
        places.append({"@type": "VirtualLocation", "url": event.online_url})
    return places[0] if len(places) == 1 else places


def _place(where: Where) -> dict[str, object]:
    place: dict[str, object] = {"@type": "Place", "name": where.place or where.line, "address": where.line}
    if where.has_point:
        place["geo"] = {"@type": "GeoCoordinates", "latitude": where.latitude, "longitude": where.longitude}
    return place
