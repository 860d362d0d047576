"""Compose a feature, or revise it. Every state that was ever shown stays as a revision that anybody can read."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import Max

from commonwire.base import clock
from commonwire.features.composition import Composition
from commonwire.features.models import Feature, HeadlineLine, LinkRow, Quotation, Revision, RowLink
from commonwire.ledger.record import record
from commonwire.media.models import File
from commonwire.newswire.models import Post, PostFile
from commonwire.newswire.publish import hang, medium_of, place, publish_post
from commonwire.newswire.queries import keys_of
from commonwire.site.queries import the_site


@transaction.atomic
def compose_feature(
    *, composition: Composition, files: Sequence[File] = (), published: datetime | None = None, note: str = "", by: str = ""
) -> Feature:
    """Publish a new feature with its first revision."""
    post = publish_post(wording=composition.wording, files=files, published=published)
    dated = composition.dated or (post.published.astimezone(the_site().zoneinfo).date() if post.published else None)
    feature = Feature.objects.create(post=post, phase=composition.phase, dated=dated, redated=composition.redated)
    _gather(feature, composition)
    _remember(feature, composition, note, published)
    record("feature.composed", f"feature:{feature.pk}", touched=[*keys_of(post), "features"], by=by)
    return feature


@transaction.atomic
def revise_feature(
    *, feature: Feature, composition: Composition, files: Sequence[File] | None = None, note: str = "", by: str = "", at: datetime | None = None
) -> Feature:
    """Change a feature; its address and its first date stay, the updated date becomes today's unless one is given."""
    post = feature.post
    before = keys_of(post)
    for name, value in composition.wording.columns().items():
        setattr(post, name, value)
    place(post, composition.wording)
    if files is not None:
        PostFile.objects.filter(post=post).exclude(file__in=files).delete()
        hang(post, [file for file in files if not PostFile.objects.filter(file=file).exists()])
        post.medium = medium_of(files)
    post.updated = at or clock.minute()
    post.save()
    feature.phase = composition.phase
    feature.dated = composition.dated or feature.dated
    feature.redated = composition.redated or post.updated.astimezone(the_site().zoneinfo).date()
    feature.save()
    _gather(feature, composition)
    _remember(feature, composition, note, at)
    record("feature.revised", f"feature:{feature.pk}", touched={*before, *keys_of(Post.objects.get(pk=post.pk)), "features"}, by=by)
    return feature


def _gather(feature: Feature, composition: Composition) -> None:
    for related in (feature.lines, feature.rows, feature.quotations):
        related.all().delete()
    HeadlineLine.objects.bulk_create([HeadlineLine(feature=feature, position=n, text=text) for n, text in enumerate(composition.lines)])
    for number, composed in enumerate(composition.rows):
        row = LinkRow.objects.create(feature=feature, position=number, label=composed.label, kind_first=composed.kind_first)
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


def _remember(feature: Feature, composition: Composition, note: str, at: datetime | None) -> None:
    last = feature.revisions.aggregate(last=Max("number"))["last"] or 0
    rows = [
        " | ".join([*([row.label] if row.label else []), *(f"{link.kind} {link.label}".strip() for link in row.links)]) for row in composition.rows
    ]
    said = {
        "headlines": "\n".join([composition.wording.headline, *composition.lines]),
        "text": composition.wording.body,
        "links": "\n".join(rows),
        "phase": composition.phase,
    }
    Revision.objects.create(feature=feature, number=last + 1, at=at or clock.minute(), note=note, said=said)


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
