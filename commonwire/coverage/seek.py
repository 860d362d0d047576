"""Look for reports of the days of action that are current, and propose them."""

from collections.abc import Collection, Iterable
from datetime import datetime, timedelta

from commonwire.base import clock
from commonwire.coverage.evidence import called_of, reported_of
from commonwire.coverage.models import Proposal, Search
from commonwire.coverage.propose import propose_coverage
from commonwire.coverage.proposing import AFTER, BEFORE, judge
from commonwire.coverage.words import ProposalState
from commonwire.mobilizations.models import Belonging, Mobilization
from commonwire.newswire.models import Post
from commonwire.newswire.queries import for_page

AT_ONCE = 25  # of a round: nobody's report waits behind many old ones
FURTHEST = timedelta(days=366)  # between the days of one day of action


def current_days() -> list[Mobilization]:
    """Those that are reported of by now."""
    today = clock.now().date()
    rows = Mobilization.objects.public().filter(first_day__lte=today + BEFORE, last_day__gte=today - AFTER - FURTHEST)
    return [each for each in rows.select_related("post").order_by("pk") if each.final_day + AFTER >= today]


def seek_among(posts: Iterable[Post], mobilizations: Iterable[Mobilization]) -> int:
    """Propose those of these posts that probably belong. Returns how many proposals stand open for them. Safe to run twice."""
    told = [(post, reported_of(post)) for post in posts]
    standing = 0
    for mobilization in mobilizations if told else ():
        called, known = called_of(mobilization), _known(mobilization, [post.pk for post, _ in told])
        for post, reported in told:
            judged, state = judge(reported, called), known.get(post.pk)
            if state == ProposalState.OPEN or (state is None and judged.is_enough):
                standing += propose_coverage(mobilization=mobilization, post=post, judged=judged) is not None
    return standing


def _known(mobilization: Mobilization, ids: list[int]) -> dict[int, str]:
    """The state of what was proposed already."""
    return dict(Proposal.objects.filter(mobilization=mobilization, post__in=ids).values_list("post_id", "state"))


def reports(ids: Iterable[int]) -> list[Post]:
    return list(for_page(Post.objects.filter(pk__in=list(ids)).stream()))


def seek_older(mobilization: Mobilization) -> bool:
    """Some of the older reports that nobody has compared with this day yet. Returns whether there may be more."""
    search, _ = Search.objects.get_or_create(mobilization=mobilization)
    start, end = _span(mobilization)
    rows = Post.objects.all().stream().filter(published__gte=start, published__lte=end, pk__gt=search.up_to)
    ids = list(rows.order_by("pk").values_list("pk", flat=True)[:AT_ONCE])
    if not ids:
        return False
    known = set(Belonging.objects.filter(mobilization=mobilization, post__in=ids).values_list("post_id", flat=True))
    seek_among(reports(each for each in ids if each not in known), [mobilization])
    Search.objects.filter(pk=search.pk).update(up_to=ids[-1])
    return len(ids) == AT_ONCE


def _span(mobilization: Mobilization) -> tuple[datetime, datetime]:
    days = mobilization.days
    first = datetime(days[0].year, days[0].month, days[0].day, tzinfo=mobilization.zoneinfo)
    last = datetime(days[-1].year, days[-1].month, days[-1].day, tzinfo=mobilization.zoneinfo)
    return first - BEFORE, last + AFTER


def search_again(mobilizations: Collection[int]) -> None:
    """Compare every report anew with the days that have these row numbers."""
    Search.objects.filter(mobilization__in=mobilizations).update(up_to=0)
