"""Places of rallies: a sentence that speaks of rallies and lists places behind "in" or "including"."""

import re
from collections.abc import Sequence

from commonwire.findings.facts import Fact, FactKind, Found
from commonwire.findings.lines import Line

_SENTENCE = re.compile(r"[^.!?]*\b(?:rallies|marches|protests|vigils)\b[^!?]*?(?:(?<!\bSt)(?<!\bFt)[.!?](?=\s|$)|$)", re.IGNORECASE)
_PLACE = r"(?:(?:St|Ft|Mt)\. )?[A-Z][\w’'-]+(?: (?:[A-Z][\w’'-]+|of|del?|la|los))*"
_LIST = re.compile(rf"(?:\bincluding|\bin)\s+(?P<places>{_PLACE}(?:,\s+(?!and\b){_PLACE})+(?:,?\s+and\s+{_PLACE})?)")
_BETWEEN = re.compile(r",\s+and\s+|\s+and\s+|,\s+")


def rallies(lines: Sequence[Line]) -> Found:
    for line in lines:
        if line.role != "paragraph":
            continue
        for sentence in _SENTENCE.finditer(line.text):
            for listed in _LIST.finditer(sentence.group()):
                for place in _BETWEEN.split(listed["places"]):
                    yield Fact(FactKind.RALLY, {"place": place.strip()}, listed.group(), line)
