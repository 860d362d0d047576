"""Words in quotation marks with their speaker: `Name, President of X, shared why …: “…”`, `Their January 16 press release states, "…"`."""

import re
from collections.abc import Sequence

from commonwire.findings.facts import Fact, FactKind, Found
from commonwire.findings.lines import Line

_QUOTED = re.compile(r"(?P<before>[^“\"]*?)[,:]\s*[“\"](?P<words>[^”\"]{40,})[”\"]")
_SPEAKER = re.compile(r"^(?P<name>[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]+){1,3}), (?P<role>[^,]*?(?:, [A-Z-]+)?), ")
_RELEASE = re.compile(r"\b(?:press release|statement)\b[^.]*$", re.IGNORECASE)


def quotations(lines: Sequence[Line]) -> Found:
    for line in lines:
        if line.role == "paragraph":
            for said in _QUOTED.finditer(line.text):
                speaker, before = _SPEAKER.match(said["before"].strip()), said["before"].strip()
                value = {"words": " ".join(said["words"].split())}
                if speaker:
                    value |= {"speaker": speaker["name"], "role": speaker["role"]}
                elif _RELEASE.search(before):
                    value |= {"speaker": before.rpartition(".")[2].strip()}
                yield Fact(FactKind.QUOTATION, value, said.group().strip(), line)
                for other in lines:
                    if other is not line and other.role == "paragraph" and value["words"] in " ".join(other.text.split()):
                        yield Fact(FactKind.QUOTATION, value, value["words"], other)  # where the words come from
