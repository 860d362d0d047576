"""What stands in the coverage of a day of action: reports, ticker entries, estimates."""

from collections.abc import Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.db.models import Count, Exists, Max, Min, OuterRef, Q, QuerySet
from django.db.models.functions import Lower, TruncDate

from commonwire.base.remember import once
from commonwire.coverage.models import Estimate, Proposal, TickerEntry
from commonwire.coverage.turnout import Said
from commonwire.coverage.words import ProposalState
from commonwire.mobilizations.models import Belonging, Mobilization, Rally
from commonwire.newswire.models import Post
from commonwire.newswire.queries import gathered
from commonwire.newswire.words import STREAM, Kind, Medium, Visibility

FIRST, LIVE, WHOLE = 20, 30, 300  # reports on the day's page, entries on it, entries on the live page


_REPORTS = [kind.value for kind in STREAM]
_BUT_RALLIES = [kind.value for kind in Kind if kind != Kind.EVENT]


def belonging_to(
    mobilization: Mobilization, rally: Rally | None = None, medium: str = "", kinds: Sequence[str] = _BUT_RALLIES
) -> QuerySet[Belonging]:
    """What readers see of it, rallies aside.

    Compared in lower case, which it is in: no index of posts answers that, so the database begins at what belongs. From an index
    it would walk the whole archive to find a few.
    """
    rows = Belonging.objects.filter(mobilization=mobilization, **({"rally": rally} if rally else {})).order_by()
    lowered = rows.alias(seen=Lower("post__visibility"), said_kind=Lower("post__kind"), said_medium=Lower("post__medium"))
    shown = lowered.filter(seen=Visibility.SHOWN.value, said_kind__in=kinds)
    return shown.filter(said_medium=medium) if medium else shown


def reports_of(mobilization: Mobilization, rally: Rally | None = None, medium: str = "") -> QuerySet[Belonging]:
    """What flows in the newswire, too: reports, opinions, releases."""
    return belonging_to(mobilization, rally, medium, kinds=_REPORTS)


def newest_of(rows: QuerySet[Belonging], most: int) -> list[int]:
    return list(rows.order_by("-post__published", "-post_id").values_list("post_id", flat=True)[:most])


def newest_reports(mobilization: Mobilization, most: int, rally: Rally | None = None, medium: str = "") -> list[Post]:
    key = ("reports", mobilization.pk, rally.pk if rally else 0, medium, most)
    return gathered(once(key, lambda: newest_of(reports_of(mobilization, rally, medium), most)))


def counted_media(mobilization: Mobilization) -> list[tuple[Medium, int]]:
    """How many reports of each medium there are, the commonest first."""

    def count() -> list[tuple[Medium, int]]:
        counts = reports_of(mobilization).values_list("post__medium").annotate(count=Count("pk"))
        return [(Medium(medium), number) for medium, number in sorted(counts, key=lambda row: (-row[1], row[0]))]

    return once(("media", mobilization.pk), count)


def counted_days(mobilization: Mobilization, zone: ZoneInfo) -> dict[date, int]:
    """How many reports each day has where the site is, the newest first."""

    def count() -> dict[date, int]:
        days = reports_of(mobilization).annotate(day=TruncDate("post__published", tzinfo=zone))
        return dict(days.values_list("day").annotate(count=Count("pk")).order_by("-day"))

    return once(("reported days", mobilization.pk), count)


def entries_of(mobilization: Mobilization, most: int, rally: Rally | None = None) -> list[TickerEntry]:
    narrowed = Q(rally=rally) if rally else Q(mobilization=mobilization)
    rows = TickerEntry.objects.filter(narrowed).public().newest().select_related("rally__event")
    return once(("entries", mobilization.pk, rally.pk if rally else 0, most), lambda: list(rows[:most]))


def gone_entries(mobilization: Mobilization, most: int) -> list[TickerEntry]:
    """Those that stood in the ticker and were hidden or withdrawn."""
    gone = (Visibility.HIDDEN, Visibility.WITHHELD, Visibility.WITHDRAWN, Visibility.PURGED)
    return list(TickerEntry.objects.filter(mobilization=mobilization, visibility__in=gone).newest()[:most])


def entries_between(mobilization: Mobilization, start: datetime, end: datetime) -> list[TickerEntry]:
    rows = TickerEntry.objects.filter(mobilization=mobilization, at__gte=start, at__lt=end).public().newest()
    return list(rows.select_related("rally__event"))


def days_of_entries(mobilization: Mobilization, zone: ZoneInfo) -> list[tuple[date, int]]:
    """How many entries each day has, the newest first."""
    rows = TickerEntry.objects.filter(mobilization=mobilization).public().order_by()
    counted = rows.annotate(day=TruncDate("at", tzinfo=zone)).values_list("day").annotate(count=Count("pk"))
    return list(counted.order_by("-day"))


def said_of(mobilization: Mobilization, rally: Rally | None = None) -> list[Said]:
    """The range of each sayer for each rally, confirmed ones apart, added up by the database."""
    rows = Estimate.objects.filter(mobilization=mobilization, **({"rally": rally} if rally else {})).public()
    shown = rows.filter(Q(rally=None) | Q(rally__post__visibility=Visibility.SHOWN)).order_by()
    ranges = shown.values_list("rally_id", "said_by", "standing").annotate(low=Min("low"), high=Max("high"), estimates=Count("pk"))
    return [Said(rally, sayer, low, high, estimates, standing) for rally, sayer, standing, low, high, estimates in ranges]


def estimates_of(mobilization: Mobilization, rally: Rally | None = None) -> list[Estimate]:
    """Each by itself, the newest first; of rallies that are shown and of the day as a whole."""
    rows = Estimate.objects.filter(mobilization=mobilization, **({"rally": rally} if rally else {})).public()
    shown = rows.filter(Q(rally=None) | Q(rally__post__visibility=Visibility.SHOWN)).order_by("-sent", "-id")
    key = ("estimates", mobilization.pk, rally.pk if rally else 0)
    return once(key, lambda: list(shown.select_related("mobilization", "rally__post")))


def open_proposals(most: int, mobilization: Mobilization | None = None) -> list[Proposal]:
    """Best first."""
    return list(_open(mobilization).order_by("-score", "-post_id", "pk")[:most])


def count_open() -> int:
    return _open(None).count()


def _open(mobilization: Mobilization | None) -> QuerySet[Proposal]:
    """Of what is still shown and does not belong to that day by its author's word meanwhile."""
    rows = _proposals(ProposalState.OPEN, mobilization).filter(post__visibility=Visibility.SHOWN)
    belongs = Belonging.objects.filter(mobilization=OuterRef("mobilization"), post=OuterRef("post"))
    return rows.exclude(Exists(belongs))


def confirmed_lately(most: int, mobilization: Mobilization | None = None) -> list[Proposal]:
    """So that a slip can be mended."""
    return list(_proposals(ProposalState.CONFIRMED, mobilization).order_by("-pk")[:most])


def _proposals(state: ProposalState, mobilization: Mobilization | None) -> QuerySet[Proposal]:
    rows = Proposal.objects.filter(state=state, mobilization__post__visibility=Visibility.SHOWN)
    narrowed = rows.filter(mobilization=mobilization) if mobilization else rows
    return narrowed.select_related("mobilization__post", "post", "rally__post")


def proposal_at(slug: str, public_id: str) -> Proposal | None:
    """The proposal of this post for this day, in whichever state."""
    return Proposal.objects.filter(mobilization__slug=slug, post__public_id=public_id).first()
