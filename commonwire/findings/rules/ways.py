"""How people take part: a line such as NO WORK, SCHOOL, OR SHOPPING, and the word for a strike."""

import re
from collections.abc import Sequence

from commonwire.findings.facts import Fact, FactKind, Found
from commonwire.findings.lines import Line
from commonwire.mobilizations.models import WayToTakePart

_NO = re.compile(r"^\s*no\s+(?P<things>\w+(?:(?:,?\s+(?:and|or)\s+|,\s*)(?:no\s+)?\w+)*)\s*[.!]?\s*$", re.IGNORECASE)
_BETWEEN = re.compile(r",?\s+(?:and|or)\s+(?:no\s+)?|,\s*(?:no\s+)?", re.IGNORECASE)
_STRIKE = re.compile(r"\bgeneral strike on\b", re.IGNORECASE)
_CODES = {
    "work": WayToTakePart.NO_WORK,
    "school": WayToTakePart.NO_SCHOOL,
    "shopping": WayToTakePart.NO_SHOPPING,
}


def ways(lines: Sequence[Line]) -> Found:
    for line in lines:
        if said := _NO.match(line.text):
            for thing in _BETWEEN.split(said["things"]):
                code = _CODES.get(thing.lower())
                yield Fact(FactKind.WAY, {"way": code} if code else {"words": f"no {thing.lower()}"}, line.text, line)
        if line.role == "paragraph" and (found := _STRIKE.search(line.text)):
            yield Fact(FactKind.WAY, {"way": WayToTakePart.STRIKE}, found.group(), line)
