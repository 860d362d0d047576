"""The regions and topics of the old site, made here when a page is the first to name them."""

from collections.abc import Iterable

from commonwire.archive import indybay
from commonwire.archive.grammar import PlaceName
from commonwire.taxonomy.arrange import add_region, add_topic
from commonwire.taxonomy.models import Place, Region, Topic

MODELS: dict[str, type[Region] | type[Topic]] = {"region": Region, "topic": Topic}
_KNOWN = {(place.kind, place.slug): place for place in (*indybay.REGIONS, *indybay.TOPICS)}


def regions_of(names: Iterable[PlaceName]) -> list[Region]:
    return [place for name in names if name.kind == "region" and isinstance(place := place_here(name, make=True), Region)]


def topics_of(names: Iterable[PlaceName]) -> list[Topic]:
    return [place for name in names if name.kind == "topic" and isinstance(place := place_here(name, make=True), Topic)]


def place_here(name: PlaceName, *, make: bool = False) -> Place | None:
    """The region or topic of this site with that slug, or with any of its names; made when asked for. One that stands keeps its names."""
    model, known = MODELS[name.kind], _KNOWN[name.kind, name.slug]
    here: Place | None = model._default_manager.filter(slug=name.slug).first() or named(model._default_manager.all(), known.names)
    if here is None and make:
        arrange = add_region if name.kind == "region" else add_topic
        here = arrange(names={"en": known.name}, at=known.slug)
    return here


def named(places: Iterable[Place], names: Iterable[str]) -> Place | None:
    wanted = {name.casefold() for name in names}
    return next((place for place in places if wanted & {str(name).casefold() for name in place.names.values()}), None)


def known_names(kind: str, slug: str) -> tuple[str, ...]:
    place = _KNOWN.get((kind, slug))
    return place.names if place else ()


def section_of_page(page_id: int) -> Place | None:
    """The place of this site whose features the old site listed under this number."""
    for known in _KNOWN.values():
        if known.page_id == page_id:
            return place_here(PlaceName(known.kind, known.name, known.slug))
    return None
