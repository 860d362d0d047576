"""A day of action as the tests make it: through the verbs."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from commonwire.mobilizations.belong import let_belong
from commonwire.mobilizations.call_day import call_day
from commonwire.mobilizations.demands.word_demands import DemandLine
from commonwire.mobilizations.models import Endorsement, Mobilization, Pledge, Rally
from commonwire.mobilizations.queries import rally_of
from commonwire.mobilizations.statements.say import endorse, take_pledge
from commonwire.press.bake import shelf
from tests import make

DAY = date(2026, 1, 23)
DEMANDS = (
    "No boat sails without a full crew.",
    "The contract of 2024 stands until a new one is signed.",
    "Nobody is disciplined for a stopped shift.",
)


def day(headline: str = "No Boats, No Business", **given: Any) -> Mobilization:
    """Called for Friday 23 January 2026, a week after the clock of the tests stands."""
    details: dict[str, object] = {
        "first_day": DAY,
        "zone": "America/Chicago",
        "demands": [DemandLine(text) for text in given.pop("demands", DEMANDS)],
        "pledge_name": given.pop("pledge_name", ""),
        "pledge_terms": given.pop("pledge_terms", ""),
    }
    names: tuple[str, ...] = ("names", "slogan", "last_day", "further_days", "place", "reach", "ways", "further_ways", "phase", "called_by")
    names += ("press_contact", "legal_help", "medical_help", "arrest_support", "first_day", "zone")
    details |= {name: given.pop(name) for name in names if name in given}
    post = {name: given.pop(name) for name in ("receipt", "public_id", "held", "files") if name in given}
    return call_day(wording=make.wording(headline, kind="action", **given), details=details, **post)


def rally(mobilization: Mobilization, headline: str = "", *, hour: int = 18, **given: Any) -> Rally:
    event = make.event(headline, starts=given.pop("starts", datetime(2026, 1, 23, hour, tzinfo=UTC)), zone="America/Chicago", **given)
    let_belong(post=event.post, mobilization=mobilization)
    found = rally_of(event.post)
    assert found
    return found


def endorsement(mobilization: Mobilization, name: str = "Local 88", **given: Any) -> Endorsement:
    return endorse(mobilization=mobilization, name=name, **given)


def pledge(mobilization: Mobilization, name: str = "Quay Bakery", **given: Any) -> Pledge:
    pledge_type = mobilization.pledge_types.first()
    assert pledge_type
    return take_pledge(type=pledge_type, name=name, **given)


def lying(path: str) -> str:
    """What lies on the shelf at this address; empty when nothing does."""
    found = shelf().find(path)
    return Path(found.file).read_text() if found and found.status == 200 else ""


def status(path: str) -> int:
    found = shelf().find(path)
    return found.status if found else 404
