"""What the room promises about its tables: a stolen copy opens no door, and says of nobody who they are or when they are awake."""

from base64 import b32encode, b64encode
from datetime import datetime

import pytest
from django.apps import apps
from django.conf import settings
from django.db import IntegrityError, models, transaction

from commonwire.accounts import vault
from commonwire.accounts.invite import invite_member, join_path
from commonwire.accounts.models import Invitation, Member, RecoveryCode, Role, Session
from commonwire.accounts.renew import renew_recovery_codes
from commonwire.accounts.sign_in import sign_in
from commonwire.ledger.models import Entry
from tests.accounts.make import PASSWORD, Someone, browser, someone
from tests.conftest import Clock

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.accounts.urls")]
ADDRESS, AGENT = "203.0.113.77", "Needle/7.7 (Marked)"


def stolen() -> bytes:
    """Every value of the tables of accounts and ledger, as a thief of the file reads them."""
    values = [
        value
        for room in ("accounts", "ledger")
        for model in apps.get_app_config(room).get_models()
        for row in model._default_manager.values_list()
        for value in row
    ]
    return b"\n".join(bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode() for value in values)


def a_full_life(clock: Clock) -> tuple[Someone, list[str]]:
    """A member who joins, signs in both ways, fails, changes codes; and every secret that was in use meanwhile."""
    heron = someone()
    clock.move(minutes=7, seconds=11)
    token = sign_in(handle="Heron", password=PASSWORD, code=heron.digits).token
    recovered = sign_in(handle="Heron", password=PASSWORD, code=heron.codes[0]).token
    codes = renew_recovery_codes(member=heron.member, password=PASSWORD)
    invitation = invite_member(role="editor")
    client = browser(heron, **{"User-Agent": AGENT, "X-Forwarded-For": ADDRESS})
    client.get("/desk/you/", REMOTE_ADDR=ADDRESS)
    client.get(join_path(invitation), REMOTE_ADDR=ADDRESS)
    client.post("/desk/sign-in/", {"handle": "Heron", "password": "a wrong password", "code": "1"}, REMOTE_ADDR=ADDRESS)
    return heron, [heron.token, token, recovered, invitation, PASSWORD, "a wrong password", *heron.codes, *codes]


def test_a_stolen_database_holds_no_secret(frozen: Clock) -> None:
    heron, secrets = a_full_life(frozen)
    loot = stolen()
    assert b"Heron" in loot  # the needle's eye: what is stored is found
    seed = heron.seed
    for secret in (seed, seed.hex().encode(), b64encode(seed), b32encode(seed), *(text.encode() for text in secrets)):
        assert secret not in loot
    for code in [*heron.codes]:
        assert code.replace("-", "").encode() not in loot


def test_the_seed_needs_the_password_and_nothing_else_will_do(frozen: Clock) -> None:
    heron, secrets = a_full_life(frozen)
    member = Member.objects.get(pk=heron.member.pk)
    guesses = [*secrets, member.password, member.handle, str(settings.SECRET_KEY), ""]
    opened = {guess: vault.unseal(bytes(member.sealed_seed), guess) for guess in guesses}
    assert {guess for guess, seed in opened.items() if seed is not None} == {PASSWORD}
    assert opened[PASSWORD] == heron.seed


def test_no_address_and_no_browser_is_stored(frozen: Clock) -> None:
    a_full_life(frozen)
    loot = stolen()
    assert not [needle for needle in (ADDRESS, AGENT, "Needle", "203.0.113") if needle.encode() in loot]


def test_no_time_is_finer_than_an_hour(frozen: Clock) -> None:
    a_full_life(frozen)
    times: list[datetime] = []
    for model in apps.get_app_config("accounts").get_models():
        for field in model._meta.get_fields():
            assert not isinstance(field, models.TimeField | models.DurationField | models.JSONField)
            if isinstance(field, models.DateTimeField):
                times += model._default_manager.values_list(field.name, flat=True)
    assert len(times) == 3  # three sessions
    times += Entry.objects.filter(verb__startswith="member.", subject__startswith="member:").values_list("at", flat=True)
    assert len(times) == 7
    assert {(at.minute, at.second, at.microsecond) for at in times} == {(0, 0, 0)}


def test_the_ledger_names_members_by_number_alone(frozen: Clock) -> None:
    a_full_life(frozen)
    lines = list(Entry.objects.order_by("pk").values_list("verb", "facts"))
    assert lines == [
        ("member.invited", {"role": "moderator"}),
        ("member.joined", {"role": "moderator"}),
        ("member.signed_in", {"recovered": False}),
        ("member.signed_in", {"recovered": True}),
        ("member.recovery_codes_renewed", {}),
        ("member.invited", {"role": "editor"}),
    ]


def refused(change: dict[str, object], model: type[models.Model]) -> bool:
    try:
        with transaction.atomic():
            model._default_manager.all().update(**change)
    except IntegrityError:
        return True
    return False


def test_the_database_itself_refuses_what_must_not_be() -> None:
    someone(), someone(handle="Egret")
    assert refused({"role": "owner"}, Member)
    assert refused({"handle": ""}, Member)
    assert refused({"folded": "heron"}, Member)
    assert refused({"password": PASSWORD}, Member)
    assert refused({"role": "owner"}, Invitation)
    assert refused({"digest": b"same"}, Invitation)
    assert refused({"digest": b"same"}, Session)
    assert refused({"digest": b"same"}, RecoveryCode)
    assert not refused({"role": Role.EDITOR}, Member)
