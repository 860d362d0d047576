"""Everything that belongs to a day of action as lists: what its feeds and the archive of its reports are made from."""

from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext as _

from commonwire.base.remember import once
from commonwire.coverage.queries import belonging_to, newest_of
from commonwire.mobilizations.models import Belonging, Mobilization
from commonwire.newswire.lists import HEAD, Listing
from commonwire.newswire.models import Post, Posts
from commonwire.newswire.queries import gathered
from commonwire.newswire.words import STREAM, Kind
from commonwire.press.printing import Key


@dataclass(frozen=True)
class CoverageListing(Listing):
    """Reports alone, as the pages of coverage show them."""

    mobilization: Mobilization

    def _narrowed(self, posts: Posts) -> Posts:
        belonging = Belonging.objects.filter(mobilization=self.mobilization)
        return posts.filter(kind__in=STREAM, pk__in=belonging.values("post"))


@dataclass(frozen=True)
class DayListing(Listing):
    """The call, reports, features and releases, as the feeds tell them. Its rallies are in its calendar."""

    mobilization: Mobilization

    def _narrowed(self, posts: Posts) -> Posts:
        belonging = Belonging.objects.filter(mobilization=self.mobilization)
        return posts.filter(Q(pk=self.mobilization.post_id) | Q(pk__in=belonging.values("post"))).exclude(kind=Kind.EVENT)

    def head(self) -> list[Post]:
        """The newest, the call among them; without walking the archive."""
        newest = once(("day", self.key), lambda: newest_of(belonging_to(self.mobilization), HEAD))
        posts = gathered([*newest, self.mobilization.post_id])
        return sorted(posts, key=lambda post: (post.published or post.sent, post.pk), reverse=True)[:HEAD]


def coverage_of(mobilization: Mobilization) -> CoverageListing:
    """Titled in the language being spoken."""
    key = Key("coverage", str(mobilization.pk))
    title = _("Coverage: %(name)s") % {"name": mobilization.name}
    return CoverageListing(key, f"{mobilization.path}coverage/", title, "coverage", mobilization)


def day_of_action(mobilization: Mobilization) -> DayListing:
    return DayListing(Key("day-of-action", str(mobilization.pk)), mobilization.path, mobilization.name, "action", mobilization)
