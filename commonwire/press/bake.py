"""Bake: from touched keys to whole files on the shelf, each path once however many keys ask for it."""

import logging
from collections.abc import Iterable, Iterator
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import translation

from commonwire.base.errors import where
from commonwire.base.remember import remembering
from commonwire.base.shelf import Shelf
from commonwire.press.locking import one_hand
from commonwire.press.models import Shown, Stale
from commonwire.press.printing import ARCHIVES, REGISTRY, Dropped, Gone, Key, Page, Printed, Printer, Written
from commonwire.press.slots import Noted, noting

log = logging.getLogger("commonwire.press")


class NotBaked(Exception):
    """Some pages could not be baked; the others were. Trying again may help. `keys` are those that failed."""

    def __init__(self, keys: list[str]) -> None:
        super().__init__(", ".join(keys[:10]))
        self.keys = keys


def shelf() -> Shelf:
    return Shelf(settings.DATA_DIR)


def bake(keys: Iterable[str]) -> int:
    """Print every page of these keys, and of whatever noted that it shows them. Returns how many files were put down.

    Raises NotBaked at the end when a page failed, after all others have been baked.
    """
    with remembering():
        done, failed = _bake_each(_work(_with_those_that_show(set(keys))))
    if failed:
        raise NotBaked(failed)
    return len(done)


def bake_now(keys: Iterable[str]) -> bool:
    """For views: bake before the redirect answers. False when that failed: the act stands all the same, the ledger owes the baking."""
    try:
        bake(keys)
    except (NotBaked, OSError) as error:
        log.error("not baked before the answer; the worker tries again: %s", type(error).__name__)
        return False
    return True


def _bake_each(work: list[tuple[Printer, Key]]) -> tuple[set[str], list[str]]:
    """The paths put down, and the keys that failed."""
    done: set[str] = set()
    failed: list[str] = []
    onto = shelf()
    for printer, key in work:
        try:
            with one_hand():
                for printed in printer(key):
                    if printed.path not in done:
                        put_down(printed, str(key), onto)
                        done.add(printed.path)
        except Exception as error:  # noqa: BLE001  # one page must not stop the others; it is written down and tried again
            log.error("the pages of %s could not be printed: %s", key, where(error))
            failed.append(str(key))
    return done, failed


def _with_those_that_show(keys: set[str]) -> set[str]:
    return keys | set(Shown.objects.filter(key__in=keys).values_list("source", flat=True))


def _work(keys: set[str]) -> list[tuple[Printer, Key]]:
    """(printer, key) in the order in which readers look: articles, front, lists, archives, feeds. What leads is there before its links."""
    wanted = [
        (max(each.order, ARCHIVES) if key.cut else each.order, str(key), each.printer, key)
        for key in map(Key.read, sorted(keys))
        for each in REGISTRY.printers(key)
    ]
    return [(printer, key) for _, _, printer, key in sorted(wanted, key=lambda each: each[:2])]


def put_down(printed: Printed, source: str, onto: Shelf) -> None:
    """Render one page and put it on the shelf; remember what else it showed and when it goes stale."""
    match printed:
        case Dropped(path):
            onto.drop(path)
            _remember(path, source, set(), None)
        case Gone(path):
            onto.put_gone(path, rendered(printed)[0])
            _remember(path, source, set(), None)
        case Written(path):
            with translation.override(printed.language), noting() as noted:
                onto.put(path, printed.content())
            _note(printed, source, noted)
        case Page(path):
            content, noted = rendered(printed)
            onto.put(path, content)
            _note(printed, source, noted)


def _note(printed: Page | Written, source: str, noted: Noted) -> None:
    noted.add(printed.shows, printed.until)
    _remember(printed.path, source, noted.keys, noted.until)


def rendered(page: Page | Gone) -> tuple[bytes, Noted]:
    with translation.override(page.language), noting() as noted:
        return tidy(render_to_string(page.template, page.context())).encode(), noted


def tidy(html: str) -> str:
    """No blank lines, no indentation that templates left behind: a quarter of the bytes. Nothing here uses `<pre>` but prose, which keeps
    its lines because only whole blank lines outside of it go."""
    if "<pre" in html:
        return html
    return "\n".join(line for line in (line.strip() for line in html.split("\n")) if line) + "\n"


def _remember(path: str, source: str, shows: set[str], until: datetime | None) -> None:
    """Write only what changed: most pages show nothing beyond their key and never go stale."""
    before = set(Shown.objects.filter(path=path).values_list("key", flat=True))
    if shows != before:
        with transaction.atomic():
            Shown.objects.filter(path=path, key__in=before - shows).delete()
            Shown.objects.bulk_create([Shown(path=path, source=source, key=key) for key in sorted(shows - before)])
    known = Stale.objects.filter(path=path).first()
    if until is None and known:
        known.delete()
    elif until is not None and (known is None or (known.until, known.source) != (until, source)):
        Stale.objects.update_or_create(path=path, defaults={"source": source, "until": until})


def printed_for(keys: Iterable[str]) -> Iterator[Printed]:
    """What these keys print, without putting anything down."""
    for printer, key in _work(set(keys)):
        yield from printer(key)
