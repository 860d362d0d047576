"""Check the house: what is due, whether the shelf says what the database says, whether every file is there, which walls stand."""

import argparse
import json
from collections.abc import Callable
from dataclasses import asdict, dataclass

from django.conf import settings
from django.utils import translation

from commonwire.base.shelf import Shelf
from commonwire.ledger.models import Due
from commonwire.media.folder import is_kept_back
from commonwire.media.jail import walls
from commonwire.media.models import File, Rendition
from commonwire.ops.progress import along
from commonwire.press.bake import rendered, shelf
from commonwire.press.models import Owed
from commonwire.press.printing import REGISTRY, Dropped, Gone, Key, Page, Printed, Written


@dataclass(frozen=True)
class Finding:
    what: str
    where: str
    remedy: str


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--pages", action="store_true", help="bake everything aside and compare it with what lies on the shelf")
    parser.add_argument("--json", action="store_true", help="print the findings as JSON")


def run(arguments: argparse.Namespace) -> int:
    """0 when nothing was found, otherwise 1."""
    checks: list[Callable[[], list[Finding]]] = [check_due, check_media, *([check_pages] if arguments.pages else [])]
    findings = [finding for check in checks for finding in check()]
    if arguments.json:
        print(json.dumps({"findings": [asdict(each) for each in findings], "walls": walls()}, indent=1))
    else:
        for each in findings:
            print(f"{each.what}: {each.where}. {each.remedy}")
        print("Walls around the picture decoder: " + ", ".join(f"{name} {'stands' if up else 'MISSING'}" for name, up in walls().items()))
        print(f"{len(findings)} findings" if findings else "Nothing found: the house is in order.")
    return 1 if findings else 0


def check_due() -> list[Finding]:
    """What failed so often that it waits for somebody to look."""
    remedy = "The log says why; `commonwire bake KEY` tries again."
    stuck = [Finding("Not baked", owed.key, remedy) for owed in Owed.objects.filter(tries__gt=0)[:50]]
    parked = Due.objects.filter(parked=True).select_related("entry")[:50]
    return stuck + [Finding("Parked", f"{due.reaction} for {due.entry} ({due.trouble})", remedy) for due in parked]


def check_media() -> list[Finding]:
    """Every rendition that the database names must be a file, on the shelf or kept back from it."""
    onto = shelf()
    shown = Rendition.objects.filter(file__state=File.State.READY).values_list("path", flat=True)
    missing = (path for path in shown.iterator() if not (onto.find(path) or is_kept_back(path)))
    return [Finding("Missing file", path, "Restore it from a backup.") for path in missing]


def check_pages() -> list[Finding]:
    """What a fresh baking says differently names a verb that forgot a key, or a page that is still due."""
    onto, seen = Shelf(settings.DATA_DIR), set[str]()
    waiting = Due.objects.filter(parked=False).count() + Owed.objects.count()
    remedy = (
        f"{waiting} acts are still due: wait and look again." if waiting else "A verb forgot to touch this key; `commonwire bake` mends it."
    )
    findings = []
    for text in along(REGISTRY.everything(), "checking"):
        key = Key.read(text)
        for registered in REGISTRY.printers(key):
            for printed in registered.printer(key):
                if printed.path not in seen and not _waits_to_be_asked_for(printed, key, onto) and _differs(printed, onto):
                    findings.append(Finding("Differs", f"{printed.path} for {text}", remedy))
                seen.add(printed.path)
    return findings


def _waits_to_be_asked_for(printed: Printed, key: Key, onto: Shelf) -> bool:
    """A month in which nothing stands has no page, and no calendar file, until somebody asks for it."""
    return bool(key.cut) and isinstance(printed, Page | Written) and onto.find(printed.path) is None


def _differs(printed: Printed, onto: Shelf) -> bool:
    found = onto.find(printed.path)
    match printed:
        case Dropped():
            return found is not None
        case Written():
            with translation.override(printed.language):
                return found is None or found.file.read_bytes() != printed.content()
        case Page() | Gone():
            status = 200 if isinstance(printed, Page) else 410
            return found is None or found.status != status or found.file.read_bytes() != rendered(printed)[0]
