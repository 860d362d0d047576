"""Finding organisations by what people call them, and who belongs to whom."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from django.db.models import Q

from commonwire.base.remember import once
from commonwire.newswire.words import Visibility
from commonwire.organisations.folding import fold, key_of
from commonwire.organisations.models import Organisation

LOOKED_AT, NEAR = 60, 0.62


def find_organisation(words: str) -> Organisation | None:
    """By slug, name or short name, whatever the case, accents and punctuation; None when none or several are called so.

    A profile that was merged into another is found as the other. Only what readers see is found.
    """
    text = words.strip().strip("/").rsplit("/", 1)[-1]
    slugged = Organisation.objects.filter(slug=text[:80]).select_related("merged_into").first()
    if slugged and (found := _shown(slugged)):
        return found
    key = key_of(words)
    named = Organisation.objects.filter(Q(name_key=key[:200]) | Q(short_key=key[:60])).select_related("merged_into") if key else []
    found_by_name = {found.pk: found for each in named if (found := _shown(each))}
    return next(iter(found_by_name.values())) if len(found_by_name) == 1 else None


def _shown(organisation: Organisation) -> Organisation | None:
    meant = organisation.merged_into or organisation
    return meant if meant.visibility == Visibility.SHOWN else None


def similar(words: str, limit: int = 5) -> list[Organisation]:
    """Names near to these, nearest first: for "did you mean"."""
    folded = fold(words)
    if not folded:
        return []
    near = Q(folded__startswith=folded[:3]) | Q(short_key__startswith=key_of(words)[:3])
    for word in folded.split()[:12]:
        if len(word) > 3:
            near |= Q(folded__contains=word) | Q(folded__startswith=word[:3])
    candidates = Organisation.objects.filter(near).public().values_list("pk", "folded")
    likely = sorted(candidates, key=lambda each: -_resemblance(folded, each[1]))[:LOOKED_AT]
    known = Organisation.objects.in_bulk([pk for pk, _ in likely])
    rated = sorted(((_nearness(folded, each), each) for each in known.values()), key=_nearest_first)
    return [each for nearness, each in rated if nearness >= NEAR][:limit]


def _nearest_first(rated: tuple[float, Organisation]) -> tuple[float, str]:
    return -rated[0], rated[1].folded


def _resemblance(one: str, other: str) -> float:
    """Quickly, to choose those that are worth a closer look: how many of the runs of three letters are the same."""
    mine, theirs = _threes(one), _threes(other)
    return len(mine & theirs) / (len(mine) + len(theirs))


def _threes(text: str) -> set[str]:
    padded = f"  {text} "
    return {padded[at : at + 3] for at in range(len(padded) - 2)}


def _nearness(folded: str, organisation: Organisation) -> float:
    """1 for the same; counts shared words as well as shared letters, for the long name and the short one."""
    return max((_alike(folded, fold(each)) for each in (organisation.name, organisation.short_name) if each), default=0.0)


def _alike(one: str, other: str) -> float:
    mine, theirs = set(one.split()), set(other.split())
    shared = len(mine & theirs) / max(1, min(len(mine), len(theirs))) if len(mine & theirs) > 1 else 0.0
    return max(shared * 0.95, SequenceMatcher(None, one, other).ratio())


@dataclass
class Branch:
    """An organisation and what is below it, by name."""

    organisation: Organisation
    affiliates: list["Branch"] = field(default_factory=list)

    @property
    def everyone(self) -> list[Organisation]:
        """It and all below it."""
        return [self.organisation, *(each for below in self.affiliates for each in below.everyone)]


def umbrellas() -> dict[int, int]:
    """From each affiliate to its umbrella, those out of sight too: one query."""
    return {each: up for each, up, _ in _everybody() if up is not None}


def _everybody() -> list[tuple[int, int | None, str]]:
    """(id, umbrella, visibility) of each; once in a baking."""
    return once("organisations", lambda: list(Organisation.objects.values_list("pk", "umbrella_id", "visibility")))


def shown_umbrellas() -> dict[int, int]:
    """From each affiliate to the nearest body above it that readers see."""
    everybody = _everybody()
    above = {each: up for each, up, _ in everybody if up is not None}
    shown = {each for each, _, visibility in everybody if visibility == Visibility.SHOWN}
    found = {each: _nearest_shown(each, above, shown) for each in above}
    return {each: up for each, up in found.items() if up is not None}


def _nearest_shown(each: int, above: dict[int, int], shown: set[int]) -> int | None:
    seen = {each}
    while (up := above.get(each)) is not None and up not in seen:
        if up in shown:
            return up
        seen.add(up)
        each = up
    return None


def umbrellas_of(organisation: Organisation) -> list[Organisation]:
    """The bodies above it that readers see, the highest first."""
    above, chain = shown_umbrellas(), list[int]()
    up = above.get(organisation.pk)
    while up is not None and up not in chain:
        chain.append(up)
        up = above.get(up)
    by_id = Organisation.objects.in_bulk(chain)
    return [by_id[each] for each in reversed(chain)]


def tree_of(organisation: Organisation) -> Branch:
    """It and everything below it that readers see, at any depth; two queries."""
    below = _below(shown_umbrellas())
    ids, reached = [organisation.pk], {organisation.pk}
    for each in ids:  # grows while it is walked
        new = [one for one in below.get(each, []) if one not in reached]
        reached.update(new)
        ids += new
    return _branch(organisation, below, Organisation.objects.public().in_bulk(ids))


def forest(organisations: Iterable[Organisation]) -> list[Branch]:
    """These, by name, each below the nearest of its umbrellas that is among them; one query."""
    by_id = {each.pk: each for each in organisations}
    above, those = umbrellas(), set(by_id)
    nearest = {each: _nearest_shown(each, above, those) for each in by_id}
    below = _below({each: up for each, up in nearest.items() if up is not None})
    roots = sorted((by_id[each] for each, up in nearest.items() if up is None), key=_by_name)
    return [_branch(root, below, by_id) for root in roots]


def _below(above: dict[int, int]) -> dict[int, list[int]]:
    below: dict[int, list[int]] = {}
    for each, up in above.items():
        below.setdefault(up, []).append(each)
    return below


def _branch(organisation: Organisation, below: dict[int, list[int]], by_id: dict[int, Organisation]) -> Branch:
    affiliates = sorted((by_id[each] for each in below.get(organisation.pk, []) if each in by_id), key=_by_name)
    return Branch(organisation, [_branch(each, below, by_id) for each in affiliates])


def _by_name(organisation: Organisation) -> tuple[str, int]:
    return organisation.folded, organisation.pk


AT_DESK = 50


def found_at_desk(words: str) -> tuple[list[Organisation], bool]:
    """Whatever its visibility, those with all these words in their names, by name; and whether there are more."""
    rows = Organisation.objects.filter(merged_into=None).exclude(visibility__in=(Visibility.WITHDRAWN, Visibility.PURGED))
    for word in fold(words).split()[:8]:
        rows = rows.filter(folded__contains=word)
    found = list(rows.select_related("umbrella").order_by("folded", "pk")[: AT_DESK + 1])
    return found[:AT_DESK], len(found) > AT_DESK


def possible_doubles(organisation: Organisation) -> list[Organisation]:
    """Profiles that may be of the same organisation."""
    return [each for each in similar(organisation.name, 6) if each.pk != organisation.pk][:5]
