"""The lists in which posts stand: the newswire, its facets, a region, a topic. Pages, feeds and archives are made from the same few."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.db.models import Count
from django.db.models.functions import TruncDate
from django.utils.translation import gettext as _

from commonwire.base.remember import once
from commonwire.chrome.frame import Frame, feeds_of
from commonwire.newswire.models import Post, Posts
from commonwire.newswire.queries import gathered
from commonwire.newswire.words import STREAM, Kind, Medium, Standing, Visibility
from commonwire.press.printing import Key
from commonwire.site.models import Site
from commonwire.taxonomy.models import Place, Region, Topic

HEAD = 50
SPLIT = 300  # a month with more posts is cut into days
HIGHLIGHTED = "highlighted"


@dataclass(frozen=True)
class Listing:
    key: Key  # without a cut
    path: str  # without language
    title: str
    facet: str  # newswire, standing, kind, medium, region or topic

    def posts(self) -> Posts:
        return self._narrowed(Post.objects.all().public())

    def gone(self) -> Posts:
        """Posts that stood in this list and were hidden or withdrawn."""
        gone = (Visibility.HIDDEN, Visibility.WITHHELD, Visibility.WITHDRAWN, Visibility.PURGED)
        return self._narrowed(Post.objects.filter(visibility__in=gone, path__isnull=False))

    def _narrowed(self, posts: Posts) -> Posts:
        match self.key.name:
            case "region":
                return posts.filter(regions=int(self.key.id))
            case "topic":
                return posts.filter(topics=int(self.key.id))
            case "kind":
                return posts.filter(kind=self.key.id)
        posts = posts.filter(kind__in=STREAM)
        match self.key.name:
            case "standing" if self.key.id == HIGHLIGHTED:
                return posts.filter(highlighted=True)
            case "standing":
                return posts.filter(standing=self.key.id)
            case "medium":
                return posts.filter(medium=self.key.id)
        return posts

    def head(self) -> list[Post]:
        """The newest; the same rows for every language of a baking."""
        return gathered(once(("head", self.key), lambda: list(self.posts().newest().values_list("pk", flat=True)[:HEAD])))

    def cut(self, start: datetime, end: datetime) -> list[Post]:
        return gathered(once(("cut", self.key, start, end), lambda: list(self.between(start, end).newest().values_list("pk", flat=True))))

    def between(self, start: datetime, end: datetime) -> Posts:
        return self.posts().filter(published__gte=start, published__lt=end)

    def counted_days(self, start: datetime, end: datetime, zone: ZoneInfo) -> list[tuple[date, int]]:
        """How many posts each day of a busy month has, newest first."""
        counted = self.between(start, end).order_by().annotate(day=TruncDate("published", tzinfo=zone))
        return list(counted.values_list("day").annotate(count=Count("pk")).order_by("-day"))

    def following_the_first(self, start: datetime, end: datetime, zone: ZoneInfo) -> date | None:
        """If nothing stands before this span: the month of the first post after it."""
        if self.posts().filter(published__lt=start).exists():
            return None
        after = self.posts().filter(published__gte=end).order_by("published").values_list("published", flat=True).first()
        return after.astimezone(zone).date() if after else None

    def months(self, zone: ZoneInfo) -> list[date]:
        """Every month from the first post to the last, newest first; two look-ups however large the archive."""
        return once(("months", self.key), lambda: self._months(zone))

    def _months(self, zone: ZoneInfo) -> list[date]:
        ends = [self.posts().order_by(order).values_list("published", flat=True).first() for order in ("published", "-published")]
        if ends[0] is None or ends[1] is None:
            return []
        first, month = (when.astimezone(zone).date().replace(day=1) for when in ends if when)
        months = []
        while month >= first:
            months.append(month)
            month = (month - timedelta(days=1)).replace(day=1)
        return months


def listing_of(key: Key) -> Listing | None:
    """The list that a key (cut or not) belongs to, titled in the language being spoken."""
    bare = Key(key.name, key.id)
    match key.name:
        case "newswire":
            return Listing(bare, "/newswire/", _("Newswire"), "newswire")
        case "standing" if key.id == HIGHLIGHTED:
            return Listing(bare, "/newswire/highlighted/", _("Highlighted"), "standing")
        case "standing" if key.id in Standing.values:
            return Listing(bare, f"/newswire/{key.id}/", str(STANDING_TITLES[key.id]()), "standing")
        case "kind" if key.id in COLUMNS:
            return Listing(bare, COLUMNS[key.id], str(KIND_TITLES[key.id]()), "column")
        case "kind" if key.id in STREAM:
            return Listing(bare, f"/newswire/kind/{key.id}/", str(KIND_TITLES[key.id]()), "kind")
        case "medium" if key.id in Medium.values:
            return Listing(bare, f"/newswire/medium/{key.id}/", str(Medium(key.id).label).capitalize(), "medium")
        case "region" | "topic":
            return _place(bare)
    return None


def _place(key: Key) -> Listing | None:
    model: type[Region] | type[Topic] = Region if key.name == "region" else Topic
    place: Place | None = once(("place", key), lambda: model.objects.filter(pk=key.id).first())
    return Listing(key, place.path, place.name, key.name) if place else None


STANDING_TITLES = {
    "new": lambda: _("Not yet sorted"),
    "local": lambda: _("Local"),
    "elsewhere": lambda: _("From elsewhere"),
    "other": lambda: _("Other"),
}
KIND_TITLES = {
    "report": lambda: _("Reports"),
    "opinion": lambda: _("Opinion"),
    "press-release": lambda: _("Press releases"),
    "announcement": lambda: _("Announcements"),
    "repost": lambda: _("Reposts"),
    "event": lambda: _("Calendar"),
    "feature": lambda: _("Features"),
    "action": lambda: _("Days of action"),
}
# Kinds whose lists are printed by a room above; their feeds are like any list's.
COLUMNS = {"event": "/calendar/", "feature": "/features/", "action": "/actions/"}


def facet_keys() -> list[Key]:
    """The lists of the newswire itself, the whole one first."""
    standings = [*Standing.values, HIGHLIGHTED]
    return [
        Key("newswire"),
        *(Key("standing", each) for each in standings),
        *(Key("kind", Kind(each).value) for each in STREAM),
        *(Key("medium", each) for each in Medium.values),
    ]


def place_keys() -> list[Key]:
    return [
        *(Key("region", str(pk)) for pk in Region.objects.values_list("pk", flat=True)),
        *(Key("topic", str(pk)) for pk in Topic.objects.values_list("pk", flat=True)),
    ]


def cut_span(cut: str, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """`2026-01` or `2026-01-16` as the half-open span of time it is where the site is."""
    parts = [int(part) for part in cut.split("-")]
    first = date(parts[0], parts[1], parts[2] if len(parts) > 2 else 1)
    after = (first + timedelta(days=32)).replace(day=1) if len(parts) == 2 else first + timedelta(days=1)
    start, end = (datetime(each.year, each.month, each.day, tzinfo=zone) for each in (first, after))
    return start, end


def all_keys(site: Site) -> Iterator[str]:
    """Every list key, heads first, then every month."""
    listings = [listing for key in [*facet_keys(), *place_keys()] if (listing := listing_of(key))]
    yield from (str(listing.key) for listing in listings)
    for listing in listings:
        for month in listing.months(site.zoneinfo):
            yield f"{listing.key}@{month:%Y-%m}"


def by_day(posts: list[Post], zone: ZoneInfo) -> list[tuple[date, list[Post]]]:
    """Posts in their order, gathered under the day they fall on where the site is."""
    days: dict[date, list[Post]] = {}
    for post in posts:
        if post.published:
            days.setdefault(post.published.astimezone(zone).date(), []).append(post)
    return list(days.items())


def list_context(listing: Listing, site: Site, language: str, path: str, title: str = "") -> dict[str, object]:
    """What head and archive pages of a list share."""
    frame = Frame(
        site=site,
        language=language,
        path=path,
        title=title or listing.title,
        section={"region": "regions", "topic": "topics"}.get(listing.facet, "newswire"),
        per_language=True,
        feeds=feeds_of(listing.title, site.at(language, listing.path)),
    )
    months = listing.months(site.zoneinfo)
    return {
        "frame": frame,
        "site": site,
        "language": language,
        "listing": listing,
        "months": months,
        "base": site.at(language, listing.path),
    }
