"""A sheet to draw on: SVG pieces in a limited palette, a little uneven, as if cut in lino and printed."""

from collections.abc import Sequence
from random import Random

PAPER, WASH, RULE, QUIET, INK = "#fbfaf6", "#f1eee4", "#d9d4c5", "#5d5849", "#17150f"
FOG, MIST, SEA, SLATE, DEEP, NIGHT = "#c9cfd1", "#a9b3b7", "#6d7a7f", "#59666b", "#3d474b", "#20272a"
RED, LAMP, CREAM = "#b3121d", "#ecd9a0", "#e8e2d0"
SANS, SERIF = "DejaVu Sans Condensed", "DejaVu Serif Condensed"

Points = Sequence[tuple[float, float]]


class Sheet:
    """Collects pieces from back to front; `svg()` gives the whole, with rough edges, specks and a soft light."""

    def __init__(self, name: str, width: int, height: int, rough: float = 5) -> None:
        self.name, self.width, self.height, self.rough = name, width, height, rough
        self.clouds = 0.26
        self.chance = Random(name)  # noqa: S311 — the same name draws the same picture
        self.pieces: list[str] = []
        self.defs: list[str] = []

    def add(self, piece: str) -> None:
        self.pieces.append(piece)

    def near(self, value: float, spread: float) -> float:
        return round(value + self.chance.uniform(-spread, spread), 1)

    def box(self, x: float, y: float, w: float, h: float, fill: str, more: str = "") -> None:
        self.add(f'<rect x="{x:.1f}" y="{y:.1f}" width="{w:.1f}" height="{h:.1f}" fill="{fill}" {more}/>')

    def shape(self, points: Points, fill: str, more: str = "") -> None:
        self.add(f'<polygon points="{" ".join(f"{x:.1f},{y:.1f}" for x, y in points)}" fill="{fill}" {more}/>')

    def path(self, d: str, fill: str = "none", more: str = "") -> None:
        self.add(f'<path d="{d}" fill="{fill}" {more}/>')

    def stroke(self, d: str, colour: str, width: float, more: str = "") -> None:
        more = f'stroke="{colour}" stroke-width="{width:.1f}" stroke-linecap="round" stroke-linejoin="round" {more}'
        self.path(d, "none", more)

    def line(self, x1: float, y1: float, x2: float, y2: float, colour: str, width: float, more: str = "") -> None:
        self.stroke(f"M{x1:.1f} {y1:.1f}L{x2:.1f} {y2:.1f}", colour, width, more)

    def disc(self, x: float, y: float, r: float, fill: str, more: str = "") -> None:
        self.add(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{r:.1f}" fill="{fill}" {more}/>')

    def words(self, x: float, y: float, size: float, text: str, fill: str = INK, more: str = "", font: str = SANS) -> None:
        anchor = "" if "text-anchor" in more else 'text-anchor="middle"'
        style = f'font-family="{font}" font-weight="bold" font-size="{size:.1f}" {anchor}'
        self.add(f'<text x="{x:.1f}" y="{y:.1f}" fill="{fill}" {style} {more}>{text.replace("&", "&amp;")}</text>')

    def fade(self, x: float, y: float, w: float, h: float, *colours: str, across: bool = False) -> None:
        """A rectangle running through the colours from top to bottom, or across."""
        key = f"g{len(self.defs)}"
        stops = "".join(f'<stop offset="{i / (len(colours) - 1):.2f}" stop-color="{c}"/>' for i, c in enumerate(colours))
        turn = 'x2="1" y2="0"' if across else 'x2="0" y2="1"'
        self.defs.append(f'<linearGradient id="{key}" x1="0" y1="0" {turn}>{stops}</linearGradient>')
        self.box(x, y, w, h, f"url(#{key})")

    def glow(self, x: float, y: float, r: float, colour: str = LAMP, strength: float = 0.8) -> None:
        key = f"g{len(self.defs)}"
        stops = f'<stop offset="0" stop-color="{colour}" stop-opacity="{strength}"/>'
        stops += f'<stop offset="1" stop-color="{colour}" stop-opacity="0"/>'
        self.defs.append(f'<radialGradient id="{key}">{stops}</radialGradient>')
        self.disc(x, y, r, f"url(#{key})")

    def svg(self) -> str:
        w, h = self.width, self.height
        whole = f'x="0" y="0" width="{w}" height="{h}"'
        inset = f"translate({-w * 0.01} {-h * 0.01}) scale(1.02)"
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{w}" height="{h}" viewBox="0 0 {w} {h}">'
            f'<defs>{self._finish()}{"".join(self.defs)}</defs><rect {whole} fill="{PAPER}"/>'
            f'<g filter="url(#rough)"><g transform="{inset}">{"".join(self.pieces)}</g></g>'
            f'<rect {whole} filter="url(#cloud)" opacity="{self.clouds}"/><rect {whole} filter="url(#specks)" opacity=".11"/>'
            f'<rect {whole} fill="url(#corner)"/></svg>'
        )

    def _finish(self) -> str:
        """The uneven edge, the dry specks of the ink, a shade of cloud and the darker corners."""
        shift = f'<feDisplacementMap in="SourceGraphic" scale="{self.rough}" xChannelSelector="R" yChannelSelector="G"/>'
        return (
            _filter("rough", ".03", 3, len(self.name), shift)
            + _filter("specks", ".35", 3, 4, '<feColorMatrix values="0 0 0 0 .98 0 0 0 0 .97 0 0 0 0 .94 0 0 0 7 -4.4"/>')
            + _filter("cloud", ".004 .009", 4, 9, '<feColorMatrix values="0 0 0 0 .1 0 0 0 0 .12 0 0 0 0 .13 0 0 0 1.6 -.62"/>')
            + '<radialGradient id="corner" cx=".5" cy=".45" r=".78"><stop offset=".55" stop-color="#17150f" stop-opacity="0"/>'
            '<stop offset="1" stop-color="#17150f" stop-opacity=".26"/></radialGradient>'
        )


def _filter(key: str, frequency: str, octaves: int, seed: int, then: str) -> str:
    noise = f'<feTurbulence type="fractalNoise" baseFrequency="{frequency}" numOctaves="{octaves}" seed="{seed}"/>'
    return f'<filter id="{key}" x="0" y="0" width="1" height="1">{noise}{then}</filter>'
