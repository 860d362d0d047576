"""Which feature of a file means which region: guessed from names, decided by a steward."""

from collections.abc import Iterable, Sequence

from commonwire.base.text import slug
from commonwire.maps.geojson import Feature
from commonwire.taxonomy.models import Region


def guess(feature: Feature, regions: Iterable[Region]) -> str:
    """The slug of the region that is called so, in any language, or nothing."""
    said = {name.casefold() for name in feature.names} | {slug(name) for name in feature.names}
    for region in regions:
        if said & {region.slug, *(str(name).casefold() for name in region.names.values())}:
            return region.slug
    return ""


def joined(features: Sequence[Feature]) -> Feature:
    """What several features say about one region: all their polygons, and a point as its centre."""
    polygons = [polygon for feature in features for polygon in feature.polygons]
    points = [feature.point for feature in features if feature.point]
    return Feature(features[0].number, features[0].names, polygons, points[0] if points else None)
