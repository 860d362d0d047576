"""What coverage puts on other pages: the newest reports, the ticker and turnout of a day of action and of a rally."""

from django.utils.translation import gettext_lazy as _

from commonwire.base import clock
from commonwire.coverage.keys import LIVE, REPORTS, TURNOUT
from commonwire.coverage.pages_of_turnout import figures
from commonwire.coverage.queries import FIRST, counted_media, entries_of, estimates_of, newest_reports, said_of
from commonwire.coverage.queries import LIVE as ENTRIES
from commonwire.coverage.rules import takes_entries
from commonwire.coverage.turnout import in_order
from commonwire.features.filling import Filled, fills_row
from commonwire.features.models import Feature
from commonwire.mobilizations.models import Mobilization, Rally
from commonwire.mobilizations.queries import actions_of, by_slug, rally_of
from commonwire.mobilizations.words import NAME, Phase
from commonwire.newswire.models import Post
from commonwire.newswire.words import Kind
from commonwire.press.slots import Fragment, fills

OF_RALLY, RALLIES_TOLD = 10, 20


@fills("action.coverage")
def newest(mobilization: Mobilization) -> Fragment:
    reports = newest_reports(mobilization, FIRST)
    context = {"mobilization": mobilization, "reports": reports, "media": counted_media(mobilization)}
    return Fragment("coverage/newest.html", context, (mobilization.part(REPORTS), *(post.key for post in reports)))


@fills("action.live")
def live(mobilization: Mobilization) -> Fragment:
    """Before the day, and while nothing was sent, it says nothing; the page still learns of the first entry."""
    entries, takes = entries_of(mobilization, ENTRIES), takes_entries(mobilization)
    context = {"mobilization": mobilization, "entries": entries, "takes_entries": takes, "invites": mobilization.is_under_way}
    return Fragment("coverage/latest.html", context, (mobilization.part(LIVE),))


@fills("action.turnout")
def turnout(mobilization: Mobilization) -> Fragment:
    """From its first day on; before, nobody can say how many came."""
    said = figures(mobilization)
    told = said["told"]
    context = {**said, "told": told[:RALLIES_TOLD], "more": len(told) > RALLIES_TOLD}  # type: ignore[index,arg-type]
    context |= {"mobilization": mobilization, "takes_entries": takes_entries(mobilization)}
    context["has_begun"] = mobilization.phase != Phase.CALLED
    return Fragment("coverage/ranges.html", context, (mobilization.part(TURNOUT),))


@fills("rally.reports")
def from_here(rally: Rally) -> Fragment | None:
    """On the page of a rally and behind its short address; what lands here touches the rally's own page."""
    reports = newest_reports(rally.mobilization, FIRST, rally)
    shows = (rally.post.key, *(post.key for post in reports))
    return Fragment("coverage/from_here.html", {"rally": rally, "reports": reports}, shows) if reports else None


@fills("post.after")
def at_the_rally(post: Post) -> Fragment | None:
    rally = rally_of(post) if post.kind == Kind.EVENT else None
    if rally is None or not rally.mobilization.post.is_shown:
        return None
    mobilization, begins = rally.mobilization, rally.event.starts if rally.event else None
    has_begun = begins is not None and begins <= clock.now()
    takes = takes_entries(mobilization)
    context = {
        "rally": rally,
        "entries": entries_of(mobilization, OF_RALLY, rally),
        "said": in_order(said_of(mobilization, rally)),
        "estimates": estimates_of(mobilization, rally),
        "takes_entries": takes,
        "invites": takes and mobilization.is_under_way,
        "has_begun": takes and has_begun,
    }
    return Fragment("coverage/at_rally.html", context, (mobilization.part(NAME),), until=None if has_begun else begins)


@fills_row("coverage", _("coverage of its day of action"))
def coverage_row(feature: Feature, most: int) -> Filled | None:
    """The newest reports of the day of action to which the feature belongs, or which its form names."""
    mobilization = _chosen(feature)
    if mobilization is None or not mobilization.post.is_shown:
        return None
    return Filled(newest_reports(mobilization, most), (mobilization.part(REPORTS),))


def _chosen(feature: Feature) -> Mobilization | None:
    if feature.details is not None:
        return by_slug(str(feature.details.get("about_action") or ""))
    return next(iter(actions_of(feature.post)), None)
