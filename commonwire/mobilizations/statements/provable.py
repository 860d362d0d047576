"""An endorsement or a pledge as something that a body can prove to be its own word."""

from django.utils.translation import gettext as _

from commonwire.mobilizations.models import Mobilization, Pledge, Statement
from commonwire.mobilizations.statements.waiting import OPEN
from commonwire.mobilizations.statements.words import find_statement, keys_of_statement, noun_of
from commonwire.mobilizations.words import ENDORSEMENTS, PLEDGES
from commonwire.organisations.statements import Statement as Provable
from commonwire.organisations.statements import states


@states
def endorsement_or_pledge(public_id: str) -> Provable | None:
    found = find_statement(public_id)
    if found is None or found.visibility not in OPEN or not found.day_of_action.post.is_shown:
        return None
    return provable(found, found.day_of_action, tuple(keys_of_statement(found)))


def provable(statement: Statement, mobilization: Mobilization, keys: tuple[str, ...] = ()) -> Provable:
    """Exactly what is proven: whose word it is, about what, and the word itself."""
    about = statement.type.name if isinstance(statement, Pledge) else mobilization.name
    text = "\n".join(each for each in (statement.name, about, statement.statement) if each)
    title = _("%(name)s on %(action)s") % {"name": statement.name, "action": about}
    part = ENDORSEMENTS if noun_of(statement) == "endorsement" else PLEDGES
    return Provable(statement.public_id, statement.organisation, title, text, f"{mobilization.path}{part}/", keys)
