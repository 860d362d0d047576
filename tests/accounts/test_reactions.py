import pytest

from commonwire.accounts.invite import invite_member
from commonwire.accounts.models import Invitation, Session
from commonwire.accounts.reactions import forget_what_ended
from commonwire.ledger.reacting import ROUNDS
from tests.accounts.make import someone
from tests.conftest import Clock

pytestmark = pytest.mark.django_db


def test_what_ended_is_forgotten_and_nothing_else(frozen: Clock) -> None:
    someone()  # used its invitation
    invite_member(role="editor")
    forget_what_ended()
    assert (Session.objects.count(), Invitation.objects.count()) == (1, 1)
    frozen.move(hours=12)
    forget_what_ended()
    assert (Session.objects.count(), Invitation.objects.count()) == (0, 1)
    frozen.move(days=7)
    forget_what_ended()
    forget_what_ended()
    assert (Session.objects.count(), Invitation.objects.count()) == (0, 0)


def test_it_goes_its_round_every_hour() -> None:
    assert ROUNDS["accounts.reactions.forget_what_ended"].seconds == 3600
