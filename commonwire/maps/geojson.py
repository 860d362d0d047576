"""What a steward's GeoJSON file says about regions. Read by this room alone, and refused in a sentence where it cannot be read."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from commonwire.base.text import clean_line
from commonwire.maps.circle import Position, Ring
from commonwire.maps.middle import centre_of, on_globe, rounded
from commonwire.maps.positions import NotRead, outline_of, position_of
from commonwire.maps.simplify import simplified

MOST_BYTES = 5_000_000
MOST_POINTS = 200_000
MOST_SHAPES = 200
NAMES = ("slug", "title", "name_en", "NAME", "Name", "name")  # the last one given is shown


@dataclass
class Feature:
    """One thing on the file's map: a name, polygons of rings of (longitude, latitude), and a middle as (latitude, longitude)."""

    number: int
    names: list[str]
    polygons: list[list[Ring]] = field(default_factory=list)
    point: Position | None = None

    @property
    def name(self) -> str:
        return self.names[-1] if self.names else _("number %(number)d") % {"number": self.number}

    @property
    def points(self) -> int:
        return sum(len(ring) for polygon in self.polygons for ring in polygon)

    @property
    def centre(self) -> Position:
        return self.point or centre_of([polygon[0] for polygon in self.polygons])


@dataclass(frozen=True)
class Reading:
    """What could be used, and how many features could not: lines, single words, nothing at all."""

    features: list[Feature]
    left_out: int


def read_geojson(content: bytes) -> Reading:
    """Raises NotRead, with a sentence for whoever sent it."""
    if len(content) > MOST_BYTES:
        raise NotRead(too_large())
    features, left_out = [], 0
    points = 0
    for feature, geometry in _features(_parsed(content)):
        for kind, coordinates in _geometries(geometry):
            points = _take(feature, kind, coordinates, points)
        if feature.polygons or feature.point:
            features.append(_simplified(feature))
        else:
            left_out += 1
        if len(features) > MOST_SHAPES:
            raise NotRead(_("The file has more than %(count)d regions. Please send them in several files.") % {"count": MOST_SHAPES})
    if not features:
        raise NotRead(_("There is no outline in this file: it has no Polygon, no MultiPolygon and no Point."))
    return Reading(features, left_out)


def too_large() -> str:
    most = MOST_BYTES // 1_000_000
    return ngettext("The file is larger than %(most)d megabyte.", "The file is larger than %(most)d megabytes.", most) % {"most": most}


def _parsed(content: bytes) -> dict[str, Any]:
    try:
        said = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:  # no UTF-8, no JSON, a number of thousands of digits, brackets without end
        raise NotRead(_("This is not a GeoJSON file: it cannot be read as JSON.")) from error
    if not isinstance(said, dict) or not isinstance(said.get("type"), str):
        raise NotRead(_("This is JSON, but no GeoJSON: at its top there is no “type”."))
    return said


def _features(said: dict[str, Any]) -> Iterator[tuple[Feature, object]]:
    """Every feature with its geometry, not read yet."""
    if said["type"] != "FeatureCollection":
        yield (_feature(said, 1), said.get("geometry")) if said["type"] == "Feature" else (Feature(1, []), said)
        return
    within = said.get("features")
    if not isinstance(within, list):
        raise NotRead(_("The file says that it is a FeatureCollection, but lists no features."))
    for number, each in enumerate(within, 1):
        yield _feature(each, number), each.get("geometry") if isinstance(each, dict) else None


def _feature(said: object, number: int) -> Feature:
    properties = said.get("properties") if isinstance(said, dict) else None
    given = [properties.get(name) for name in NAMES] if isinstance(properties, dict) else []
    return Feature(number, list(dict.fromkeys(name for each in given if isinstance(each, str) and (name := clean_line(each)[:100]))))


def _geometries(geometry: object) -> Iterator[tuple[str, object]]:
    """(type, coordinates), those of a collection one by one, however they are nested."""
    waiting = [geometry]
    while waiting:
        each = waiting.pop()
        if not isinstance(each, dict):
            continue
        inner = each.get("geometries")
        if each.get("type") == "GeometryCollection" and isinstance(inner, list):
            waiting += reversed(inner)
        elif isinstance(kind := each.get("type"), str):
            yield kind, each.get("coordinates")


def _take(feature: Feature, kind: str, coordinates: object, points: int) -> int:
    """Add a geometry to its feature. Returns how many points were read so far in the whole file."""
    if kind == "Point":
        longitude, latitude = position_of(coordinates, feature.name)
        feature.point = on_globe(latitude, longitude)
        return points + 1
    polygons = [coordinates] if kind == "Polygon" else coordinates if kind == "MultiPolygon" else []
    for polygon in polygons if isinstance(polygons, list) else []:
        rings = polygon if isinstance(polygon, list) else []
        points += sum(len(ring) for ring in rings if isinstance(ring, list))
        if points > MOST_POINTS:
            raise NotRead(_("The file has more than %(count)d points. Please simplify it before sending it.") % {"count": MOST_POINTS})
        feature.polygons += outline_of(rings, feature.name)
    return points


def _simplified(feature: Feature) -> Feature:
    thin = iter(simplified([ring for polygon in feature.polygons for ring in polygon]))
    polygons = [[[rounded(position) for position in next(thin)] for _ring in polygon] for polygon in feature.polygons]
    feature.polygons = [[ring for ring in polygon if ring] for polygon in polygons if polygon[0]]
    return feature
