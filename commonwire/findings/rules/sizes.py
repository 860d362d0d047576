"""How many stand behind a name: "includes 175+ affiliated unions representing over 80,000 working people across seven counties"."""

import re
from collections.abc import Sequence

from commonwire.findings.facts import Fact, FactKind, Found
from commonwire.findings.lines import Line
from commonwire.findings.rules.bodies import subject_of

_NUMBER = r"(?:(?:over|more than|about|around|nearly|almost|some)\s+)?\d[\d,.]*(?:\s?(?:k|million))?\+?"
_AFFILIATES = re.compile(
    rf"(?P<size>{_NUMBER})\s+(?:affiliated|affiliates?|member|local)\s*(?:unions?|locals?|bodies|organi[sz]ations|groups)?", re.I
)
_MEMBERS = re.compile(rf"(?P<size>{_NUMBER})\s+(?:\w+\s+){{0,2}}(?:people|members|workers|tenants|households|students|teachers)\b", re.I)
_AREA = re.compile(r"\bacross\s+(?P<area>(?:\w+\s+){1,3}(?:counties|states|cities|districts|towns|boroughs))\b", re.I)
_ADDRESS = re.compile(r"https?://[^\s<>()\"]+[^\s<>()\".,;:]")


def sizes(lines: Sequence[Line]) -> Found:
    for line, body in _profiles(lines):
        for of, pattern in (("affiliates", _AFFILIATES), ("members", _MEMBERS)):
            if found := pattern.search(line.text):
                value = {"body": body, "of": of, "wording": found["size"]}
                yield Fact(FactKind.SIZE, value, found.group(), line)


def areas(lines: Sequence[Line]) -> Found:
    for line, body in _profiles(lines):
        if found := _AREA.search(line.text):
            yield Fact(FactKind.AREA, {"body": body, "area": found["area"]}, found.group(), line)


def websites(lines: Sequence[Line]) -> Found:
    for line, body in _profiles(lines):
        if found := _ADDRESS.search(line.text):
            yield Fact(FactKind.WEBSITE, {"body": body, "url": found.group()}, found.group(), line)


def _profiles(lines: Sequence[Line]) -> list[tuple[Line, str]]:
    """Paragraphs that say what a body is: `The X is the …`."""
    return [(line, body) for line in lines if line.role == "paragraph" and (body := subject_of(line.text))]
