"""A feature that was never stored, so that its preview is made by the same template as its page."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from commonwire.base import clock
from commonwire.features.composition import Composition
from commonwire.features.models import Feature, HeadlineLine, LinkRow, Quotation, RowLink
from commonwire.features.text import feature_html
from commonwire.media.models import File
from commonwire.newswire.article import article_of_wording
from commonwire.newswire.models import Post
from commonwire.site.models import Site


def page_before_saving(
    composition: Composition, files: Sequence[File], feature: Feature | None, site: Site, details: Mapping[str, object] | None = None
) -> dict[str, object]:
    """What `features/body.html` needs, with the dates the feature will bear when it is saved today."""
    now = clock.minute()
    shown = _unsaved(composition, feature, now.astimezone(site.zoneinfo).date())
    shown.details = details or {}
    published: datetime | None = feature.post.published if feature else now
    return {
        "feature": shown,
        "post": shown.post,
        "article": article_of_wording(composition.wording, files, published),
        "html": feature_html(shown),
        "preview": True,
    }


def _unsaved(composition: Composition, feature: Feature | None, today: date) -> Feature:
    post = Post(pk=0, kind=composition.wording.kind, **composition.wording.columns())
    shown = Feature(
        pk=0,
        post=post,
        phase=composition.phase,
        dated=composition.dated or (feature.dated if feature else today),
        redated=composition.redated or (today if feature else None),
    )
    rows = []
    for composed in composition.rows:
        row = LinkRow(pk=0, feature=shown, label=composed.label, kind_first=composed.kind_first, fills_from=composed.fills_from)
        links = [RowLink(row=row, kind=link.kind, label=link.label, target=link.target, url=link.url) for link in composed.links]
        _hold(row, links=links)
        rows.append(row)
    _hold(
        shown,
        lines=[HeadlineLine(feature=shown, text=text) for text in composition.lines],
        rows=rows,
        quotations=[
            Quotation(feature=shown, words=each.words, speaker=each.speaker, source=each.source, paragraph=each.paragraph)
            for each in composition.quotations
        ],
    )
    return shown


def _hold(owner: Feature | LinkRow, **related: Sequence[object]) -> None:
    """As if these had been prefetched: `owner.rows.all()` then asks no database."""
    owner._prefetched_objects_cache = dict(related)  # type: ignore[union-attr]
