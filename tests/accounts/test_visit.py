from datetime import date

import pytest

from commonwire.accounts.models import Member
from commonwire.accounts.visit import visit
from tests.accounts.make import someone
from tests.conftest import Clock

pytestmark = pytest.mark.django_db


def test_a_session_lasts_to_its_hour_and_never_twelve(frozen: Clock) -> None:
    heron = someone()
    frozen.set(2026, 1, 17, 7, 59, 59)
    assert visit(token=heron.token) is not None
    frozen.set(2026, 1, 17, 8, 0)
    assert visit(token=heron.token) is None


def test_a_visit_keeps_its_day_and_is_written_once_a_day(frozen: Clock, django_assert_num_queries) -> None:  # type: ignore[no-untyped-def]
    heron = someone()
    with django_assert_num_queries(1):
        visit(token=heron.token)
    frozen.set(2026, 1, 17, 3, 30)
    with django_assert_num_queries(2):
        visit(token=heron.token)
    with django_assert_num_queries(1):
        visit(token=heron.token)
    assert Member.objects.get().last_seen == date(2026, 1, 17)


def test_strangers_and_the_inactive_are_nobody() -> None:
    heron = someone()
    assert [visit(token=token) for token in ("", "x", heron.token[:-1], heron.token + "x")] == [None] * 4
    Member.objects.update(active=False)
    assert visit(token=heron.token) is None
