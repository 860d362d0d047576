"""What holds of a day of action at a moment. Pure: no queries."""

from datetime import UTC, date, datetime, timedelta

from commonwire.base import clock
from commonwire.mobilizations.models import Mobilization
from commonwire.mobilizations.words import Phase
from commonwire.newswire.words import Visibility
from commonwire.site.models import Site

RECEIPT_DAYS = 30  # that its receipt lasts after its final day
JOINED_DAYS = 60  # that reports may still join it by the form


def midnight_of(day: date, mobilization: Mobilization) -> datetime:
    """The moment at which this day begins on the clocks of its place, in UTC."""
    return datetime(day.year, day.month, day.day, tzinfo=mobilization.zoneinfo).astimezone(UTC)


def begins(mobilization: Mobilization) -> datetime:
    return midnight_of(min(mobilization.days), mobilization)


def is_over_at(mobilization: Mobilization) -> datetime:
    return midnight_of(mobilization.final_day + timedelta(days=1), mobilization)


def phase_by_time(mobilization: Mobilization) -> Phase:
    """Called until its first midnight, under way until the end of its final day, then report-back."""
    now = clock.now()
    if now < begins(mobilization):
        return Phase.CALLED
    return Phase.UNDER_WAY if now < is_over_at(mobilization) else Phase.REPORT_BACK


def receipt_lasts(mobilization: Mobilization) -> datetime:
    return is_over_at(mobilization) + timedelta(days=RECEIPT_DAYS)


def takes_part_in(mobilization: Mobilization) -> bool:
    """Whether rallies, reports, endorsements and pledges may still be sent to it."""
    shown = mobilization.post.visibility == Visibility.SHOWN
    return shown and clock.now() < is_over_at(mobilization) + timedelta(days=JOINED_DAYS)


def waits_for_confirmation(site: Site) -> bool:
    """Whether endorsements and pledges stay out of sight until somebody of the collective has confirmed them."""
    return bool(getattr(site, "endorsements_held", True))
