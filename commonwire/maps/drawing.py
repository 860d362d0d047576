"""A map drawn from points and the regions' outlines, without anybody else's pictures.

    svg = draw_map([Pin(38.8, -123.6, "Harbor Hall", "/post/abc/")], regions=[coast], title=_("Where"))
    {% include "maps/map.html" %}

The list of that template says the same in words. A page that shows regions names the key `map` in what it shows, so that it is printed
again when a steward lays another outline.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from math import isfinite

from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from commonwire.base.links import safe_href
from commonwire.base.text import clean_line
from commonwire.maps.models import Outline
from commonwire.maps.sketch import Place, Shape, Size, Sketch, wide_and_narrow
from commonwire.taxonomy.models import Region

FOLDED_AFTER = 30


@dataclass(frozen=True)
class Pin:
    """A place to be shown. `weight`: how many things are there. A link leads into this site, or to http and https."""

    latitude: float
    longitude: float
    label: str
    url: str = ""
    weight: int = 1

    def __post_init__(self) -> None:
        if not (isfinite(self.latitude) and isfinite(self.longitude) and abs(self.latitude) <= 90):
            raise ValueError("a pin needs a latitude from -90 to 90 and a longitude")


@dataclass(frozen=True)
class Entry:
    """A line of the list: the number of a pin, and the letter of the circle that it shares on the wide and on the narrow drawing."""

    number: int
    label: str
    url: str
    weight: int
    wide: str = ""
    narrow: str = ""


class Drawing(SafeString):
    """The drawing, ready for a page, and with it what the list beside it says."""

    anchor: str = ""
    entries: tuple[Entry, ...] = ()
    sources: tuple[str, ...] = ()

    @property
    def first(self) -> tuple[Entry, ...]:
        return self.entries[:FOLDED_AFTER]

    @property
    def folded(self) -> tuple[Entry, ...]:
        return self.entries[FOLDED_AFTER:]


def draw_map(pins: Sequence[Pin], *, regions: Sequence[Region] = (), title: str, width: int = 960, height: int = 420) -> Drawing:
    """Inline SVG, twice: wide, and narrow for a phone; the stylesheet shows one. The same pins always give the same drawing."""
    outlines = list(Outline.objects.filter(region__in=regions).select_related("region").order_by("region_id")) if regions else []
    shapes = [shape_of(outline.region.name, outline) for outline in outlines]
    return draw_shapes(pins, shapes, title=title, width=width, height=height, sources=[outline.source for outline in outlines])


def draw_shapes(
    pins: Sequence[Pin], shapes: Sequence[Shape], *, title: str, width: int = 960, height: int = 420, sources: Sequence[str] = ()
) -> Drawing:
    """The same for shapes that are not laid yet."""
    places = [Place(float(pin.latitude), float(pin.longitude), clean_line(str(pin.label)), _link(pin.url), pin.weight) for pin in pins]
    anchor = "map-" + sha256(repr((title, places, shapes)).encode()).hexdigest()[:8]
    sketches = [Sketch(places, shapes, size, anchor) for size in wide_and_narrow(width, height)]
    drawing = Drawing("".join(_framed(sketch, title) for sketch in sketches))
    drawing.anchor, drawing.entries = anchor, _entries(places, sketches)
    drawing.sources = tuple(dict.fromkeys(source for source in sources if source))
    return drawing


def shape_of(name: str, outline: Outline) -> Shape:
    rings = tuple([(float(x), float(y)) for x, y in ring] for polygon in outline.rings for ring in polygon)
    return Shape(name, rings, outline.latitude, outline.longitude)


def _link(url: str) -> str:
    address = safe_href(url) or ""
    return "" if address.startswith(("#", "mailto:")) else address


def _entries(places: Sequence[Place], sketches: Sequence[Sketch]) -> tuple[Entry, ...]:
    wide, narrow = sketches[0].letter_of(), sketches[-1].letter_of()
    return tuple(
        Entry(number + 1, place.label, place.url, place.weight, wide.get(number, ""), narrow.get(number, ""))
        for number, place in enumerate(places)
    )


def _framed(sketch: Sketch, title: str) -> str:
    """An image, or, where there is something to press, a group: nobody expects links in an image."""
    size: Size = sketch.size
    inside, name = sketch.drawn(), f"{sketch.anchor}-{size.name}"
    role = "group" if "<a " in inside else "img"
    shape = f'viewBox="0 0 {size.width} {size.height}" width="{size.width}" height="{size.height}" direction="ltr"'
    words = f'<title id="{name}-title">{escape(title)}</title><desc id="{name}-words">{escape(_described(sketch))}</desc>'
    opening = f'<svg class="map map-{size.name}" {shape} role="{role}" aria-labelledby="{name}-title {name}-words">'
    return f'{opening}{words}<g aria-hidden="true">{inside}</g></svg>'


def _described(sketch: Sketch) -> str:
    count = len(sketch.places)
    said = [ngettext("%(count)d place.", "%(count)d places.", count) % {"count": count}] if count else []
    if len(sketch.names) < len(sketch.marks):
        said.append(_("A number on the map is a number in the list."))
    if sketch.names:
        said.append(_("A letter stands where several places are too near to each other; the list names it beside each of them."))
    if names := [shape.name for shape in sketch.shapes if shape.rings]:
        said.append(_("Outlined: %(names)s.") % {"names": ", ".join(names)})
    return " ".join(said)
