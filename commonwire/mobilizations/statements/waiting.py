"""What of a day's endorsements and pledges wants a member: the held first, then those that nobody has confirmed, then the others."""

from django.db.models import Case, IntegerField, Value, When

from commonwire.mobilizations.models import Endorsement, Mobilization, Pledge, Statement
from commonwire.mobilizations.words import Standing
from commonwire.newswire.words import Visibility

FIRST = 80
OPEN = (Visibility.HELD, Visibility.SHOWN)


def how_many_wait(mobilization: Mobilization) -> int:
    held = {"visibility": Visibility.HELD}
    return (
        Endorsement.objects.filter(mobilization=mobilization, **held).count()
        + Pledge.objects.filter(type__mobilization=mobilization, **held).count()
    )


def all_that_wait() -> int:
    """For the desk's own page."""
    return sum(noun.objects.filter(visibility=Visibility.HELD).count() for noun in (Endorsement, Pledge))


def at_the_desk(mobilization: Mobilization) -> list[Statement]:
    urgency = Case(
        When(visibility=Visibility.HELD, then=Value(0)),
        When(standing=Standing.CLAIMED, then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )
    endorsements = Endorsement.objects.filter(mobilization=mobilization, visibility__in=OPEN).select_related("organisation")
    pledges = Pledge.objects.filter(type__mobilization=mobilization, visibility__in=OPEN).select_related("organisation", "type")
    found = [*endorsements.order_by(urgency, "-id")[:FIRST], *pledges.order_by(urgency, "-id")[:FIRST]]
    return sorted(found, key=lambda each: (each.visibility != Visibility.HELD, each.standing != Standing.CLAIMED))
