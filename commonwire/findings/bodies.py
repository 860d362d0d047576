"""The organisations of the facts that were ticked: found by name, or added with umbrella, sizes, area and website as the lines say."""

import re
from collections.abc import Iterator

from commonwire.findings.chosen import Chosen
from commonwire.findings.facts import FactKind
from commonwire.findings.models import Finding
from commonwire.organisations.add_organisation import add_organisation
from commonwire.organisations.affiliate import affiliate
from commonwire.organisations.models import Organisation
from commonwire.organisations.queries import find_organisation
from commonwire.organisations.state_size import state_size
from commonwire.organisations.words import OrganisationKind

_KINDS = (
    (re.compile(r"\b(?:federation|labor council|trades council|afl-cio)\b", re.IGNORECASE), OrganisationKind.FEDERATION),
    (re.compile(r"\bunions?\b|\blocal\b|\b[A-Z]{2,6} \d{2,5}$"), OrganisationKind.UNION),
    (re.compile(r"\btenants?\b", re.IGNORECASE), OrganisationKind.TENANTS),
    (re.compile(r"\b(?:coalition|alliance)\b", re.IGNORECASE), OrganisationKind.COALITION),
)


class Bodies:
    """One organisation for every name; two names are one where one is the other with its umbrella behind a comma, or an editor said so."""

    def __init__(self, chosen: Chosen, *, language: str, by: str) -> None:
        self.chosen, self.language, self.by = chosen, language, by
        self.made: dict[str, Organisation] = {}
        self.same = {fact.value["body"]: fact.value["other"] for fact in chosen.of(FactKind.SAME_BODY)}
        names = sorted(set(self._every_name()), key=len)
        self.whole = {_bare(name): name for name in names}  # of two, the longer one

    def name_of(self, name: str) -> str:
        name = self.same.get(name, name)
        return self.whole.get(_bare(name), name)

    def organisation(self, name: str) -> Organisation:
        name = self.name_of(name)
        if name not in self.made:
            self.made[name] = find_organisation(name) or self._added(name)
            self._say_more(name)
        return self.made[name]

    def make_the_rest(self) -> None:
        """Those that are named without endorsing or calling."""
        for name in [*self.chosen.values(FactKind.BODY, "body"), *self.chosen.values(FactKind.UMBRELLA, "body")]:
            if name not in self._unnamed():
                self.organisation(name)

    def _added(self, name: str) -> Organisation:
        area = next((fact.value["area"] for fact in self._about(name, FactKind.AREA)), "")
        website = next((fact.value["url"] for fact in self._about(name, FactKind.WEBSITE)), "")
        return add_organisation(name=name, kind=_kind(name), area=area, website=website, language=self.language, by=self.by)

    def _say_more(self, name: str) -> None:
        organisation = self.made[name]
        for fact in self._about(name, FactKind.SIZE):
            stated = fact.post.published.date() if fact.post.published else None
            value = fact.value
            if not organisation.sizes.filter(of=value["of"], wording=value["wording"]).exists():
                state_size(
                    organisation=organisation, of=value["of"], wording=value["wording"], source=fact.address, stated=stated, by=self.by
                )
        above = next((fact.value["umbrella"] for fact in self._about(name, FactKind.UMBRELLA)), "")
        if above and organisation.umbrella_id is None and self.name_of(above) != name:
            affiliate(organisation=organisation, umbrella=self.organisation(above), by=self.by)

    def _about(self, name: str, kind: FactKind) -> list[Finding]:
        return [fact for fact in self.chosen.of(kind) if self.name_of(fact.value["body"]) == name]

    def _unnamed(self) -> set[str]:
        """ "Minneapolis-area local unions": many, none of them by name."""
        return {fact.value["body"] for fact in self.chosen.of(FactKind.UMBRELLA) if fact.value.get("note")}

    def _every_name(self) -> Iterator[str]:
        for kind in (FactKind.CALLER, FactKind.ENDORSER, FactKind.BODY, FactKind.UMBRELLA, FactKind.SIZE, FactKind.AREA, FactKind.WEBSITE):
            yield from (self.same.get(name, name) for name in self.chosen.values(kind, "body"))


def _bare(name: str) -> str:
    """Without an umbrella behind a comma."""
    return re.sub(r", [A-Z-]{3,}$", "", name).casefold()


def _kind(name: str) -> OrganisationKind:
    """What the name itself says it is."""
    return next((kind for pattern, kind in _KINDS if pattern.search(name)), OrganisationKind.OTHER)
