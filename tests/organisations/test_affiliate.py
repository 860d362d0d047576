"""Who belongs to whom, at any depth, without circles: also when two people close one half each."""

from threading import Barrier, Thread
from unittest.mock import patch

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connections, transaction

from commonwire.ledger.models import Entry
from commonwire.organisations import affiliate as module
from commonwire.organisations.affiliate import affiliate
from commonwire.organisations.models import Organisation
from commonwire.organisations.queries import tree_of, umbrellas_of
from commonwire.organisations.rules import closes_a_circle
from tests.organisations.words import organisation


@pytest.mark.django_db
def test_any_depth() -> None:
    bodies = [organisation(f"Level {n}") for n in range(6)]
    for lower, upper in zip(bodies[1:], bodies, strict=False):
        affiliate(organisation=lower, umbrella=upper)
    assert [each.name for each in umbrellas_of(bodies[5])] == [f"Level {n}" for n in range(5)]
    assert [each.name for each in tree_of(bodies[0]).everyone] == [f"Level {n}" for n in range(6)]


@pytest.mark.django_db
@pytest.mark.parametrize("depth", [0, 1, 2, 7])
def test_a_circle_is_refused_in_a_sentence(depth: int) -> None:
    bodies = [organisation(f"Level {n}") for n in range(depth + 1)]
    for lower, upper in zip(bodies[1:], bodies, strict=False):
        affiliate(organisation=lower, umbrella=upper)
    with pytest.raises(ValidationError, match="cannot be the body above it"):
        affiliate(organisation=bodies[0], umbrella=bodies[-1])
    assert Organisation.objects.get(pk=bodies[0].pk).umbrella_id is None


@pytest.mark.django_db
def test_the_table_refuses_the_smallest_circle() -> None:
    one = organisation()
    with pytest.raises(IntegrityError), transaction.atomic():
        Organisation.objects.filter(pk=one.pk).update(umbrella=one)


@pytest.mark.django_db
def test_both_old_and_new_pages_are_touched_and_nothing_twice() -> None:
    one, old, new = organisation(), organisation(), organisation()
    affiliate(organisation=one, umbrella=old)
    affiliate(organisation=one, umbrella=new, by="member:7")
    line = Entry.objects.get(verb="organisation.affiliated", by="member:7")
    assert set(line.touched) == {one.key, old.key, new.key, "organisations"}
    affiliate(organisation=one, umbrella=new)
    assert Entry.objects.filter(verb="organisation.affiliated").count() == 2
    assert affiliate(organisation=one, umbrella=None).umbrella_id is None


@pytest.mark.django_db
def test_what_somebody_else_changed_between_look_and_lock_is_seen() -> None:
    """The first look at the chain is already old: meanwhile the other half of a circle was closed."""
    one, other, between = organisation("One"), organisation("Other"), organisation("Between")
    look = module._chain
    looked: list[bool] = []

    def late(umbrella: int | None) -> set[int]:
        chain = look(umbrella)
        if not looked:
            looked.append(True)
            Organisation.objects.filter(pk=other.pk).update(umbrella=between)
            Organisation.objects.filter(pk=between.pk).update(umbrella=one)
        return chain

    with patch.object(module, "_chain", late), pytest.raises(ValidationError, match="cannot be the body above it"):
        affiliate(organisation=one, umbrella=other)
    assert Organisation.objects.get(pk=one.pk).umbrella_id is None


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_two_at_the_same_moment_close_no_circle() -> None:
    for _again in range(5):
        bodies = [organisation() for _ in range(4)]
        affiliate(organisation=bodies[1], umbrella=bodies[0])
        affiliate(organisation=bodies[3], umbrella=bodies[2])
        refused = _at_once([(bodies[0], bodies[3]), (bodies[2], bodies[1])])
        above = dict(Organisation.objects.filter(umbrella__isnull=False).values_list("pk", "umbrella_id"))
        assert len(refused) == 1
        assert not any(closes_a_circle(each, up, above) for each, up in above.items())


def _at_once(pairs: list[tuple[Organisation, Organisation]]) -> list[str]:
    start, refused = Barrier(len(pairs)), list[str]()

    def change(organisation: Organisation, umbrella: Organisation) -> None:
        start.wait()
        try:
            affiliate(organisation=organisation, umbrella=umbrella)
        except ValidationError as error:
            refused.append(error.messages[0])
        finally:
            connections.close_all()

    threads = [Thread(target=change, args=pair) for pair in pairs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    return refused
