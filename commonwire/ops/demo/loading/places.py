"""What the collective of the example decided: its name, its policy, its regions and topics, what its coast looks like."""

from commonwire.maps.geojson import read_geojson
from commonwire.maps.lay_outline import lay_outline
from commonwire.ops.demo import nouns
from commonwire.ops.demo.content import OUTLINES
from commonwire.ops.demo.loading.town import Town
from commonwire.site.decide import decide
from commonwire.site.models import PolicyParagraph
from commonwire.taxonomy.arrange import add_region, add_topic

REMOVING = ("personal-data", "illegal", "legal-order")


def found_town(town: Town) -> None:
    site = town.content.site
    abouts = {"en": site.about, "es": site.about_es}
    decide(name=site.name, tagline=site.tagline, zone=site.zone, languages=list(site.languages), abouts=abouts)
    _write_policy(town.content.policies)
    town.regions = {each.key: add_region(names=_names(each), at=each.key, position=n) for n, each in enumerate(town.content.regions)}
    town.topics = {each.key: add_topic(names=_names(each), at=each.key, position=n) for n, each in enumerate(town.content.topics)}
    _draw_coast(town)


def _write_policy(policies: tuple[nouns.Policy, ...]) -> None:
    PolicyParagraph.objects.all().delete()
    for position, each in enumerate(policies):
        PolicyParagraph.objects.create(
            code=each.code,
            position=position,
            titles={"en": each.title, "es": each.title_es},
            sentences={"en": each.sentence, "es": each.sentence_es},
            removes=each.code in REMOVING,
        )


def _draw_coast(town: Town) -> None:
    """Each shape of the file names the region that it means."""
    for shape in read_geojson(OUTLINES.read_bytes()).features:
        region = next(town.regions[name] for name in shape.names if name in town.regions)
        lay_outline(region=region, rings=shape.polygons, centre=shape.centre, source=f"drawn by {town.content.site.name}")


def _names(given: nouns.Place) -> dict[str, str]:
    return {"en": given.name, "es": given.name_es}
