"""schema.org: an Event whose parts are its rallies."""

from commonwire.calendar.structured import when_data
from commonwire.calendar.telling import telling_of
from commonwire.mobilizations.models import Mobilization
from commonwire.mobilizations.rallies.table import Row, table_of
from commonwire.site.models import Site

PARTS_NAMED = 50


def action_data(mobilization: Mobilization, article: dict[str, object], site: Site) -> dict[str, object]:
    data: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": article["headline"],
        "url": article["url"],
        "inLanguage": article["inLanguage"],
        "startDate": mobilization.first_day.isoformat(),
        "endDate": mobilization.final_day.isoformat(),
        "eventStatus": "https://schema.org/EventScheduled",
        "eventAttendanceMode": "https://schema.org/MixedEventAttendanceMode",
        "location": {"@type": "Place", "name": mobilization.place or mobilization.reach or mobilization.name},
    }
    optional = {
        "alternateName": mobilization.names,
        "description": article.get("description"),
        "image": article.get("image"),
        "organizer": {"@type": "Organization", "name": mobilization.called_by} if mobilization.called_by else None,
        "subEvent": [_rally(row, site) for row in table_of(mobilization)[:PARTS_NAMED]],
    }
    return data | {name: value for name, value in optional.items() if value}


def _rally(row: Row, site: Site) -> dict[str, object]:
    """Where it is only as far as readers may know."""
    return {
        "@type": "Event",
        "name": row.post.headline,
        "url": site.address(row.post.path or ""),
        **when_data(row.date, telling_of(row.date)),
        "location": {"@type": "Place", "name": row.where.line or row.post.headline},
    }
