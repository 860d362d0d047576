"""The demands of a day of action as readers see them."""

from dataclasses import dataclass

from commonwire.base.remember import once
from commonwire.mobilizations.models import Demand, DemandWording, Mobilization
from commonwire.mobilizations.words import DemandState


@dataclass(frozen=True)
class ShownDemand:
    demand: Demand
    wording: DemandWording

    @property
    def state_words(self) -> str:
        """Said only where there is something to say."""
        return "" if self.demand.state == DemandState.OPEN else str(DemandState(self.demand.state).label)

    @property
    def is_link(self) -> bool:
        return self.demand.state_source.lower().startswith(("http://", "https://"))


def all_demands(mobilization: Mobilization) -> list[Demand]:
    """In order, the withdrawn last, with their wordings; two queries, once in a baking."""
    return once(("demands", mobilization.pk), lambda: _read(mobilization))


def _read(mobilization: Mobilization) -> list[Demand]:
    found = list(Demand.objects.filter(mobilization=mobilization).prefetch_related("wordings"))
    return sorted(found, key=lambda each: (each.state == DemandState.WITHDRAWN, each.position, each.number))


def demands_shown(mobilization: Mobilization) -> list[Demand]:
    """Those that stand."""
    return [each for each in all_demands(mobilization) if each.state != DemandState.WITHDRAWN]


def in_words(demands: list[Demand], *languages: str) -> list[ShownDemand]:
    rows = ((each, each.wording(*languages)) for each in demands)
    return [ShownDemand(each, words) for each, words in rows if words]
