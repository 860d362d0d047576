"""An edition: templates, styles and code as one hash. A new one owes every page a baking; until then the older page is served."""

from collections.abc import Callable
from functools import cache
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.db.models import F

from commonwire.chrome.scripts import scripts
from commonwire.chrome.styles import stylesheet, stylesheet_address
from commonwire.press.bake import NotBaked, bake, shelf
from commonwire.press.models import Edition, Owed
from commonwire.press.printing import REGISTRY

PACKAGE = Path(__file__).parent.parent
MADE_OF = ("**/*.html", "**/*.css", "**/*.js", "**/*.py", "**/*.mo")
FIRST = 400
TRIES = 5


@cache
def edition_name() -> str:
    whole = sha256(settings.SITE_URL.encode())
    for file in sorted(file for pattern in MADE_OF for file in PACKAGE.glob(pattern)):
        whole.update(file.relative_to(PACKAGE).as_posix().encode() + b"\0" + file.read_bytes())
    return whole.hexdigest()


def put_styles() -> None:
    """Stylesheet and scripts carry their hash in their names, so older pages keep finding theirs."""
    onto = shelf()
    for address, content in ({stylesheet_address(): stylesheet()} | scripts()).items():
        if onto.find(address) is None:
            onto.put(address, content)


@transaction.atomic
def owe_everything() -> None:
    Owed.objects.bulk_create([Owed(key=key) for key in REGISTRY.everything()], ignore_conflicts=True, batch_size=1000)


def open_edition(say: Callable[[str], None] = lambda sentence: None) -> bool:
    """Called at start: when this edition differs from the one on the shelf, bake the first pages now and owe the rest."""
    put_styles()
    if Edition.objects.filter(name=edition_name()).exists():
        return False
    owe_everything()
    say("Baking the pages of a new edition …")
    pay(FIRST)
    with transaction.atomic():
        Edition.objects.all().delete()
        Edition.objects.create(name=edition_name())
    return True


def pay(most: int) -> int:
    """Bake so many owed keys, the longest owed first. What fails stays owed and is tried a few times; `commonwire check` shows it."""
    owed = [each.key for each in Owed.objects.filter(tries__lt=TRIES).order_by("tries", "id")[:most]]
    failed: list[str] = []
    try:
        bake(owed)
    except NotBaked as error:
        failed = error.keys
        Owed.objects.filter(key__in=failed).update(tries=F("tries") + 1)
    Owed.objects.filter(key__in=set(owed) - set(failed)).delete()
    return len(owed)
