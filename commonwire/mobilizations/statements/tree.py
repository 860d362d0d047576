"""Bodies in their hierarchy, with their sizes and with what proves that the word is theirs."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.db.models import F

from commonwire.mobilizations.models import Statement
from commonwire.mobilizations.statements.lists import Said
from commonwire.mobilizations.statements.provable import provable
from commonwire.organisations.models import Organisation, Size
from commonwire.organisations.proofs import Found, proofs_of_many
from commonwire.organisations.queries import Branch, forest


@dataclass
class Body:
    """One statement as shown: below it the affiliates that say the same."""

    statement: Statement
    sizes: list[Size] = field(default_factory=list)
    proofs: list[Found] = field(default_factory=list)
    affiliates: list["Body"] = field(default_factory=list)

    @property
    def organisation(self) -> Organisation | None:
        found = self.statement.organisation
        return found if found and found.is_shown else None


def first_bodies(said: Said, most: int) -> list[Statement]:
    """Those that call, then those whose profile is known, then by name."""
    calls = ["-calls"] if said.part == "endorsements" else []
    known_first = F("organisation").asc(nulls_last=True)
    found = said.standing().select_related(*said.related).order_by(*calls, known_first, "name", "id")
    return list(found[:most])


def with_proofs(statements: Iterable[Statement], said: Said) -> list[Body]:
    """Flat; a fixed number of queries, however many they are."""
    some = list(statements)
    profiles = {each.organisation_id for each in some if each.organisation_id}
    sizes: dict[int, list[Size]] = defaultdict(list)
    for size in Size.objects.filter(organisation__in=profiles):
        if size.of not in {known.of for known in sizes[size.organisation_id]}:
            sizes[size.organisation_id].append(size)
    proofs = proofs_of_many(provable(each, said.mobilization) for each in some if each.organisation_id)
    return [Body(each, sizes.get(each.organisation_id or 0, []), proofs.get(each.public_id, [])) for each in some]


def tree(statements: Sequence[Statement], said: Said) -> list[Body]:
    """Umbrellas above their affiliates; whoever has no profile follows."""
    bodies = with_proofs(statements, said)
    by_profile = {body.organisation.pk: body for body in bodies if body.organisation}
    roots = [_grown(branch, by_profile) for branch in forest([body.organisation for body in bodies if body.organisation])]
    placed = {id(body) for body in by_profile.values()}
    roots.sort(key=lambda body: not getattr(body.statement, "calls", False))
    return [*roots, *(body for body in bodies if id(body) not in placed)]


def _grown(branch: Branch, by_profile: dict[int, Body]) -> Body:
    body = by_profile[branch.organisation.pk]
    body.affiliates = [_grown(each, by_profile) for each in branch.affiliates]
    return body
