"""Publish: the main act of the house."""

from collections.abc import Callable, Sequence
from datetime import date, datetime

from django.db import IntegrityError, connection, transaction

from commonwire.base import clock
from commonwire.base.ids import public_id as new_public_id
from commonwire.base.text import slug
from commonwire.ledger.record import record
from commonwire.media.claim import claim_file
from commonwire.media.models import File
from commonwire.newswire.keep_receipt import let_receipt_last
from commonwire.newswire.kinds import EXTRAS
from commonwire.newswire.models import FurtherMedia, Part, Post, PostFile
from commonwire.newswire.queries import keys_of
from commonwire.newswire.release import find_release
from commonwire.newswire.rules import receipt_lasts
from commonwire.newswire.wording import Wording
from commonwire.newswire.words import Medium, Visibility
from commonwire.site.queries import the_site

Attach = Callable[[Post], None]
ADDRESS_TRIES = 3  # times that somebody else may take the same address in the same moment


def publish_post(
    *,
    wording: Wording,
    files: Sequence[File] = (),
    receipt: str = "",
    public_id: str = "",
    publish_at: datetime | None = None,
    published: datetime | None = None,
    day: date | None = None,
    held: bool = False,
    attach: Attach | None = None,
    by: str = "",
) -> Post:
    """Publish at once, or at `publish_at`, or hold for the desk. The same `public_id` gives the same post, however often it is sent.

    `attach` makes the rows that rooms above keep of it, within the same transaction. `published` and `day` are for
    archives: when it appeared elsewhere, and the day that was there.
    """
    for tries_left in range(ADDRESS_TRIES, -1, -1):
        try:
            return _publish(wording, files, receipt, public_id, publish_at, published, day, held, attach, by)
        except IntegrityError:
            known = Post.objects.filter(public_id=public_id).first() if public_id else None
            if known:
                return known  # the same draft came twice at once, and the other was quicker
            if not tries_left or connection.in_atomic_block:
                raise  # otherwise another post took the address between our look and our writing: look again
    raise AssertionError("the last try returns or raises")


@transaction.atomic
def _publish(
    wording: Wording,
    files: Sequence[File],
    receipt: str,
    public_id: str,
    publish_at: datetime | None,
    published: datetime | None,
    day: date | None,
    held: bool,
    attach: Attach | None,
    by: str,
) -> Post:
    known = Post.objects.filter(public_id=public_id).first() if public_id else None
    if known:
        return known
    visibility = Visibility.HELD if held else Visibility.EMBARGOED if publish_at else Visibility.SHOWN
    post = Post(
        public_id=public_id or new_public_id(),
        kind=wording.kind,
        visibility=visibility,
        sent=clock.minute() if visibility == Visibility.SHOWN else clock.hour(),
        publish_at=publish_at,
        published=published,
        release=recognise_release(wording),
        medium=medium_of(files),
        **wording.columns(),
    )
    if receipt:
        post.keep_receipt(receipt, receipt_lasts(the_site()))
    if visibility == Visibility.SHOWN:
        give_address(post, day)
    post.save()
    place(post, wording)
    hang(post, files)
    if attach:
        attach(post)
    let_receipt_last(post=post)
    record(
        "post.published" if post.is_shown else f"post.{visibility}",
        post.key,
        touched=keys_of(post) if post.is_shown else [post.key, "desk"],
        at=post.sent,
        by=by,
        kind=post.kind,
    )
    return post


def recognise_release(wording: Wording) -> object:
    release = None if wording.plain_release else find_release(wording.body)
    return release.as_json() if release else None


def place(post: Post, wording: Wording) -> None:
    """Regions, topics and further media as worded."""
    post.regions.set(wording.regions)
    post.topics.set(wording.topics)
    post.further_media.all().delete()
    FurtherMedia.objects.bulk_create(
        [FurtherMedia(post=post, position=n, title=title, url=url) for n, (title, url) in enumerate(wording.further_media)]
    )


def hang(post: Post, files: Sequence[File], part: Part | None = None) -> None:
    """Claim each draft file for the post, after those that hang already."""
    first = PostFile.objects.filter(post=post).count()
    for position, file in enumerate(files, first):
        if file.state == "draft":
            claim_file(file=file)
        PostFile.objects.create(post=post, part=part, file=file, position=position)


def medium_of(files: Sequence[File]) -> str:
    """What a list says a post is: the weightiest of its files."""
    kinds = {file.kind for file in files}
    order = (("video", Medium.VIDEO), ("audio", Medium.AUDIO), ("picture", Medium.PHOTO), ("document", Medium.DOCUMENT))
    return next((medium for kind, medium in order if kind in kinds), Medium.TEXT)


def give_address(post: Post, day: date | None = None) -> None:
    """A date and a path: `/2026/01/16/slug/`, with a number when the slug is taken that day; or what the kind's room makes."""
    post.published = post.published or clock.minute()
    extra = EXTRAS.get(post.kind)
    if extra and extra.path:
        post.path = extra.path(post)
        return
    day = day or post.published.astimezone(the_site().zoneinfo).date()
    wanted = f"/{day:%Y/%m/%d}/{slug(post.headline)}"
    taken = set(Post.objects.filter(path__startswith=wanted).values_list("path", flat=True))
    numbers = (f"{wanted}{'' if n == 1 else f'-{n}'}/" for n in range(1, len(taken) + 2))
    post.path = next(path for path in numbers if path not in taken)
