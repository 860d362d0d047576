import pytest

from commonwire.accounts.attempts import MOST
from commonwire.accounts.change_password import change_password
from commonwire.accounts.models import Member
from commonwire.accounts.sign_in import sign_in
from commonwire.accounts.trouble import NotAccepted, TryLater
from commonwire.accounts.vault import unseal
from commonwire.accounts.visit import visit
from commonwire.ledger.models import Entry
from tests.accounts.make import PASSWORD, someone
from tests.conftest import Clock

pytestmark = pytest.mark.django_db
NEW = "eleven patient egrets"


def test_the_seed_moves_under_the_new_password_and_others_are_signed_out(frozen: Clock) -> None:
    heron = someone()
    frozen.move(minutes=1)
    here = sign_in(handle="Heron", password=PASSWORD, code=heron.digits).token
    change_password(member=heron.member, current=PASSWORD, new=NEW, keep=visit(token=here))
    kept = bytes(Member.objects.get().sealed_seed)
    assert (unseal(kept, NEW), unseal(kept, PASSWORD)) == (heron.seed, None)
    assert [visit(token=token) is not None for token in (heron.token, here)] == [False, True]
    assert Entry.objects.latest("pk").verb == "member.password_changed"
    frozen.move(minutes=1)
    with pytest.raises(NotAccepted):
        sign_in(handle="Heron", password=PASSWORD, code=heron.digits)
    assert sign_in(handle="Heron", password=NEW, code=heron.digits).member == heron.member


@pytest.mark.parametrize(
    ("current", "new"),
    [("something else altogether", NEW), (PASSWORD, "short"), (PASSWORD, "password1234"), (PASSWORD, "heronheronheron")],
)
def test_refused_and_unchanged(current: str, new: str) -> None:
    heron = someone()
    with pytest.raises(NotAccepted):
        change_password(member=heron.member, current=current, new=new)
    assert Member.objects.get().password == heron.member.password
    assert visit(token=heron.token) is not None


def test_a_thief_of_a_session_cannot_go_on_guessing() -> None:
    heron = someone()
    for _ in range(MOST):
        with pytest.raises(NotAccepted, match="not your password"):
            change_password(member=heron.member, current="something else altogether", new=NEW)
    with pytest.raises(TryLater):
        change_password(member=heron.member, current=PASSWORD, new=NEW)


def test_of_two_changes_at_once_the_second_is_told() -> None:
    heron = someone()
    stale = Member.objects.get()
    change_password(member=heron.member, current=PASSWORD, new=NEW)
    with pytest.raises(NotAccepted, match="in the meantime"):
        change_password(member=stale, current=PASSWORD, new="thirteen slow pelicans")
    assert unseal(bytes(Member.objects.get().sealed_seed), NEW) == heron.seed
