"""From latitude and longitude to the units of a drawing, and back to kilometres."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, radians

from commonwire.maps.circle import Position, Ring, east_of, shifted, western_edge

KILOMETRES_PER_DEGREE = 111.195
CLOSEST = 0.03  # degrees of latitude: one place alone is shown with some three kilometres around it
NARROWEST = 0.15  # meridians meet at the poles; here they stay a seventh as far apart as at the equator


@dataclass(frozen=True)
class Projection:
    """Equirectangular, true in the middle of what is shown: good for a town as for the world, and no place is infinitely far."""

    edge: float
    west: float
    north: float
    per_degree: float
    squeeze: float

    def at(self, latitude: float, longitude: float) -> Position:
        return self._place(east_of(self.edge, longitude), latitude)

    def ring(self, ring: Ring) -> Ring:
        return [self._place(longitude, latitude) for longitude, latitude in shifted(ring, self.edge)]

    def _place(self, longitude: float, latitude: float) -> Position:
        return (longitude - self.west) * self.per_degree * self.squeeze, (self.north - latitude) * self.per_degree

    def poles(self, height: float) -> Position:
        """How far up and down there is an earth to draw."""
        return max(0.0, (self.north - 90) * self.per_degree), min(height, (self.north + 90) * self.per_degree)

    @property
    def per_kilometre(self) -> float:
        return self.per_degree / KILOMETRES_PER_DEGREE


def fit(places: Sequence[Position], rings: Sequence[Ring], width: float, height: float, margin: float) -> Projection:
    """The largest picture in which every place (longitude, latitude) and every ring keeps the margin."""
    spans = [(longitude, longitude) for longitude, _ in places]
    spans += [(min(x for x, _ in ring), max(x for x, _ in ring)) for ring in rings]
    edge = western_edge(spans)
    positions = [(east_of(edge, longitude), latitude) for longitude, latitude in places]
    positions += [position for ring in rings for position in shifted(ring, edge)]
    longitudes, latitudes = [x for x, _ in positions] or [0.0], [y for _, y in positions] or [0.0]
    middle = (min(longitudes) + max(longitudes)) / 2, (min(latitudes) + max(latitudes)) / 2
    squeeze = max(cos(radians(middle[1])), NARROWEST)
    wide = max((max(longitudes) - min(longitudes)) * squeeze, 1e-9)
    high = max(max(latitudes) - min(latitudes), CLOSEST)
    per_degree = min((width - 2 * margin) / wide, (height - 2 * margin) / high)
    west, north = middle[0] - width / 2 / per_degree / squeeze, middle[1] + height / 2 / per_degree
    return Projection(edge, west, north, per_degree, squeeze)
