"""Read posts: every rule over every line; equal facts become one with its twins; what no rule understood is listed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from commonwire.findings.facts import Fact, FactKind
from commonwire.findings.lines import Line, lines_of
from commonwire.findings.rules import RULES
from commonwire.newswire.models import Post

LONGEST = 6_000  # letters; a longer line is not looked into, and told as not understood


@dataclass(frozen=True)
class Read:
    facts: list[Fact]  # in the order of their kinds, then of the lines
    unread: list[Line]  # lines in which no rule found anything


def read_lines(posts: Sequence[Post]) -> Read:
    every = [line for post in posts for line in lines_of(post)]
    lines = [line for line in every if len(line.text) <= LONGEST]
    found = [fact for rule in RULES for fact in rule(lines)]
    understood = {id(line) for fact in found for line in (fact.line, fact.introduced) if line}
    order = {kind: number for number, kind in enumerate(FactKind)}
    facts = sorted(_merged(found), key=lambda fact: order[fact.kind])
    return Read(facts, [line for line in every if id(line) not in understood])


def _merged(found: Sequence[Fact]) -> list[Fact]:
    """One of each; the first line that says it leads, unless a later one says it as running text and not in capitals."""
    merged: dict[tuple[str, ...], Fact] = {}
    for fact in found:
        known = merged.get(fact.identity)
        if known is None:
            merged[fact.identity] = fact
        elif fact.line is not known.line and fact.line not in known.twins:
            merged[fact.identity] = replace(known, twins=[*known.twins, fact.line])
    return list(merged.values())
