"""Put a day of action on top of the front page, or take it off: an editor says so."""

from django.db import transaction

from commonwire.ledger.record import record
from commonwire.mobilizations.models import Mobilization


@transaction.atomic
def put_on_front(*, mobilization: Mobilization, on_front: bool = True, by: str = "") -> Mobilization:
    mobilization.on_front = on_front
    mobilization.save(update_fields=["on_front"])
    record("mobilization.put-on-front", f"mobilization:{mobilization.pk}", touched=[mobilization.key, "kind:action"], by=by, on=on_front)
    return mobilization
