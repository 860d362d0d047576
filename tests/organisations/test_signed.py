"""Proofs by a signature or a telephone call."""

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from commonwire.ledger.models import Entry
from commonwire.organisations.ask_proof import ask_proof
from commonwire.organisations.change_organisation import change_organisation
from commonwire.organisations.check_signature import check_signature
from commonwire.organisations.look_for_proof import look_for_proof
from commonwire.organisations.models import Organisation, Proof
from commonwire.organisations.note_call import note_call
from commonwire.organisations.proofs import proofs_of, proofs_of_key, proofs_of_many
from commonwire.organisations.statements import Statement, message_of
from tests.conftest import Clock
from tests.organisations.test_signatures import KEY as PRIVATE
from tests.organisations.test_signatures import OTHER, armoured, line
from tests.organisations.words import SAID, said
from tests.organisations.world import Pretended, key

pytestmark = pytest.mark.django_db


def sign(statement: Statement, of: Organisation, **how: Any) -> Proof:
    proof = ask_proof(organisation=of, statement=statement, method="signed")
    return check_signature(organisation=of, statement=statement, signature=armoured(message_of(proof, statement), **how))


def test_a_signature_counts_once_the_key_is_confirmed(council: Organisation) -> None:
    sign(said(council), council)
    assert proofs_of("a1b2c3d4e5f6g") == []
    note_call(organisation=council, statement=key(council), by="member:1")
    shown = proofs_of("a1b2c3d4e5f6g")
    assert len(shown) == 1
    assert shown[0].sentence.startswith("Signed with the key SHA256:")
    assert shown[0].sentence.endswith("The key itself: By telephone, noted by a member of the collective on 16 Jan 2026.")
    assert "action:1" in Entry.objects.filter(verb="proof.found").latest("id").touched  # the key confirms what it signed
    change_organisation(organisation=council, public_key=line(OTHER))
    assert proofs_of("a1b2c3d4e5f6g") == []


def test_a_key_that_is_no_longer_found_vouches_for_nothing(council: Organisation, net: Pretended, frozen: Clock) -> None:
    proof = ask_proof(organisation=council, statement=key(council), method="dns")
    net.records["_commonwire.coast.example.org"] = [proof.challenge]
    look_for_proof(proof=proof, world=net.world)
    sign(said(council), council)
    assert len(proofs_of("a1b2c3d4e5f6g")) == 1
    net.records.clear()
    for _ in range(3):
        look_for_proof(proof=Proof.objects.get(pk=proof.pk), world=net.world)
    assert proofs_of_key(council)[0].counts is False
    assert proofs_of("a1b2c3d4e5f6g") == []


@pytest.mark.parametrize(
    ("how", "words"),
    [
        ({"key": OTHER}, "no signature by the profile's key"),
        ({"key": OTHER, "shown": PRIVATE}, "not of this message"),
        ({"namespace": b"git"}, "for the purpose"),
        ({"namespace": b"git", "named": b"commonwire"}, "not of this message"),
    ],
)
def test_a_forged_signature_is_refused_in_a_sentence(council: Organisation, how: dict[str, Any], words: str) -> None:
    with pytest.raises(ValidationError, match=words):
        sign(said(council), council, **how)
    assert Proof.objects.get().proven is None


def test_a_signature_of_one_statement_serves_for_no_other(council: Organisation) -> None:
    """Even when both say the same: the message names where it stands and a word of its own."""
    one, two = said(council), said(council, public_id="b1b2c3d4e5f6g")
    asked = ask_proof(organisation=council, statement=one, method="signed")
    ask_proof(organisation=council, statement=two, method="signed")
    signature = armoured(message_of(asked, one))
    assert check_signature(organisation=council, statement=one, signature=signature).proven
    with pytest.raises(ValidationError, match="not of this message"):
        check_signature(organisation=council, statement=two, signature=signature)


def test_a_signature_of_older_words_is_refused(council: Organisation) -> None:
    asked = ask_proof(organisation=council, statement=said(council), method="signed")
    signature = armoured(message_of(asked, SAID["a1b2c3d4e5f6g"]))
    changed = said(council, "Something else.")
    with pytest.raises(ValidationError, match="words have changed"):
        check_signature(organisation=council, statement=changed, signature=signature)


def test_a_call_is_shown_without_the_members_name(council: Organisation, frozen: Clock) -> None:
    note_call(organisation=council, statement=said(council), day=date(2026, 1, 15), by="member:77")
    shown = proofs_of("a1b2c3d4e5f6g")[0]
    assert shown.sentence == "By telephone, noted by a member of the collective on 15 Jan 2026."
    assert (shown.proof.detail, shown.proof.domain) == ("", "")
    assert [field.name for field in Proof._meta.fields if "member" in field.name or field.name == "by"] == []
    with pytest.raises(ValidationError, match="not come yet"):
        note_call(organisation=council, statement=SAID["a1b2c3d4e5f6g"], day=date(2026, 2, 1), by="member:77")


def test_many_statements_take_two_queries(council: Organisation, django_assert_num_queries: Any) -> None:
    note_call(organisation=council, statement=key(council), by="member:1")
    for count in (1, 3):
        for number in range(count):
            sign(said(council, public_id=f"{number}1b2c3d4e5f6g"), council)
        with django_assert_num_queries(2):
            assert len(proofs_of_many(SAID.values())) == count
