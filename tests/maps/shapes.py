"""Shapes and files for the tests of maps."""

import json
from math import cos, pi, sin
from typing import Any

from commonwire.maps.circle import Ring


def ring(longitude: float, latitude: float, size: float = 1.0, points: int = 12) -> Ring:
    turned = [(longitude + size * cos(2 * pi * each / points), latitude + size * sin(2 * pi * each / points)) for each in range(points)]
    return [*turned, turned[0]]


def polygon(longitude: float = -122, latitude: float = 38, **more: Any) -> dict[str, object]:
    return {"type": "Polygon", "coordinates": [[list(each) for each in ring(longitude, latitude, **more)]]}


def feature(geometry: object, **properties: object) -> dict[str, object]:
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def collection(*features: object) -> bytes:
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()
