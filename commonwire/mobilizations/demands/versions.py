"""How each demand was worded over time, language by language, with what changed."""

from dataclasses import dataclass

from django.utils.safestring import SafeString

from commonwire.base.difference import differences
from commonwire.mobilizations.models import Demand, DemandWording


@dataclass(frozen=True)
class Version:
    wording: DemandWording
    changed: SafeString | str  # against the version before it; empty for the first


@dataclass(frozen=True)
class InLanguage:
    language: str
    versions: list[Version]  # the newest first

    @property
    def newest(self) -> DemandWording:
        return self.versions[0].wording


def history_of(demand: Demand, language: str) -> list[InLanguage]:
    """The language of the call first. Prefetch `wordings`."""
    by_language: dict[str, list[DemandWording]] = {}
    for each in sorted(demand.wordings.all(), key=lambda each: each.version):
        by_language.setdefault(each.language, []).append(each)
    codes = sorted(by_language, key=lambda code: (code != language, code))
    return [InLanguage(code, _compared(by_language[code])[::-1]) for code in codes]


def _compared(wordings: list[DemandWording]) -> list[Version]:
    before = [None, *wordings[:-1]]
    return [Version(new, differences(old.text, new.text) if old else "") for old, new in zip(before, wordings, strict=True)]
