"""Proofs by a domain: exactly what they say, of these words, by this organisation, and nothing else."""

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from commonwire.base.fetch import Refused, Unreachable
from commonwire.ledger.models import Entry
from commonwire.organisations.ask_proof import ask_proof
from commonwire.organisations.change_organisation import change_organisation
from commonwire.organisations.confirm_website import confirm_website
from commonwire.organisations.look_for_proof import look_for_proof
from commonwire.organisations.models import Organisation, Proof
from commonwire.organisations.proofs import proofs_of, proofs_of_many, proofs_of_profile
from commonwire.organisations.statements import statement_of
from tests.organisations.words import SAID, organisation, said
from tests.organisations.world import Pretended, key, profile

pytestmark = pytest.mark.django_db


def test_a_record_proves_the_holder_of_the_domain(council: Organisation, net: Pretended) -> None:
    said(council)
    proof = ask_proof(organisation=council, statement=SAID["a1b2c3d4e5f6g"], method="dns")
    assert proof.due is not None
    assert proofs_of("a1b2c3d4e5f6g") == []
    net.records["_commonwire.coast.example.org"] = ["v=spf1 -all", f'"{proof.challenge}"']
    found = look_for_proof(proof=proof, world=net.world)
    assert (found.proven, found.lost, found.domain) == (date(2026, 1, 16), None, "coast.example.org")
    shown = proofs_of("a1b2c3d4e5f6g")
    assert [each.sentence for each in shown] == ["The holder of coast.example.org published the word in its DNS; found on 16 Jan 2026."]
    assert Entry.objects.get(verb="proof.found").touched == ["action:1"]
    assert net.asked == ["_commonwire.coast.example.org"]


def test_a_file_proves_the_holder_of_that_website(council: Organisation, net: Pretended) -> None:
    proof = ask_proof(organisation=council, statement=profile(council), method="well-known")
    net.files["https://www.coast.example.org/.well-known/commonwire.txt"] = f"# ours\n{proof.challenge}\n"
    look_for_proof(proof=proof, world=net.world)
    assert proofs_of_profile(council)[0].sentence == (
        "The holder of www.coast.example.org published the word in a file on that website; found on 16 Jan 2026."
    )


@pytest.mark.parametrize(
    "there",
    [
        Unreachable("not there", 404),
        Unreachable("asleep"),
        Refused("a private address"),
        "commonwire-somebodyelses",
        ("https://evil.example/.well-known/commonwire.txt", "CHALLENGE"),  # it leads on to another's website
        "xCHALLENGEx",
    ],
)
def test_what_is_not_theirs_or_not_there_proves_nothing(council: Organisation, net: Pretended, there: Any) -> None:
    proof = ask_proof(organisation=council, statement=profile(council), method="well-known")
    if isinstance(there, tuple):
        there = (there[0], proof.challenge)
    elif isinstance(there, str):
        there = there.replace("CHALLENGE", proof.challenge)
    net.files["https://www.coast.example.org/.well-known/commonwire.txt"] = there
    looked = look_for_proof(proof=proof, world=net.world)
    assert (looked.proven, looked.misses) == (None, 1)
    assert proofs_of_profile(council) == []


def test_with_and_without_www_are_one_website(council: Organisation, net: Pretended) -> None:
    proof = ask_proof(organisation=council, statement=profile(council), method="well-known")
    net.files["https://coast.example.org/.well-known/commonwire.txt"] = (
        "https://www.coast.example.org/.well-known/commonwire.txt",
        proof.challenge,
    )
    assert look_for_proof(proof=proof, world=net.world).domain == "coast.example.org"


def test_nothing_is_looked_for_before_a_member_found_the_website_theirs(net: Pretended) -> None:
    claimed = organisation("Coast Labor Council", website="https://evil.example/")
    proof = ask_proof(organisation=claimed, statement=profile(claimed), method="dns")
    net.records["_commonwire.evil.example"] = [proof.challenge]
    assert proof.due is None
    look_for_proof(proof=proof, world=net.world)
    assert net.asked == []
    confirm_website(organisation=claimed, by="member:1")
    assert Proof.objects.get().due is not None
    look_for_proof(proof=Proof.objects.get(), world=net.world)
    assert [each.counts for each in proofs_of_profile(claimed)] == [True]
    confirm_website(organisation=claimed, confirmed=False, by="member:1")
    assert proofs_of_profile(Organisation.objects.get()) == []


def test_another_website_is_nobodys_until_it_is_confirmed(council: Organisation, net: Pretended) -> None:
    proof = ask_proof(organisation=council, statement=profile(council), method="dns")
    net.records["_commonwire.coast.example.org"] = [proof.challenge]
    look_for_proof(proof=proof, world=net.world)
    change_organisation(organisation=council, website="https://evil.example/")
    council.refresh_from_db()
    assert council.website_confirmed is None
    assert proofs_of_profile(council) == []
    renewed = ask_proof(organisation=council, statement=profile(council), method="dns")
    assert (renewed.proven, renewed.due, renewed.domain) == (None, None, "evil.example")
    assert renewed.challenge != proof.challenge


def test_other_words_are_not_proven(council: Organisation, net: Pretended) -> None:
    proof = ask_proof(organisation=council, statement=said(council), method="dns")
    net.records["_commonwire.coast.example.org"] = [proof.challenge]
    look_for_proof(proof=proof, world=net.world)
    assert len(proofs_of("a1b2c3d4e5f6g")) == 1
    said(council, "We stand behind the day, and behind the candidate.")
    assert proofs_of("a1b2c3d4e5f6g") == []
    assert ask_proof(organisation=council, statement=SAID["a1b2c3d4e5f6g"], method="dns").proven is None


def test_the_proof_of_one_does_not_stand_for_another(council: Organisation, net: Pretended) -> None:
    other = organisation("Evil", website="https://evil.example/")
    confirm_website(organisation=other, by="member:1")
    proof = ask_proof(organisation=other, statement=said(other), method="dns")
    net.records["_commonwire.evil.example"] = [proof.challenge]
    look_for_proof(proof=proof, world=net.world)
    assert len(proofs_of("a1b2c3d4e5f6g")) == 1
    said(council)  # the same words are now said to be the council's
    assert proofs_of("a1b2c3d4e5f6g") == []
    assert proofs_of_many([SAID["a1b2c3d4e5f6g"]]) == {}
    assert statement_of(other, "a1b2c3d4e5f6g") is None


def test_asking_twice_makes_no_second_word(council: Organisation) -> None:
    one, two = (ask_proof(organisation=council, statement=profile(council), method="dns") for _ in range(2))
    assert (one.pk, one.challenge) == (two.pk, two.challenge)
    assert ask_proof(organisation=council, statement=said(council), method="dns").challenge != one.challenge


def test_what_cannot_be_asked_is_said(council: Organisation) -> None:
    bare = organisation("Bare")
    for method in ("dns", "well-known", "signed"):
        with pytest.raises(ValidationError, match="names no"):
            ask_proof(organisation=bare, statement=profile(bare), method=method)
    for method in ("call", "magic", ""):
        with pytest.raises(ValidationError, match="Choose one"):
            ask_proof(organisation=council, statement=profile(council), method=method)
    with pytest.raises(ValidationError, match="vouch for itself"):
        ask_proof(organisation=council, statement=key(council), method="signed")
    held = organisation("Held", held=True)
    with pytest.raises(ValidationError, match="not shown"):
        ask_proof(organisation=held, statement=profile(held), method="dns")
