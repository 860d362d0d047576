"""Say in which phase a day of action is; without a word of anybody the calendar does."""

from django.db import transaction

from commonwire.ledger.record import record
from commonwire.mobilizations.models import Mobilization
from commonwire.mobilizations.queries import keys_of
from commonwire.mobilizations.rules import phase_by_time
from commonwire.mobilizations.words import NAME, Phase


@transaction.atomic
def set_phase(*, mobilization: Mobilization, phase: Phase | None, by: str = "") -> Mobilization:
    """By hand, and then the calendar moves it no more; None gives it back to the calendar."""
    mobilization.by_hand = phase is not None
    mobilization.phase = phase or phase_by_time(mobilization)
    mobilization.save(update_fields=["by_hand", "phase"])
    _record(mobilization, by)
    return mobilization


@transaction.atomic
def let_time_pass(*, mobilization: Mobilization) -> Mobilization:
    """Its first midnight has come, or its last: a round calls this."""
    mobilization = Mobilization.objects.select_for_update().select_related("post").get(pk=mobilization.pk)
    phase = phase_by_time(mobilization)
    if not mobilization.by_hand and mobilization.phase != phase:
        mobilization.phase = phase
        mobilization.save(update_fields=["phase"])
        _record(mobilization, "")
    return mobilization


def _record(mobilization: Mobilization, by: str) -> None:
    touched = [*keys_of(mobilization, NAME), "actions", "kind:action"]
    record("mobilization.phase", f"mobilization:{mobilization.pk}", touched=touched, by=by, phase=str(mobilization.phase))
