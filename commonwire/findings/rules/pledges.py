"""A pledge: somebody is "to become 4th Amendment Businesses — cease …": what one becomes, a dash, what that promises."""

import re
from collections.abc import Sequence

from commonwire.findings.facts import Fact, FactKind, Found
from commonwire.findings.lines import Line

_BECOMES = re.compile(r"(?P<who>[^.]*?)\bto\s+become\s+(?:an?\s+)?(?P<name>[A-Z0-9][^.—–]{2,80}?)\s+[—–]\s+(?P<terms>[^.]+)\.?\s*$")


def pledges(lines: Sequence[Line]) -> Found:
    for line in lines:
        if line.role in ("bullet", "paragraph") and (said := _BECOMES.search(line.text)):
            value = {"name": _one(said["name"]), "terms": said["terms"].strip(), "by": said["who"].strip()}
            yield Fact(FactKind.PLEDGE, value, said.group().strip(), line)


def _one(name: str) -> str:
    """Of many, one: "4th Amendment Businesses" is what each of them becomes."""
    if name.endswith(("sses", "xes", "ches", "shes")):
        return name[:-2]
    return name[:-3] + "y" if name.endswith("ies") else name.removesuffix("s")
