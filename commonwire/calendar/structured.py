"""schema.org Event."""

from commonwire.calendar.models import Event
from commonwire.site.models import Site


def event_data(event: Event, article: dict[str, object], site: Site) -> dict[str, object]:
    """An Event with what the article already said of name, address and picture."""
    data: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": article["headline"],
        "url": article["url"],
        "inLanguage": article["inLanguage"],
        "startDate": event.local_start.isoformat(),
        "eventStatus": "https://schema.org/EventScheduled",
        "eventAttendanceMode": f"https://schema.org/{_mode(event)}EventAttendanceMode",
        "location": _location(event),
    }
    optional = {
        "endDate": event.local_end.isoformat() if event.local_end else None,
        "description": article.get("description"),
        "image": article.get("image"),
        "organizer": {"@type": "Organization", "name": event.organiser} if event.organiser else None,
        "isAccessibleForFree": True if event.cost.lower() in ("free", "gratis", "libre") else None,
    }
    return data | {name: value for name, value in optional.items() if value}


def _mode(event: Event) -> str:
    if event.online_url:
        return "Mixed" if event.place else "Online"
    return "Offline"


def _location(event: Event) -> object:
    places: list[object] = []
    if event.place or event.address or not event.online_url:
        places.append({"@type": "Place", "name": event.place or event.address, "address": event.address or event.place})
    if event.online_url:
        places.append({"@type": "VirtualLocation", "url": event.online_url})
    return places[0] if len(places) == 1 else places
