"""Demands as people type them: a line each, and behind an arrow or "to:" to whom."""

import re
from collections.abc import Iterable

from commonwire.base.text import clean_line
from commonwire.mobilizations.demands.word_demands import DemandLine
from commonwire.mobilizations.models import Demand

LONGEST, LONGEST_TO_WHOM, MOST = 1000, 200, 40
_SIGN = re.compile(r"^\s*(?:[-*•●▪◦‣·–—]|\(?\d{1,2}[.)])\s+")
_TO_WHOM = re.compile(r"\s+(?:→|->|=>)\s*(?P<arrow>[^→]+)$|\s+\(?to:\s*(?P<words>[^()]+)\)?$", re.IGNORECASE)


def read_demands(text: str) -> list[DemandLine]:
    """Bullets and numbers in front are left away; an empty line says nothing."""
    return [_line(line) for line in text.split("\n") if _SIGN.sub("", line).strip()]


def _line(text: str) -> DemandLine:
    bare = _SIGN.sub("", text).strip()
    found = _TO_WHOM.search(bare)
    if not found:
        return DemandLine(clean_line(bare))
    return DemandLine(clean_line(bare[: found.start()]), clean_line(found["arrow"] or found["words"]))


def written(demands: Iterable[Demand], language: str) -> str:
    """The same list as a text to be changed."""
    rows = [(each, each.wording(language)) for each in demands]
    return "\n".join(f"{words.text}{f' → {each.to_whom}' if each.to_whom else ''}" for each, words in rows if words)
