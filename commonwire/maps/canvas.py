"""The signs that a drawing is made of. Fills and strokes are classes, so that the stylesheet says what is light and what is dark."""

from collections.abc import Iterable, Sequence

from django.utils.html import escape

from commonwire.maps.circle import Position
from commonwire.maps.lettering import Words

MOST_POINTS = 1600


def number(value: float) -> str:
    """One decimal, and none where it is nought."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def group(name: str, parts: Iterable[str]) -> str:
    inside = "".join(parts)
    return f'<g class="{name}">{inside}</g>' if inside else ""


def circle(x: float, y: float, radius: float) -> str:
    return f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(radius)}"/>'


def line(x1: float, y1: float, x2: float, y2: float) -> str:
    return f"M{number(x1)} {number(y1)}L{number(x2)} {number(y2)}"


def path(name: str, data: str) -> str:
    return f'<path class="{name}" d="{data}"/>' if data else ""


def text(words: Words) -> str:
    anchor = f' text-anchor="{words.anchor}"' if words.anchor != "start" else ""
    return f'<text x="{number(words.x)}" y="{number(words.y)}"{anchor}>{escape(words.text)}</text>'


def outlines(shapes: Sequence[Sequence[Sequence[Position]]]) -> list[str]:
    """Path data of each shape, a list of closed rings: as fine as the drawing can show, coarser where there is very much."""
    finest = 1.0
    while True:
        made = [[_thinned(ring, finest) for ring in rings] for rings in shapes]
        if sum(len(ring) for rings in made for ring in rings) <= MOST_POINTS or finest > 64:
            return ["".join(_closed(ring) for ring in rings if len(ring) > 2) for rings in made]
        finest *= 1.5


def _thinned(ring: Sequence[Position], least: float) -> list[Position]:
    """Without the points that lie nearer than this to the one kept before."""
    kept: list[Position] = []
    for x, y in ring[:-1]:
        if not kept or abs(x - kept[-1][0]) + abs(y - kept[-1][1]) >= least:
            kept.append((x, y))
    return kept


def _closed(ring: Sequence[Position]) -> str:
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in ring) + "Z"


def figure(x: float, y: float, inside: str, name: str = "") -> str:
    """A number or a letter in the middle of a circle."""
    css = f' class="{name}"' if name else ""
    return f'<text x="{number(x)}" y="{number(y)}"{css} text-anchor="middle">{escape(inside)}</text>'
