"""Compose a feature, or revise it. Every state that was ever shown stays as a revision that anybody can read."""

from collections.abc import Callable, Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import Max

from commonwire.base import clock
from commonwire.features.composition import Composition
from commonwire.features.models import Feature, HeadlineLine, LinkRow, Quotation, Revision, RowLink
from commonwire.ledger.record import record
from commonwire.media.erase import erase_file
from commonwire.media.models import File
from commonwire.newswire.models import Post, PostFile
from commonwire.newswire.publish import hang, medium_of, place, publish_post
from commonwire.newswire.queries import keys_of
from commonwire.site.queries import the_site


class Overtaken(Exception):
    """Somebody else revised the feature after this editor opened it. `number` is the newest revision; saving again replaces it."""

    def __init__(self, number: int) -> None:
        super().__init__(f"revision {number} came first")
        self.number = number


@transaction.atomic
def compose_feature(
    *,
    composition: Composition,
    files: Sequence[File] = (),
    published: datetime | None = None,
    note: str = "",
    public_id: str = "",
    by: str = "",
    attach: Callable[[Post], None] | None = None,
) -> Feature:
    """Publish a new feature with its first revision. The same `public_id` gives the same feature, however often it is sent.

    `attach` keeps what rooms above asked in the form, within the same transaction; so does `change` of a revision.
    """
    known = Feature.objects.filter(post__public_id=public_id).first() if public_id else None
    if known:
        return known
    post = publish_post(
        wording=composition.wording, files=files, published=published, public_id=public_id, day=composition.dated, attach=attach
    )
    dated = composition.dated or (post.published.astimezone(the_site().zoneinfo).date() if post.published else None)
    feature = Feature.objects.create(post=post, phase=composition.phase, dated=dated, redated=composition.redated)
    _gather(feature, composition)
    _remember(feature, composition, note, published)
    record("feature.composed", f"feature:{feature.pk}", touched=[*keys_of(post), "features"], by=by)
    return feature


@transaction.atomic
def revise_feature(
    *,
    feature: Feature,
    composition: Composition,
    files: Sequence[File] | None = None,
    note: str = "",
    by: str = "",
    at: datetime | None = None,
    seen: int | None = None,
    change: Callable[[Post], None] | None = None,
) -> Feature:
    """Change a feature; its address and its first date stay, the updated date becomes today's unless one is given.

    `seen` is the number of the revision from which the editor began: Overtaken when there is a newer one that says something else;
    when that says the same, this is the same save sent twice. Pictures no longer in `files` are erased.
    """
    feature = Feature.objects.select_for_update().get(pk=feature.pk)
    newest = feature.revisions.first()
    if seen is not None and newest and newest.number > seen:
        if newest.said == said_by(composition):
            return feature
        raise Overtaken(newest.number)
    post = feature.post = Post.objects.select_for_update().get(pk=feature.post_id)
    before = keys_of(post)
    for name, value in composition.wording.columns().items():
        setattr(post, name, value)
    place(post, composition.wording)
    if files is not None:
        _hang_these(post, files)
    post.updated = at or clock.minute()
    post.save()
    feature.phase = composition.phase
    feature.dated = composition.dated or feature.dated
    feature.redated = composition.redated or post.updated.astimezone(the_site().zoneinfo).date()
    feature.save()
    _gather(feature, composition)
    if change:
        change(post)
    _remember(feature, composition, note, at)
    record("feature.revised", f"feature:{feature.pk}", touched={*before, *keys_of(Post.objects.get(pk=post.pk)), "features"}, by=by)
    return feature


def _hang_these(post: Post, files: Sequence[File]) -> None:
    """These and no others, in this order."""
    for gone in PostFile.objects.filter(post=post).exclude(file__in=files).select_related("file"):
        erase_file(file=gone.file)
        gone.delete()
    hanging = set(PostFile.objects.filter(post=post).values_list("file_id", flat=True))
    hang(post, [file for file in files if file.pk not in hanging])
    for position, file in enumerate(files):
        PostFile.objects.filter(post=post, file=file).update(position=position)
    post.medium = medium_of(files)


def _gather(feature: Feature, composition: Composition) -> None:
    for related in (feature.lines, feature.rows, feature.quotations):
        related.all().delete()
    HeadlineLine.objects.bulk_create([HeadlineLine(feature=feature, position=n, text=text) for n, text in enumerate(composition.lines)])
    for number, composed in enumerate(composition.rows):
        said = {"label": composed.label, "kind_first": composed.kind_first, "fills_from": composed.fills_from}
        row = LinkRow.objects.create(feature=feature, position=number, **said)
        RowLink.objects.bulk_create(
            [
                RowLink(row=row, position=n, kind=link.kind, label=link.label, target=link.target, url=link.url)
                for n, link in enumerate(composed.links)
            ]
        )
    Quotation.objects.bulk_create(
        [
            Quotation(feature=feature, position=n, words=each.words, speaker=each.speaker, source=each.source, paragraph=each.paragraph)
            for n, each in enumerate(composition.quotations)
        ]
    )


def said_by(composition: Composition) -> dict[str, str]:
    """What a revision keeps: the whole of a feature's words, as plain text."""
    rows = []
    for row in composition.rows:
        head = f"{row.kind_first} {row.label}".strip()
        filled = [f"[{row.fills_from}]"] if row.fills_from else []
        rows.append(" | ".join([*([head] if head else []), *(f"{link.kind} {link.label}".strip() for link in row.links), *filled]))
    quotations = [" — ".join(filter(None, [each.words, each.speaker])) for each in composition.quotations]
    return {
        "headlines": "\n".join([composition.wording.headline, *composition.lines]),
        "summary": composition.wording.summary,
        "text": composition.wording.body,
        "quotations": "\n\n".join(quotations),
        "links": "\n".join(rows),
        "phase": composition.phase,
    }


def _remember(feature: Feature, composition: Composition, note: str, at: datetime | None) -> None:
    last = feature.revisions.aggregate(last=Max("number"))["last"] or 0
    Revision.objects.create(feature=feature, number=last + 1, at=at or clock.minute(), note=note, said=said_by(composition))


@transaction.atomic
def resolve_links(*, post: Post) -> int:
    """A post has arrived: links that bear its headline, or its address, and lead nowhere yet, now lead to it. Returns how many."""
    waiting = RowLink.objects.filter(target=None, url="", label=post.headline).select_related("row__feature__post")
    found = list(waiting)
    for link in found:
        link.target = post
        link.save(update_fields=["target"])
        record("link.resolved", f"post:{post.pk}", touched=[*keys_of(link.row.feature.post), "features"])
    return len(found)
