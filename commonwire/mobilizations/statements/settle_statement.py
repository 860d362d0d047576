"""What becomes of a body's word: it is confirmed, it stands no more, it was broken. Each with a day and a source that readers see."""

from datetime import date
from typing import TypeVar

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from commonwire.base import clock
from commonwire.ledger.record import record
from commonwire.mobilizations.models import Pledge, Statement
from commonwire.mobilizations.statements.words import keys_of_statement, noun_of, subject_of
from commonwire.mobilizations.words import Standing
from commonwire.newswire.words import Visibility
from commonwire.organisations.models import Organisation

Said = TypeVar("Said", bound=Statement)
# "withdrawn" is said of what its author erased; a body that stands down stays in the list and says so.
ACTS = {Standing.CONFIRMED: "confirmed", Standing.WITHDRAWN: "stood-down", Standing.BROKEN: "broken"}


@transaction.atomic
def confirm(*, statement: Said, note: str, organisation: Organisation | None = None, by: str = "") -> Said:
    """Somebody of the collective knows that it is theirs; `note` says how. What waited for this is shown now."""
    statement.lock()
    if statement.visibility not in (Visibility.SHOWN, Visibility.HELD):
        raise ValidationError(_("This is over, or hidden: it cannot be confirmed."))
    if not note:
        raise ValidationError(_("Say how you know that it is theirs: readers see it."))
    if statement.visibility == Visibility.HELD:
        statement.visibility, statement.sent = Visibility.SHOWN, clock.minute()
    statement.organisation = organisation or statement.organisation
    return _settled(statement, Standing.CONFIRMED, note, None, by)


@transaction.atomic
def stand_down(*, statement: Said, note: str = "", day: date | None = None, by: str = "") -> Said:
    """It stood behind it and does so no more; the list keeps saying so."""
    statement.lock()
    return _settled(statement, Standing.WITHDRAWN, note, day, by)


@transaction.atomic
def mark_broken(*, statement: Said, note: str, day: date | None = None, by: str = "") -> Said:
    """A promise that was not kept; never without the source that says so."""
    statement.lock()
    if not isinstance(statement, Pledge):
        raise ValidationError(_("Only a pledge can be broken."))
    if not note:
        raise ValidationError(_("Say who reports that it was broken, and where that can be read."))
    return _settled(statement, Standing.BROKEN, note, day, by)


@transaction.atomic
def name_the_body(*, statement: Said, organisation: Organisation | None, by: str = "") -> Said:
    """Which profile this body has; None when it has none."""
    statement.lock()
    before = keys_of_statement(statement)
    statement.organisation = organisation
    statement.save(update_fields=["organisation"])
    record(f"{noun_of(statement)}.named", subject_of(statement), touched={*before, *keys_of_statement(statement)}, by=by)
    return statement


def _settled(statement: Said, standing: Standing, note: str, day: date | None, by: str) -> Said:
    statement.standing, statement.standing_note = standing, note
    statement.standing_day = day or clock.now().date()
    statement.save(update_fields=["visibility", "sent", "organisation", "standing", "standing_note", "standing_day"])
    touched = [*keys_of_statement(statement), "desk"] if statement.is_shown else ["desk"]
    record(f"{noun_of(statement)}.{ACTS[standing]}", subject_of(statement), touched=touched, by=by)
    return statement
