"""The collective decides something about its site; every page is printed again."""

from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction

from commonwire.ledger.record import record
from commonwire.site.models import Site
from commonwire.site.queries import the_site


@transaction.atomic
def decide(**changes: object) -> Site:
    """Change decisions by field name; ValidationError for a value that is none."""
    site = the_site()
    for field, value in changes.items():
        Site._meta.get_field(field)
        setattr(site, field, value)
    try:
        ZoneInfo(site.zone)
    except (KeyError, ValueError, OSError) as error:
        raise ValidationError(f"{site.zone!r} is no IANA zone; write it like Europe/Lisbon") from error
    unknown = [language for language in site.languages if language not in dict(settings.LANGUAGES)]
    if unknown:
        raise ValidationError(f"pages are shipped in {', '.join(dict(settings.LANGUAGES))}, not in {', '.join(unknown)}")
    if not set(site.spoken) <= set(dict(settings.LANGUAGES)):
        raise ValidationError(f"{', '.join(site.spoken)}: the house speaks {', '.join(dict(settings.LANGUAGES))}")
    site.full_clean(validate_unique=False, validate_constraints=False, exclude=["languages", "abouts"])
    site.save()
    record("site.decided", "site", touched=["site"], fields=sorted(changes))
    return site
