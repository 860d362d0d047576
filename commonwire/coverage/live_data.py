"""What search engines read of the ticker: schema.org LiveBlogPosting."""

from collections.abc import Sequence

from commonwire.base.text import excerpt
from commonwire.coverage.models import TickerEntry
from commonwire.mobilizations.models import Mobilization
from commonwire.mobilizations.rules import begins, is_over_at
from commonwire.site.models import Site


def live_data(mobilization: Mobilization, entries: Sequence[TickerEntry], site: Site, language: str) -> dict[str, object]:
    address = site.address(site.at(language, f"{mobilization.path}live/"))
    data: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "LiveBlogPosting",
        "headline": mobilization.name[:110],
        "url": address,
        "inLanguage": language,
        "coverageStartTime": begins(mobilization).astimezone(site.zoneinfo).isoformat(),
        "coverageEndTime": is_over_at(mobilization).astimezone(site.zoneinfo).isoformat(),
        "about": {"@type": "Event", "name": mobilization.name, "url": site.address(mobilization.path)},
        "publisher": {"@type": "Organization", "name": site.name, "url": site.address("/")},
        "isAccessibleForFree": True,
        "liveBlogUpdate": [_update(entry, address, site) for entry in entries],
    }
    if entries:
        data["datePublished"] = min(entry.at for entry in entries).astimezone(site.zoneinfo).isoformat()
        data["dateModified"] = max(entry.changed_at or entry.at for entry in entries).astimezone(site.zoneinfo).isoformat()
    return data


def _update(entry: TickerEntry, address: str, site: Site) -> dict[str, object]:
    update: dict[str, object] = {
        "@type": "BlogPosting",
        "headline": excerpt(entry.text, 110),
        "articleBody": entry.text,
        "url": f"{address}#{entry.anchor}",
        "inLanguage": entry.language,
        "datePublished": entry.at.astimezone(site.zoneinfo).isoformat(),
        "creativeWorkStatus": entry.state,
    }
    optional = {
        "dateModified": entry.changed_at.astimezone(site.zoneinfo).isoformat() if entry.changed_at else None,
        "correction": entry.correction,
        "contentLocation": {"@type": "Place", "name": entry.place} if entry.place else None,
    }
    return update | {name: value for name, value in optional.items() if value}
