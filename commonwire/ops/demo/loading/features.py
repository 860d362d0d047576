"""Features as they were composed and revised, with their rows of links."""

from collections.abc import Sequence

from commonwire.features.compose import compose_feature, revise_feature
from commonwire.features.composition import ComposedLink, ComposedQuotation, ComposedRow, Composition
from commonwire.features.models import RowLink
from commonwire.mobilizations.belong import let_belong
from commonwire.mobilizations.models import Belonging
from commonwire.newswire.models import Post
from commonwire.newswire.prose import prose
from commonwire.newswire.wording import Wording
from commonwire.ops.demo import nouns
from commonwire.ops.demo.loading.town import Town


def load_feature(town: Town, given: nouns.Feature) -> Post:
    files = [town.pictures.take(given.picture, alt=given.alt, caption=given.caption)]
    newest = _composition(town, given, given.headlines, given.phase, given.text)
    states = [(each.note, each.ago, _composition(town, given, each.headlines, each.phase, each.text)) for each in given.revision]
    if given.revision:
        states.append(("", given.updated_ago or given.ago, newest))
    note, _ago, first = states[0] if states else ("", given.ago, newest)

    def attach(post: Post) -> None:
        if given.action:
            let_belong(post=post, mobilization=town.actions[given.action], how=Belonging.How.EDITOR)

    feature = compose_feature(composition=first, files=files, published=town.ago(given.ago), note=note, attach=attach)
    for note, ago, composition in states[1:]:
        feature = revise_feature(feature=feature, composition=composition, note=note, at=town.ago(ago))
    return feature.post


def link_to_later_ones(town: Town) -> None:
    """A feature may lead to one that was composed after it."""
    for given in town.content.features:
        labels = {link.label: town.posts[link.target] for row in given.row for link in row.links if link.target in town.posts}
        for link in RowLink.objects.filter(row__feature__post=town.posts[given.key], target=None, label__in=labels):
            link.target = labels[link.label]
            link.save(update_fields=["target"])


def _composition(town: Town, given: nouns.Feature, headlines: Sequence[str], phase: str, text: str) -> Composition:
    topics = sorted(town.topics_of(given.topics), key=lambda topic: topic.slug != given.kicker)
    wording = Wording(
        headline=headlines[0],
        body=text,
        language=given.language,
        kind="feature",
        regions=town.regions_of(given.regions),
        topics=topics,
    )
    return Composition(
        wording=wording,
        lines=headlines[1:],
        phase=phase,
        dated=town.ago(given.ago).astimezone(town.zone).date(),
        redated=town.ago(given.updated_ago).astimezone(town.zone).date() if given.updated_ago else None,
        rows=[
            ComposedRow(label=row.label, links=[_link(town, link) for link in row.links], fills_from=row.fills_from) for row in given.row
        ],
        quotations=[_quotation(town, given.quotation)] if given.quotation else [],
    )


def _link(town: Town, given: nouns.Link) -> ComposedLink:
    target = town.posts.get(given.target)
    return ComposedLink(label=given.label, kind=given.kind, target=target, url="" if target or "://" not in given.target else given.target)


def _quotation(town: Town, given: nouns.Quotation) -> ComposedQuotation:
    """The paragraph is found by its words: headings and lists count as paragraphs on the page."""
    source = town.posts[given.post]
    anchors = [each.anchor for each in prose(source.body).paragraphs if given.text in each.text]
    paragraph = int(anchors[0].removeprefix("p")) if anchors else given.paragraph
    return ComposedQuotation(words=given.text, speaker=source.byline, source=source, paragraph=paragraph)
