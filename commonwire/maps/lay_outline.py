"""A steward says what a region looks like, from now on."""

from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from commonwire.base.text import clean_line
from commonwire.ledger.record import record
from commonwire.maps.circle import Position, Ring
from commonwire.maps.models import Outline
from commonwire.taxonomy.models import Region


@transaction.atomic
def lay_outline(*, region: Region, rings: Sequence[Sequence[Ring]] = (), centre: Position, source: str = "", by: str = "") -> Outline:
    """`rings`: polygons of rings of (longitude, latitude), none for a centre alone; `centre` is (latitude, longitude)."""
    latitude, longitude = centre
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise ValidationError(_("A centre needs a latitude from -90 to 90 and a longitude from -180 to 180."))
    plain = [[[list(position) for position in ring] for ring in polygon] for polygon in rings]
    said = {"rings": plain, "latitude": latitude, "longitude": longitude, "source": clean_line(source)[:200]}
    outline, _created = Outline.objects.update_or_create(region=region, defaults=said)
    record("outline.laid", f"outline:{outline.pk}", touched=["map", region.key], by=by)
    return outline
