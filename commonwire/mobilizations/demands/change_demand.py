"""One demand at a time: add it, reword or translate it, say how far it is met."""

from datetime import date

from django.db import transaction

from commonwire.base import clock
from commonwire.ledger.record import record
from commonwire.mobilizations.demands.word_demands import next_number
from commonwire.mobilizations.demands.wordings import add_wording
from commonwire.mobilizations.models import Demand, Mobilization
from commonwire.mobilizations.queries import keys_of
from commonwire.mobilizations.words import DEMANDS, DemandState


@transaction.atomic
def add_demand(*, mobilization: Mobilization, text: str, language: str, to_whom: str = "", source: str = "", by: str = "") -> Demand:
    """At the end of the list."""
    number = next_number(mobilization)
    last = max(mobilization.demands.values_list("position", flat=True), default=0)
    demand = Demand.objects.create(mobilization=mobilization, number=number, position=last + 1, to_whom=to_whom, source=source)
    add_wording(demand, language, text)
    record("demand.added", f"demand:{demand.pk}", touched=keys_of(mobilization, DEMANDS), by=by)
    return demand


@transaction.atomic
def reword_demand(*, demand: Demand, text: str, language: str, to_whom: str | None = None, by: str = "") -> Demand:
    """A new version in this language: the first one of a language is a translation."""
    if to_whom is not None and to_whom != demand.to_whom:
        demand.to_whom = to_whom
        demand.save(update_fields=["to_whom"])
    add_wording(demand, language, text)
    record("demand.reworded", f"demand:{demand.pk}", touched=keys_of(demand.mobilization, DEMANDS), by=by, language=language)
    return demand


@transaction.atomic
def set_demand_state(*, demand: Demand, state: DemandState, source: str = "", day: date | None = None, by: str = "") -> Demand:
    """Open, partly met, met or withdrawn, since which day and who says so."""
    demand.state, demand.state_source = state, source
    demand.state_day = None if state == DemandState.OPEN and not source else day or clock.now().date()
    demand.save(update_fields=["state", "state_source", "state_day"])
    record("demand.stated", f"demand:{demand.pk}", touched=keys_of(demand.mobilization, DEMANDS), by=by, state=str(state))
    return demand
