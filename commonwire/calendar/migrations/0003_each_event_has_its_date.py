"""Events from before dates had rows of their own: each happens once, so each has one date."""

from zoneinfo import ZoneInfo

from django.db import migrations
from django.db.models import Exists, OuterRef


def give_each_its_date(apps, schema_editor):
    Event, Occurrence = apps.get_model("calendar", "Event"), apps.get_model("calendar", "Occurrence")
    without = Event.objects.filter(~Exists(Occurrence.objects.filter(event=OuterRef("pk"))))
    rows = (
        Occurrence(
            event=event,
            original=event.starts,
            starts=event.starts,
            ends=event.ends,
            day=event.starts.astimezone(ZoneInfo(event.zone)).date(),
        )
        for event in without.iterator(chunk_size=1000)
    )
    Occurrence.objects.bulk_create(list(rows), batch_size=1000)


class Migration(migrations.Migration):
    dependencies = [("calendar", "0002_days_series_and_places")]
    operations = [migrations.RunPython(give_each_its_date, migrations.RunPython.noop)]
