"""Word the demands: a whole list at once, as its author types it. A demand that is reworded keeps its number and its address."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from django.db import transaction

from commonwire.base import clock
from commonwire.ledger.record import record
from commonwire.mobilizations.demands.wordings import add_wording, normal, wording_in
from commonwire.mobilizations.models import Demand, Mobilization
from commonwire.mobilizations.queries import keys_of
from commonwire.mobilizations.words import DEMANDS, DemandState

ALIKE = 0.55  # from here on, two wordings are taken for one demand that was reworded


@dataclass(frozen=True)
class DemandLine:
    text: str
    to_whom: str = ""


@transaction.atomic
def word_demands(*, mobilization: Mobilization, lines: Sequence[DemandLine], language: str, by: str = "") -> list[Demand]:
    """The list as it is from now on, in this order. What is left out of it is withdrawn; it keeps its number."""
    known = list(mobilization.demands.prefetch_related("wordings").exclude(state=DemandState.WITHDRAWN))
    before = [(each.pk, each.position, each.to_whom, wording_in(each, language)) for each in known]
    pairs = _paired(lines, known, language)
    demands = [_worded(mobilization, line, demand, position, language) for position, (line, demand) in enumerate(pairs, 1)]
    for gone in known:
        if gone.pk not in {each.pk for each in demands}:
            gone.state, gone.state_day, gone.state_source = DemandState.WITHDRAWN, clock.now().date(), ""
            gone.save(update_fields=["state", "state_day", "state_source"])
    after = [(each.pk, each.position, line.to_whom, line.text) for each, line in zip(demands, lines, strict=True)]
    if before != after:
        record("demands.worded", f"mobilization:{mobilization.pk}", touched=keys_of(mobilization, DEMANDS), by=by)
    return demands


def _paired(lines: Sequence[DemandLine], known: Sequence[Demand], language: str) -> list[tuple[DemandLine, Demand | None]]:
    """Each line with the demand whose words it has, else with the one that it resembles most, else with none."""
    free = {demand.pk: normal(wording_in(demand, language)) for demand in known}
    found: dict[int, int] = {}
    for index, line in enumerate(lines):
        same = next((pk for pk, words in free.items() if words == normal(line.text)), None)
        if same is not None:
            found[index] = same
            del free[same]
    alike = [
        (SequenceMatcher(None, normal(line.text), words).ratio(), index, pk)
        for index, line in enumerate(lines)
        if index not in found
        for pk, words in free.items()
    ]
    for likeness, index, pk in sorted(alike, key=lambda each: (-each[0], each[1])):
        if likeness >= ALIKE and index not in found and pk in free:
            found[index] = pk
            del free[pk]
    by_pk = {demand.pk: demand for demand in known}
    return [(line, by_pk.get(found.get(index, 0))) for index, line in enumerate(lines)]


def _worded(mobilization: Mobilization, line: DemandLine, demand: Demand | None, position: int, language: str) -> Demand:
    if demand is None:
        demand = Demand(mobilization=mobilization, number=next_number(mobilization))
    demand.position, demand.to_whom = position, line.to_whom
    demand.save()
    add_wording(demand, language, line.text)
    return demand


def next_number(mobilization: Mobilization) -> int:
    """Numbers are never given twice: an address that was printed leads to the same demand for ever."""
    return max(mobilization.demands.values_list("number", flat=True), default=0) + 1
