import pytest

from commonwire.accounts.change_role import change_role, deactivate_member, reactivate_member
from commonwire.accounts.invite import invite_member
from commonwire.accounts.models import Invitation, Member
from commonwire.accounts.sign_in import sign_in
from commonwire.accounts.trouble import NotAccepted
from commonwire.accounts.visit import visit
from commonwire.ledger.models import Entry
from tests.accounts.make import PASSWORD, someone
from tests.conftest import Clock

pytestmark = pytest.mark.django_db


def standing(handle: str) -> tuple[str, bool]:
    member = Member.objects.get(handle=handle)
    return member.role, member.active


def test_a_steward_changes_a_role() -> None:
    steward, heron = someone(handle="Egret", role="steward"), someone()
    change_role(member=heron.member, role="editor", by=steward.member)
    assert standing("Heron") == ("editor", True)
    line = Entry.objects.latest("pk")
    assert (line.verb, line.subject, line.by, line.facts) == (
        "member.role_changed",
        f"member:{heron.member.pk}",
        f"member:{steward.member.pk}",
        {"role": "editor"},
    )
    with pytest.raises(NotAccepted):
        change_role(member=heron.member, role="owner", by=steward.member)


def test_losing_access_is_at_once_and_can_be_undone(frozen: Clock) -> None:
    steward, heron = someone(handle="Egret", role="steward"), someone()
    deactivate_member(member=heron.member, by=steward.member)
    assert (standing("Heron"), visit(token=heron.token)) == (("moderator", False), None)
    frozen.move(minutes=1)
    with pytest.raises(NotAccepted):
        sign_in(handle="Heron", password=PASSWORD, code=heron.digits)
    reactivate_member(member=heron.member, by=steward.member)
    assert visit(token=heron.token) is None
    assert sign_in(handle="Heron", password=PASSWORD, code=heron.digits).member == heron.member


def test_nobody_else_may() -> None:
    someone(handle="Egret", role="steward")
    editor, heron = someone(handle="Ibis", role="editor"), someone()
    with pytest.raises(NotAccepted):
        change_role(member=editor.member, role="steward", by=editor.member)
    with pytest.raises(NotAccepted):
        deactivate_member(member=heron.member, by=editor.member)
    with pytest.raises(NotAccepted):
        reactivate_member(member=heron.member, by=editor.member)
    assert (standing("Ibis"), standing("Heron")) == (("editor", True), ("moderator", True))


def test_the_last_steward_stays() -> None:
    steward, other = someone(handle="Egret", role="steward"), someone(handle="Ibis", role="steward")
    deactivate_member(member=other.member, by=steward.member)
    with pytest.raises(NotAccepted, match="last steward"):
        deactivate_member(member=steward.member, by=steward.member)
    with pytest.raises(NotAccepted, match="last steward"):
        change_role(member=steward.member, role="editor", by=None)
    change_role(member=steward.member, role="steward", by=steward.member)
    assert standing("Egret") == ("steward", True)


@pytest.mark.parametrize("leaves", [True, False])
def test_links_of_who_may_no_longer_invite_stop_working(leaves: bool) -> None:
    someone(handle="Egret", role="steward")
    inviting = someone(handle="Ibis", role="steward").member
    invite_member(role="moderator", by=inviting)
    assert Invitation.objects.filter(used=False).count() == 1
    if leaves:
        deactivate_member(member=inviting, by=None)
    else:
        change_role(member=inviting, role="editor", by=None)
    assert Invitation.objects.filter(used=False).count() == 0
