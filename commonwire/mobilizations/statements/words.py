"""What an endorsement and a pledge are called, and on which pages they stand."""

from commonwire.mobilizations.models import Endorsement, Pledge, Statement
from commonwire.mobilizations.queries import keys_of
from commonwire.mobilizations.words import ENDORSEMENTS, PLEDGES


def noun_of(statement: Statement) -> str:
    return "endorsement" if isinstance(statement, Endorsement) else "pledge"


def subject_of(statement: Statement) -> str:
    return f"{noun_of(statement)}:{statement.pk}"


def keys_of_statement(statement: Statement) -> list[str]:
    """The day's page and its list, and the profile of the body."""
    part = ENDORSEMENTS if isinstance(statement, Endorsement) else PLEDGES
    own = [f"organisation:{statement.organisation_id}"] if statement.organisation_id else []
    return [*keys_of(statement.day_of_action, part), *own]


def find_statement(public_id: str) -> Endorsement | Pledge | None:
    endorsement = Endorsement.objects.filter(public_id=public_id).select_related("mobilization__post", "organisation").first()
    return endorsement or Pledge.objects.filter(public_id=public_id).select_related("type__mobilization__post", "organisation").first()
