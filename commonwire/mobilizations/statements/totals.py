"""How many people stand behind a call, as far as it can be known."""

from commonwire.mobilizations.statements.lists import Said
from commonwire.newswire.words import Visibility
from commonwire.organisations.models import Organisation
from commonwire.organisations.totals import Totals, total


def total_of(said: Said) -> Totals:
    """Of the bodies that have a profile; whoever has none states no size."""
    profiles = said.standing().order_by().values("organisation")
    return total(Organisation.objects.filter(pk__in=profiles, visibility=Visibility.SHOWN).only("id"))  # thousands, and only counted
