"""Events from before dates had rows of their own: after the migrations each of them has one. In a database and a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

from tests.house.sources import ROOT

# A room is brought back to an older state by never having been beyond it: no table is emptied that other tests stand on.
PROGRAM = """
from datetime import datetime, timedelta, timezone
import django
django.setup()
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

executor = MigrationExecutor(connection)
before = executor.migrate([("calendar", "0001_initial")]).apps
assert "calendar_occurrence" not in connection.introspection.table_names()
Post, Event = before.get_model("newswire", "Post"), before.get_model("calendar", "Event")
starts = datetime(2026, 1, 21, 4, 30, tzinfo=timezone.utc)
for number, ends in enumerate([None, starts + timedelta(hours=2)]):
    post = Post.objects.create(kind="event", public_id=f"old-{number}", headline="Old", sent=starts)
    Event.objects.create(post=post, starts=starts, ends=ends, zone="America/Los_Angeles", place="Pier 4", sequence=3)

executor = MigrationExecutor(connection)
executor.migrate(executor.loader.graph.leaf_nodes())
from commonwire.calendar.models import Event, Occurrence
from commonwire.calendar.whereabouts import whereabouts
for event in Event.objects.order_by("id"):
    [date] = event.occurrences.all()
    assert (date.original, date.starts, date.ends) == (starts, starts, event.ends), date
    assert str(date.day) == "2026-01-20", date.day
    assert (date.state, date.changed, date.is_exact, event.precision, event.all_day) == ("scheduled", False, True, "exact", False)
    assert (whereabouts(date).line, event.sequence, event.type) == ("Pier 4", 3, "other")

from importlib import import_module
from django.apps import apps
import_module("commonwire.calendar.migrations.0003_each_event_has_its_date").give_each_its_date(apps, None)
print(Occurrence.objects.count(), "dates of", Event.objects.count(), "events")
"""


def test_each_old_event_gets_its_one_date(tmp_path: Path) -> None:
    kept = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    environment = kept | {"DATA_DIR": str(tmp_path), "DJANGO_SETTINGS_MODULE": "commonwire.settings"}
    done = subprocess.run([sys.executable, "-c", PROGRAM], cwd=ROOT, env=environment, check=False, capture_output=True, text=True)
    assert (done.returncode, done.stdout.strip()) == (0, "2 dates of 2 events"), done.stderr[-3000:]
