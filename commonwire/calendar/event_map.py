"""One pin on the page of an event, where readers may see a point at all."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from commonwire.calendar.whereabouts import Where
from commonwire.maps.drawing import Drawing, Pin, draw_map
from commonwire.taxonomy.models import Region

WIDTH, HEIGHT = 440, 280


def event_map(where: Where, regions: Sequence[Region] = ()) -> Drawing | None:
    """Within the outlines of its regions, where a steward laid some. The words beside it say where this is already."""
    if where.latitude is None or where.longitude is None:
        return None
    pin = Pin(where.latitude, where.longitude, where.place or where.neighbourhood or where.city)
    title = _("Map: %(place)s") % {"place": where.line} if where.line else _("Map")
    return draw_map([pin], regions=regions, title=title, width=WIDTH, height=HEIGHT)
