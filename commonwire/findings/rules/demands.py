"""Demands: the bullets below a line that speaks of demands and ends with a colon."""

import re
from collections.abc import Sequence

from commonwire.findings.facts import Fact, FactKind, Found
from commonwire.findings.lines import Line

_INTRODUCES = re.compile(r"\bdemand(?:s|ed|ing)?\b.*:\s*$", re.IGNORECASE | re.DOTALL)


def demands(lines: Sequence[Line]) -> Found:
    above: Line | None = None
    for line in lines:
        if line.role == "bullet" and above:
            yield Fact(FactKind.DEMAND, {"text": line.text}, line.text, line, introduced=above)
        else:
            above = line if line.role == "paragraph" and _INTRODUCES.search(line.text) else None
