"""Endorse a call, or take its pledge: a body says so. The same public id gives the same row, however often it is sent."""

from datetime import date
from typing import TypeVar

from django.db import IntegrityError, connection, transaction

from commonwire.base import clock
from commonwire.ledger.record import record
from commonwire.mobilizations.models import Endorsement, Mobilization, Pledge, PledgeType, Statement
from commonwire.mobilizations.rules import receipt_lasts
from commonwire.mobilizations.statements.words import keys_of_statement, noun_of, subject_of
from commonwire.newswire.words import Visibility
from commonwire.organisations.models import Organisation
from commonwire.organisations.queries import find_organisation

Said = TypeVar("Said", bound=Statement)


def endorse(
    *,
    mobilization: Mobilization,
    name: str,
    organisation: Organisation | None = None,
    calls: bool = False,
    kind: str = "",
    place: str = "",
    statement: str = "",
    source: str = "",
    since: date | None = None,
    language: str = "",
    receipt: str = "",
    public_id: str = "",
    held: bool = False,
    by: str = "",
) -> Endorsement:
    """A body stands behind the call; `calls`: it is among those who call."""
    words = {"kind": kind, "place": place, "statement": statement, "source": source, "since": since}
    made = Endorsement(mobilization=mobilization, calls=calls, name=name, organisation=organisation, **words)
    return _sent(made, mobilization, language, receipt, public_id, held, by)


def take_pledge(
    *,
    type: PledgeType,
    name: str,
    organisation: Organisation | None = None,
    kind: str = "",
    place: str = "",
    statement: str = "",
    source: str = "",
    since: date | None = None,
    language: str = "",
    receipt: str = "",
    public_id: str = "",
    held: bool = False,
    by: str = "",
) -> Pledge:
    """A business or a body promises what the terms say."""
    words = {"kind": kind, "place": place, "statement": statement, "source": source, "since": since}
    made = Pledge(type=type, name=name, organisation=organisation, **words)
    return _sent(made, type.mobilization, language, receipt, public_id, held, by)


def _sent(made: Said, mobilization: Mobilization, language: str, receipt: str, public_id: str, held: bool, by: str) -> Said:
    """Once: the same draft sent twice at the same moment gives what the quicker one made."""
    made.public_id = public_id or made.public_id
    made.language = language or mobilization.post.language
    try:
        return _keep(made, mobilization, receipt, held, by)
    except IntegrityError:
        known = type(made)._default_manager.filter(public_id=made.public_id).first()
        if known is None or connection.in_atomic_block:
            raise
        return known


@transaction.atomic
def _keep(made: Said, mobilization: Mobilization, receipt: str, held: bool, by: str) -> Said:
    known = type(made)._default_manager.filter(public_id=made.public_id).first()
    if known:
        return known
    made.visibility = Visibility.HELD if held else Visibility.SHOWN
    made.sent = clock.hour() if held else clock.minute()
    made.organisation = made.organisation or find_organisation(made.name)
    if receipt:
        made.keep_receipt(receipt, receipt_lasts(mobilization))
    made.save()
    touched = ["desk"] if held else keys_of_statement(made)
    record(f"{noun_of(made)}.{'held' if held else 'added'}", subject_of(made), touched=touched, by=by, at=made.sent)
    return made
