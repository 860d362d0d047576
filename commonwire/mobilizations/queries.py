"""Reads that need thought: which day of action, which rally, what belongs."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Lower

from commonwire.base import clock, ids
from commonwire.base.text import slug
from commonwire.mobilizations.models import Belonging, Endorsement, Mobilization, Pledge, Rally
from commonwire.mobilizations.rules import takes_part_in
from commonwire.mobilizations.words import PARTS, RALLIES, STANDS, Phase
from commonwire.newswire.models import Post
from commonwire.newswire.words import STREAM, Kind, Visibility

CODE_LENGTH = 5


@dataclass(frozen=True)
class Counts:
    rallies: int
    endorsements: int
    pledges: int
    reports: int


def counts_of(mobilization: Mobilization) -> Counts:
    """Four counts; each begins at what hangs on the day."""
    return Counts(
        rallies=rallies_of(mobilization).count(),
        endorsements=Endorsement.objects.filter(mobilization=mobilization, visibility=Visibility.SHOWN, standing__in=STANDS).count(),
        pledges=Pledge.objects.filter(type__mobilization=mobilization, visibility=Visibility.SHOWN, standing__in=STANDS).count(),
        reports=_reports(mobilization).count(),
    )


def _reports(mobilization: Mobilization) -> QuerySet[Belonging]:
    """Compared in lower case, which it is in: no index of posts answers that, so the database does not walk the archive for a few."""
    rows = Belonging.objects.filter(mobilization=mobilization).order_by()
    lowered = rows.alias(seen=Lower("post__visibility"), said_kind=Lower("post__kind"))
    return lowered.filter(seen=Visibility.SHOWN.value, said_kind__in=[kind.value for kind in STREAM])


def mobilization_of(post: Post) -> Mobilization | None:
    """The day of action that this post is."""
    return Mobilization.objects.filter(post=post).select_related("post").first()


def by_slug(word: str) -> Mobilization | None:
    return Mobilization.objects.filter(slug=word).select_related("post").first()


def by_public_id(word: str) -> Mobilization | None:
    return Mobilization.objects.filter(post__public_id=word).select_related("post").first()


def find_mobilization(word: str) -> Mobilization | None:
    """By slug or public id, whatever its visibility."""
    return by_slug(word) or by_public_id(word)


def by_code(code: str) -> Rally | None:
    """The rally with this code, as people type it from paper; None when it belongs to its day no more."""
    found = ever_by_code(code)
    return found if found and (belongs(found) or not found.post.is_shown) else None


def ever_by_code(code: str) -> Rally | None:
    """Also one that has left its day: the code is printed on paper."""
    word = code.strip().lower().translate(str.maketrans("oil", "011"))
    if len(word) != CODE_LENGTH or any(letter not in ids.ALPHABET for letter in word):
        return None
    return Rally.objects.filter(code=word).select_related("mobilization__post", "post", "event__post").first()


def rally_of(post: Post) -> Rally | None:
    return still_rallies().filter(post=post).select_related("mobilization__post", "post", "event__post").first()


def still_rallies() -> QuerySet[Rally]:
    """A rally that left its day keeps its row, for its code; it is none any more."""
    return Rally.objects.filter(Exists(Belonging.objects.filter(mobilization=OuterRef("mobilization"), post=OuterRef("post"))))


def belongs(rally: Rally) -> bool:
    return Belonging.objects.filter(mobilization=rally.mobilization_id, post=rally.post_id).exists()


def current() -> list[Mobilization]:
    """Days of action that rallies, reports and endorsements can join, the next one first."""
    found = Mobilization.objects.filter(post__visibility=Visibility.SHOWN).select_related("post").order_by("first_day", "id")
    recent = found.filter(Q(last_day__gte=clock.now().date().replace(month=1, day=1)) | ~Q(phase=Phase.REPORT_BACK) | ~Q(further_days=[]))
    return [each for each in recent if takes_part_in(each)]


def rallies_of(mobilization: Mobilization) -> QuerySet[Rally]:
    """Those that readers see."""
    return still_rallies().filter(mobilization=mobilization, post__visibility=Visibility.SHOWN, event__isnull=False)


def actions_of(post: Post) -> list[Mobilization]:
    """The public days of action to which this post belongs, the newest first."""
    found = Mobilization.objects.filter(post__visibility=Visibility.SHOWN, belongings__post=post)
    return list(found.select_related("post").order_by("-first_day", "-id"))


def posts_of(mobilization: Mobilization, rally: Rally | None = None) -> QuerySet[Post]:
    """Public posts that belong to it, or to one of its rallies; rallies themselves are not among them."""
    belonging = Belonging.objects.filter(mobilization=mobilization, **({"rally": rally} if rally else {}))
    return Post.objects.filter(pk__in=belonging.values("post"), visibility=Visibility.SHOWN).exclude(kind=Kind.EVENT)


def keys_of(mobilization: Mobilization, *parts: str) -> list[str]:
    """Its page and these parts of it; all of them when none is named. The list of rallies has a key by itself, printed before the rest."""
    named = parts or PARTS
    return [mobilization.key, *(mobilization.part(each) for each in named), *([rally_list(mobilization)] if RALLIES in named else [])]


def rally_list(mobilization: Mobilization) -> str:
    return f"rallies:{mobilization.pk}"


def free_slug(headline: str) -> str:
    """A slug that no day of action has, with a number when the name is taken."""
    base = slug(headline)
    wanted = f"action-{base}" if base.isdigit() else base  # `/actions/2026/` is the list of a year
    taken = set(Mobilization.objects.filter(slug__startswith=wanted).values_list("slug", flat=True))
    paths = Post.objects.filter(path__startswith=f"/actions/{wanted}").values_list("path", flat=True)
    taken |= {str(path).strip("/").rsplit("/", 1)[-1] for path in paths}
    numbers = (f"{wanted}{'' if n == 1 else f'-{n}'}" for n in range(1, len(taken) + 2))
    return next(each for each in numbers if each not in taken)


def address_of(post: Post) -> str:
    """Where the page of a post of kind "action" is, or will be."""
    known = Mobilization.objects.filter(post_id=post.pk).first() if post.pk else None
    return known.path if known else f"/actions/{free_slug(post.headline)}/"
