"""Texts that hold a copy of a demand instead of showing it: lines with the words of a wording, the current one or an older,
with a bullet or a number before them or as a paragraph of their own."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from django.utils.translation import gettext as _

from commonwire.mobilizations.demands.queries import all_demands
from commonwire.mobilizations.demands.wordings import normal
from commonwire.mobilizations.models import Belonging, Demand, Mobilization
from commonwire.newswire.models import Post
from commonwire.newswire.words import Visibility

MOST_POSTS = 1000
NEARLY = 0.88  # of two wordings, from here on one is a copy of the other with slips
SHARED = 0.5  # of the words of a wording, below which no line is nearly it
_LINE = re.compile(r"^[\s>#]*(?:(?:[-*+•●▪◦‣·–—]|(?:\w{4,12} )?[(\[#№]?\d{1,3}[.):\]])\s+)?(?P<words>\S.*)$")
CURRENT, OLDER, NEAR = "current", "older", "nearly"


@dataclass(frozen=True)
class Copy:
    post: Post
    line: str
    demand: Demand
    which: str

    @property
    def says(self) -> str:
        words = {
            CURRENT: _("copies the current wording"),
            OLDER: _("copies an older wording"),
            NEAR: _("nearly copies a wording"),
        }
        return words[self.which]


@dataclass(frozen=True)
class _Known:
    words: str
    demand: Demand
    is_current: bool


def copies_in(mobilization: Mobilization) -> list[Copy]:
    """In the newest posts that belong to it, and in its own call; what is out of date stands first."""
    belonging = Belonging.objects.filter(mobilization=mobilization).values("post")
    posts = Post.objects.filter(pk__in=belonging, visibility=Visibility.SHOWN).order_by("-published", "-id")[:MOST_POSTS]
    found = list(compared([mobilization.post, *posts], all_demands(mobilization)))
    return sorted(found, key=lambda copy: copy.which == CURRENT)


def compared(posts: Iterable[Post], demands: Iterable[Demand]) -> Iterator[Copy]:
    known = _known(demands)
    for post in posts:
        for line in post.body.split("\n"):
            said = _LINE.match(line)
            match = _matching(normal(said["words"]), known) if said else None
            if said and match:
                yield Copy(post, said["words"].strip(), *match)


def _known(demands: Iterable[Demand]) -> list[_Known]:
    """Every wording there ever was, the current ones first."""
    rows = []
    for demand in demands:
        newest = {each.language: each.version for each in sorted(demand.wordings.all(), key=lambda each: each.version)}
        rows += [_Known(normal(each.text), demand, each.version == newest[each.language]) for each in demand.wordings.all()]
    return sorted(rows, key=lambda each: not each.is_current)


def _matching(words: str, known: list[_Known]) -> tuple[Demand, str] | None:
    for each in known:
        if each.words == words:
            return each.demand, CURRENT if each.is_current else OLDER
    return next(((each.demand, NEAR) for each in known if _is_near(words, each.words)), None)


def _is_near(one: str, other: str) -> bool:
    """Asked for every line of every text, so the cheap questions come first."""
    if not one or abs(len(one) - len(other)) > 0.25 * len(other):
        return False
    words = set(other.split())
    if len(words & set(one.split())) < SHARED * len(words):
        return False
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.quick_ratio() >= NEARLY and matcher.ratio() >= NEARLY
