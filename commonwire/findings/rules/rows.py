"""The rows of a feature: events that are linked, coverage, and what to see besides."""

from collections.abc import Sequence

from commonwire.findings.facts import Fact, FactKind, Found
from commonwire.findings.lines import Line


def events(lines: Sequence[Line]) -> Found:
    for line in lines:
        if line.role.startswith("row") and line.kind == "event":
            yield Fact(FactKind.EVENT, {"label": line.text, "url": line.url}, line.text, line)


def coverage(lines: Sequence[Line]) -> Found:
    """Each link of a feature's rows that is no event, and each thing that a post says is held elsewhere."""
    for line in lines:
        if line.role.startswith("row") and line.kind != "event":
            row = line.role.removeprefix("row").strip()
            yield Fact(FactKind.COVERAGE, {"row": row, "kind": line.kind, "label": line.text, "url": line.url}, line.text, line)
        elif line.role == "further":
            yield Fact(FactKind.COVERAGE, {"row": "", "kind": "", "label": line.text, "url": line.url}, line.text, line)
