"""The worker looks for proofs: soon, again, not too often, and beside its other work."""

from datetime import date
from typing import Any
from unittest.mock import patch

import dns.exception
import dns.resolver
import pytest

from commonwire.ledger.models import Entry
from commonwire.organisations import reactions
from commonwire.organisations.ask_proof import ask_proof
from commonwire.organisations.look_again import look_again
from commonwire.organisations.look_for_proof import look_for_proof
from commonwire.organisations.lookups import NoAnswer, ask_txt
from commonwire.organisations.models import Organisation, Proof
from commonwire.organisations.note_call import note_call
from commonwire.organisations.proofs import proofs_of
from tests.conftest import Clock
from tests.organisations.words import said
from tests.organisations.world import Pretended, profile

pytestmark = pytest.mark.django_db


def test_shown_proofs_are_looked_for_again_and_lost_only_after_some_misses(council: Organisation, net: Pretended, frozen: Clock) -> None:
    proof = ask_proof(organisation=council, statement=said(council), method="dns")
    net.records["_commonwire.coast.example.org"] = [proof.challenge]
    proof = look_for_proof(proof=proof, world=net.world)
    assert (proof.due - frozen.now()).days == 29  # type: ignore[operator]
    net.records["_commonwire.coast.example.org"] = NoAnswer()
    days = []
    for _ in range(3):
        assert proofs_of("a1b2c3d4e5f6g")[0].counts
        frozen.set(*proof.due.timetuple()[:5])  # type: ignore[union-attr]
        days.append(frozen.now().date())
        proof = look_for_proof(proof=proof, world=net.world)
    assert days == [date(2026, 2, 15), date(2026, 2, 16), date(2026, 2, 17)]
    shown = proofs_of("a1b2c3d4e5f6g")[0]
    assert not shown.counts
    assert shown.sentence.endswith("Since 17 Feb 2026 it is no longer found there.")
    assert Entry.objects.filter(verb="proof.lost").count() == 1
    net.records["_commonwire.coast.example.org"] = [proof.challenge]
    proof = look_for_proof(proof=proof, world=net.world)
    assert (proof.lost, proof.proven) == (None, date(2026, 2, 17))


def test_the_first_looks_come_quickly_and_then_ever_more_seldom(council: Organisation, net: Pretended, frozen: Clock) -> None:
    proof, waits = ask_proof(organisation=council, statement=said(council), method="dns"), []
    for _ in range(13):
        frozen.set(*proof.due.timetuple()[:5])  # type: ignore[union-attr]
        proof = look_for_proof(proof=proof, world=net.world)
        waits.append(int((proof.due - frozen.now()).total_seconds()) // 60)  # type: ignore[operator]
    assert waits == [2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 1440, 1440, 1440]


def test_a_round_looks_at_a_few_and_beside_other_work(council: Organisation, net: Pretended, frozen: Clock) -> None:
    for number in range(8):
        ask_proof(organisation=council, statement=said(council, public_id=f"{number}1b2c3d4e5f6g"), method="dns")
    frozen.move(minutes=1)
    with patch.object(reactions, "look_for_proof", lambda proof: look_for_proof(proof=proof, world=net.world)):
        assert (reactions.look_for_all(), reactions.look_for_all(), reactions.look_for_all()) == (5, 3, 0)
    assert len(net.asked) == 8
    with patch.object(reactions, "Thread") as thread:
        reactions.look_for_what_is_due()
        assert not thread.called
        frozen.move(minutes=5)
        reactions.look_for_what_is_due()
        reactions.look_for_what_is_due()
        assert thread.call_count == 1  # the first has not come back
    reactions._looking.release()


def test_what_was_never_found_is_forgotten(council: Organisation, frozen: Clock) -> None:
    ask_proof(organisation=council, statement=said(council), method="dns")
    note_call(organisation=council, statement=profile(council), by="member:1")
    frozen.move(days=32)
    reactions.forget_what_was_never_found()
    assert [proof.method for proof in Proof.objects.all()] == ["call"]


def test_look_again_waits_a_minute_and_starts_no_other_thing(council: Organisation, net: Pretended, frozen: Clock) -> None:
    statement = said(council)
    assert look_again(organisation=council, statement=statement, method="dns") is None
    proof = ask_proof(organisation=council, statement=statement, method="dns")
    for _ in range(6):
        proof = look_for_proof(proof=proof, world=net.world)
    assert (proof.due - frozen.now()).total_seconds() > 3000  # type: ignore[operator]
    again = look_again(organisation=council, statement=statement, method="dns")
    assert again is not None
    assert 0 < (again.due - frozen.now()).total_seconds() <= 60  # type: ignore[operator]
    assert look_again(organisation=council, statement=statement, method="signed") is None


def test_a_look_that_comes_back_late_marks_nothing(council: Organisation, net: Pretended) -> None:
    old = ask_proof(organisation=council, statement=said(council), method="dns")
    net.records["_commonwire.coast.example.org"] = [old.challenge]
    ask_proof(organisation=council, statement=said(council, "Other words."), method="dns")
    look_for_proof(proof=old, world=net.world)
    assert Proof.objects.get().proven is None


def test_the_name_servers_answers_are_told_apart() -> None:
    def answers(error: type[Exception]) -> Any:
        return patch.object(dns.resolver.Resolver, "resolve", side_effect=error)

    with patch.object(dns.resolver.Resolver, "__init__", return_value=None):
        for nothing in (dns.resolver.NXDOMAIN, dns.resolver.NoAnswer):
            with answers(nothing):
                assert ask_txt("_commonwire.example.org") == []
        for silent in (dns.exception.Timeout, dns.resolver.NoNameservers):
            with answers(silent), pytest.raises(NoAnswer):
                ask_txt("_commonwire.example.org")
