"""The ticker of a day of action as entries of a feed."""

from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import override

from commonwire.base.text import excerpt
from commonwire.coverage.models import TickerEntry
from commonwire.coverage.queries import entries_of as newest_entries
from commonwire.coverage.queries import gone_entries
from commonwire.coverage.words import EntryState
from commonwire.mobilizations.models import Mobilization
from commonwire.site.models import Site
from commonwire.syndication.entries import GRAVES, MOST, Entry, Grave


def ticker_title(mobilization: Mobilization) -> str:
    return _("Live: %(name)s") % {"name": mobilization.name}


def ticker_entries(mobilization: Mobilization, site: Site) -> list[Entry]:
    return [_entry(each, mobilization, site) for each in newest_entries(mobilization, MOST)]


def ticker_graves(mobilization: Mobilization, site: Site) -> list[Grave]:
    return [Grave(_address(each, mobilization, site), each.hidden_at or each.sent) for each in gone_entries(mobilization, GRAVES)]


def _address(entry: TickerEntry, mobilization: Mobilization, site: Site) -> str:
    return site.address(f"{mobilization.path}live/#{entry.anchor}")


def _entry(entry: TickerEntry, mobilization: Mobilization, site: Site) -> Entry:
    """Who reads it elsewhere must see at once how sure it is."""
    language = entry.language if entry.language in site.spoken else site.language
    with override(language):
        shown = render_to_string("syndication/ticker_entry.html", {"entry": entry, "site": site, "language": language})
        state = "" if entry.state == EntryState.CHECKED else f"[{EntryState(entry.state).label}] "
    place = f"{entry.place}: " if entry.place else ""
    address = _address(entry, mobilization, site)
    return Entry(
        id=address,
        url=address,
        title=f"{state}{place}{excerpt(entry.text, 120)}",
        summary=entry.text,
        html=shown.strip(),
        byline="",
        language=entry.language,
        published=entry.at,
        updated=max(entry.at, entry.changed_at or entry.at),
        categories=[(entry.state, "state")],
        enclosures=[],
    )
