"""What was read, carried by the form from the preview to the last button, so that no file waits anywhere: GeoJSON again."""

import json
from collections.abc import Sequence

from commonwire.maps.geojson import Feature


def written(features: Sequence[Feature]) -> str:
    """GeoJSON that reads as these features."""
    shapes = [{"type": "Feature", "properties": {"name": feature.name}, "geometry": _geometry(feature)} for feature in features]
    return json.dumps({"type": "FeatureCollection", "features": shapes}, separators=(",", ":"))


def _geometry(feature: Feature) -> dict[str, object]:
    parts: list[dict[str, object]] = []
    if feature.polygons:
        parts.append({"type": "MultiPolygon", "coordinates": feature.polygons})
    if feature.point:
        parts.append({"type": "Point", "coordinates": [feature.point[1], feature.point[0]]})
    return {"type": "GeometryCollection", "geometries": parts}
