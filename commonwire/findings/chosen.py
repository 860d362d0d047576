"""What an editor ticked, by kind."""

from collections.abc import Sequence
from dataclasses import dataclass

from commonwire.findings.models import Finding


@dataclass(frozen=True)
class Chosen:
    findings: Sequence[Finding]

    def of(self, kind: str) -> list[Finding]:
        return [finding for finding in self.findings if finding.kind == kind]

    def values(self, kind: str, name: str) -> list[str]:
        """One value of each fact of a kind, each once, in order; empty ones left out."""
        return list(dict.fromkeys(finding.value[name] for finding in self.of(kind) if finding.value.get(name)))
