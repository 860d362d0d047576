"""A day of action and what hangs on it."""

from commonwire.mobilizations.models.demand import Demand, DemandWording
from commonwire.mobilizations.models.mobilization import Belonging, Mobilization, NamedRally, Rally
from commonwire.mobilizations.models.statement import Endorsement, Pledge, PledgeType, Statement
from commonwire.mobilizations.words import DemandState, Phase, Standing, WayToTakePart

__all__ = [
    "Belonging",
    "Demand",
    "DemandState",
    "DemandWording",
    "Endorsement",
    "Mobilization",
    "NamedRally",
    "Phase",
    "Pledge",
    "PledgeType",
    "Rally",
    "Standing",
    "Statement",
    "WayToTakePart",
]
