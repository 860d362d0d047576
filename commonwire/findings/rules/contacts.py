"""The press release and whom to ask."""

from collections.abc import Sequence

from commonwire.findings.facts import Fact, FactKind, Found
from commonwire.findings.lines import Line
from commonwire.newswire.contact import propose_split


def contacts(lines: Sequence[Line]) -> Found:
    for line in lines:
        if line.role == "contact":
            split = propose_split([line.text])
            value = {"words": line.text}
            if split:
                value |= {"name": split.name, "organisation": split.organisation, "role": split.role}
            yield Fact(FactKind.CONTACT, value, line.text, line)


def releases(lines: Sequence[Line]) -> Found:
    """A post with a press release is a source of its own."""
    seen = set()
    for line in lines:
        if line.role == "release-headline" and line.post.pk not in seen:
            seen.add(line.post.pk)
            yield Fact(FactKind.RELEASE, {"post": line.post.public_id, "headline": line.text}, line.text, line)
