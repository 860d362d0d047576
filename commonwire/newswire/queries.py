"""Reads that need thought."""

from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from django.db.models import QuerySet

from commonwire.base.remember import once
from commonwire.newswire.contributions import CONTRIBUTIONS, registered
from commonwire.newswire.marks import with_marks
from commonwire.newswire.models import Comment, Part, Post
from commonwire.newswire.submission import Submission
from commonwire.newswire.words import STREAM
from commonwire.site.queries import the_site

MOST_REMEMBERED = 3000


def month_of(when: datetime, zone: ZoneInfo) -> str:
    """`2026-01`: the cut of a list in which this moment falls, where the site is."""
    return f"{when.astimezone(zone):%Y-%m}"


def keys_of(post: Post) -> list[str]:
    """Every page key on which this post stands: its own, and each list, uncut and cut by its month."""
    lists = [f"kind:{post.kind}", *(region.key for region in post.regions.all()), *(topic.key for topic in post.topics.all())]
    if post.kind not in STREAM:  # a calendar or an archive of features by place, which reports do not touch
        lists += [f"{post.kind}-{place.key}" for place in [*post.regions.all(), *post.topics.all()]]
    if post.kind in STREAM:
        lists += ["newswire", f"standing:{post.standing}", f"medium:{post.medium}"]
        if post.highlighted:
            lists.append("standing:highlighted")
    if post.published is None:
        return [post.key, *lists]
    month = month_of(post.published, the_site().zoneinfo)
    return [post.key, *lists, *(f"{each}@{month}" for each in lists)]


def find_post(address_or_id: str) -> Post | None:
    """By public id, path or full address, as people copy them; whatever its visibility."""
    text = address_or_id.strip().split("#")[0].split("?")[0]
    if "://" in text:
        text = "/" + text.split("://", 1)[1].partition("/")[2]
    path = f"/{text.strip('/')}/"
    last = path.strip("/").split("/")[-1]
    return Post.objects.filter(public_id=last).first() or Post.objects.filter(path=path).first()


def submission_models() -> list[type[Submission]]:
    """Everything that strangers send: posts, comments, parts, and the contributions of rooms above."""
    return [Post, Comment, Part, *(each.model for each in CONTRIBUTIONS.values())]


def keys_of_submission(submission: Submission) -> list[str]:
    """The page keys on which it stands. A part is read in lists' feeds too, a comment on its post's page alone."""
    if isinstance(submission, Comment):
        return [submission.post.key]
    if isinstance(submission, Post | Part):
        return keys_of(submission.post if isinstance(submission, Part) else submission)
    return registered(submission).keys(submission)


def find_submission(public_id: str) -> Submission | None:
    for model in submission_models():
        found = model._default_manager.filter(public_id=public_id).first()
        if found:
            return found
    return None


def by_headline(words: str, limit: int = 50) -> list[Post]:
    """Public posts whose headline holds all these words, newest first."""
    posts = Post.objects.all().public()
    for word in words.split()[:8]:
        posts = posts.filter(headline__icontains=word)
    return list(posts.newest().for_lists()[:limit])


def gathered(ids: Iterable[int]) -> list[Post]:
    """These posts, in this order, with all that a page may show of them: each read once in a baking, however many lists it is in."""
    wanted, known = list(ids), once("posts", dict[int, Post])
    missing = [pk for pk in wanted if pk not in known]
    if len(known) + len(missing) > MOST_REMEMBERED:
        known.clear()
        missing = wanted
    known.update({post.pk: post for post in with_marks(list(for_page(Post.objects.filter(pk__in=missing))))} if missing else {})
    return [known[pk] for pk in wanted if pk in known]


def for_page(posts: QuerySet[Post]) -> QuerySet[Post]:
    """With everything a post's page shows, in a fixed number of queries."""
    return posts.select_related("hidden_by").prefetch_related(
        "regions",
        "topics",
        "files__file__renditions",
        "parts__files__file__renditions",
        "further_media",
        "corrections",
    )
