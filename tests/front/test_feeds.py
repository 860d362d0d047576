"""The page of feeds names every calendar that can be subscribed to."""

import re

from commonwire.calendar.words import AccessFact, EventType
from commonwire.press.bake import bake, shelf
from commonwire.press.printing import REGISTRY
from tests import make


def test_every_calendar_by_type_and_by_access_is_named() -> None:
    make.site(languages=["en", "es"])
    bake(key for key in REGISTRY.everything() if key == "site" or key.startswith(("event-type", "access")))
    page = (shelf().read("/es/feeds/") or b"").decode()
    files = set(re.findall(r'href="/es/calendar/((?:type|access)/[^"]*)calendar\.ics"', page))
    assert files == {f"type/{each}/" for each in EventType.values} | {f"access/{each}/" for each in AccessFact.values}
    assert all(f'href="/es/calendar/{each}"' in page and shelf().find(f"/es/calendar/{each}calendar.ics") for each in files)
