from datetime import date

import pytest

from commonwire.accounts.invite import first_steward_link, invite_member, join_path
from commonwire.accounts.models import Invitation
from commonwire.accounts.tokens import digest
from commonwire.accounts.trouble import NotAccepted
from commonwire.ledger.models import Entry
from tests.accounts.make import someone

pytestmark = pytest.mark.django_db


def test_an_invitation_keeps_no_token() -> None:
    steward = someone(role="steward").member
    token = invite_member(role="editor", by=steward)
    kept = Invitation.objects.latest("pk")
    assert (bytes(kept.digest), kept.role, kept.by, kept.made, kept.used) == (
        digest(token),
        "editor",
        steward,
        date(2026, 1, 16),
        False,
    )
    line = Entry.objects.latest("pk")
    assert (line.verb, line.subject, line.by, line.facts) == (
        "member.invited",
        f"invitation:{kept.pk}",
        f"member:{steward.pk}",
        {"role": "editor"},
    )


@pytest.mark.parametrize("role", ["moderator", "editor"])
def test_only_stewards_invite(role: str) -> None:
    member = someone(role=role).member
    before = Invitation.objects.count()
    with pytest.raises(NotAccepted):
        invite_member(role="moderator", by=member)
    assert Invitation.objects.count() == before


def test_there_are_three_roles() -> None:
    with pytest.raises(NotAccepted):
        invite_member(role="superuser")


def test_the_first_steward_has_one_link_at_a_time_until_there_is_a_steward() -> None:
    someone(role="editor")
    first, second = first_steward_link(), first_steward_link()
    assert first and second and first != second
    tokens = [link.removeprefix("/desk/join/").removesuffix("/") for link in (first, second)]
    assert [Invitation.objects.open().filter(digest=digest(token)).exists() for token in tokens] == [False, True]
    assert second == join_path(tokens[1])
    steward = someone(handle="Egret", role="steward").member
    assert first_steward_link() is None
    type(steward).objects.filter(pk=steward.pk).update(active=False)
    assert first_steward_link()
