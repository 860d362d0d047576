"""How far it reaches, and where: "statewide day of action", "communities throughout Minnesota", "rallies in solidarity"."""

import re
from collections.abc import Sequence

from commonwire.findings.facts import Fact, FactKind, Found
from commonwire.findings.lines import Line

_WIDE = re.compile(r"\b([a-z]+wide|national)\b[\w\s-]{0,20}\b(?:action|strike|walkout|day)", re.I)
_THROUGHOUT = re.compile(r"\b(?:throughout|across)\s+(?P<place>(?:[A-Z][\w-]+)(?:\s[A-Z][\w-]+)*)")
_SOLIDARITY = re.compile(r"\b(?:rallies|protests|actions|marches)\s+in\s+solidarity\b", re.I)


def reach(lines: Sequence[Line]) -> Found:
    for line in lines:
        if line.role not in ("paragraph", "summary"):
            continue
        for found in _WIDE.finditer(line.text):
            yield Fact(FactKind.REACH, {"reach": found.group(1).lower()}, found.group(), line)
        for found in _THROUGHOUT.finditer(line.text):
            yield Fact(FactKind.REACH, {"place": found["place"]}, found.group(), line)
        if solidarity := _SOLIDARITY.search(line.text):
            yield Fact(FactKind.REACH, {"reach": "with solidarity elsewhere"}, solidarity.group(), line)
