"""Where an event is comes from `calendar/whereabouts.py` alone, which keeps back what readers shall not see yet."""

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from tests.house.sources import HOUSE, ending, house_modules, imports, name, nothing, text, tree

PLACE = {"place", "address", "neighbourhood", "city", "latitude", "longitude", "elsewhere"}
HOLDERS = ("commonwire.calendar.models.Event", "commonwire.calendar.models.Occurrence")
# Who may look at the whole place, and why no reader learns it from there: `path` and the reason.
ALLOWED: dict[str, str] = {
    "calendar/whereabouts.py": "decides what is shown",
    "calendar/place_event.py": "compares the place before and after a change, and keeps what readers had seen",
    "calendar/change_date.py": "writes the place of one date",
    "calendar/forms.py": "gives its author, or the desk, back what was typed",
    "subscriptions/twins.py": "compares a date that comes in with those that stand; nothing of it is shown",
    "mobilizations/belong.py": "compares the city, which every level of exactness shows, with a town that a call names",
}
_NAMED = re.compile(r"(?:^|_)(?:event|occurrence)$")
_LOOKUP = re.compile(rf"(?<![a-zA-Z])(?:event|occurrence|occurrences)__(?:{'|'.join(PLACE)})\b")
_IN_TEMPLATE = re.compile(rf"{{[{{%][^}}]*\b(?:event|occurrence|date)\.(?:event\.)?(?:{'|'.join(PLACE)})\b")
_HOLDER = re.compile(r"(?<![.\w])(?:Event|Occurrence)\b")
_COLUMNS = {"values", "values_list", "only", "filter", "exclude", "order_by", "annotate", "F", "getattr", "vars", "model_to_dict"}


def _holders(module: ast.Module) -> set[str]:
    """The names that stand for an event or one of its dates in a module that knows these: by annotation, or by how they were found."""
    if not any(each in HOLDERS for each, _ in imports(module)):
        return set()
    found = {"date"}
    for node in ast.walk(module):
        if isinstance(node, ast.arg | ast.AnnAssign) and node.annotation and _HOLDER.search(ast.unparse(node.annotation)):
            found.add(node.arg if isinstance(node, ast.arg) else ast.unparse(node.target))
        targets: list[ast.expr] = []
        if isinstance(node, ast.Assign) and _names_holder(node.value):
            targets = node.targets
        elif isinstance(node, ast.For | ast.comprehension) and _names_holder(node.iter):
            targets = [node.target]
        found |= {ast.unparse(each) for each in targets}
    return found


def _names_holder(node: ast.expr) -> bool:
    return bool({each.id for each in ast.walk(node) if isinstance(each, ast.Name)} & {"Event", "Occurrence"})


def _last(node: ast.expr) -> str:
    """`event` of `self.row.event`."""
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def _reads(module: ast.Module) -> Iterator[tuple[int, str]]:
    """Every place in a module that reads where an event is: an attribute, a lookup, a column, or all of it at once."""
    holders = _holders(module)
    for node in ast.walk(module):
        if isinstance(node, ast.Attribute) and node.attr in PLACE and isinstance(node.ctx, ast.Load):
            if _NAMED.search(_last(node.value)) or _last(node.value) in holders:
                yield node.lineno, ast.unparse(node)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and _LOOKUP.search(node.value):
            yield node.lineno, node.value
        elif isinstance(node, ast.keyword) and node.arg and _LOOKUP.search(node.arg):
            yield node.value.lineno, node.arg
        elif isinstance(node, ast.Call) and holders:
            yield from _asked(node, holders)


def _asked(call: ast.Call, holders: set[str]) -> Iterator[tuple[int, str]]:
    """Columns of an event by their names, or whatever of it is asked for."""
    word = _last(call.func)
    if word not in _COLUMNS:
        return
    first = _last(call.args[0]) if call.args else ""
    if word in ("getattr", "vars", "model_to_dict"):
        constant = word == "getattr" and isinstance(call.args[1], ast.Constant) and call.args[1].value not in PLACE
        if (first in holders or _NAMED.search(first)) and not constant:
            yield call.lineno, ast.unparse(call)
        return
    columns = {each.value for each in call.args if isinstance(each, ast.Constant)} | {each.arg for each in call.keywords}
    if columns & PLACE and (word == "F" or _names_holder(call.func)):
        yield call.lineno, ast.unparse(call)


def _found(modules: Iterable[tuple[Path, ast.Module]]) -> Iterator[tuple[str, int, str]]:
    for path, module in modules:
        for line, what in _reads(module):
            yield str(path.relative_to(HOUSE)), line, what


def _all() -> list[tuple[str, int, str]]:
    return list(_found((path, tree(path)) for path in house_modules()))


def test_nobody_else_reads_where_an_event_is() -> None:
    nothing(
        f"commonwire/{path}:{line} reads {what}: ask whereabouts(occurrence), or give the reason in ALLOWED"
        for path, line, what in _all()
        if path not in ALLOWED
    )


def test_no_template_reads_it_either() -> None:
    nothing(
        f"{name(path, content.count(chr(10), 0, found.start()) + 1)} reads {found.group()!r}: ask whereabouts(occurrence)"
        for path in ending(".html", ".txt", ".svg", below=HOUSE)
        for content in [text(path)]
        for found in _IN_TEMPLATE.finditer(content)
    )


def test_every_reason_is_still_needed() -> None:
    reading = {path for path, _line, _what in _all()}
    nothing(f"{path} reads no place any more: take it out of ALLOWED" for path in ALLOWED if path not in reading)


@pytest.mark.parametrize(
    "line",
    [
        "print(event.address)",
        "print(row.event.latitude)",
        "print(self.occurrence.elsewhere)",
        "rows.filter(event__city='Wick')",
        "rows.values_list('id', 'rally__event__address')",
        "rows.order_by('-event__place')",
        "def told(meeting: Event | None) -> str: return meeting.place",
        "def told(meeting: 'Occurrence') -> str: return meeting.elsewhere",
        "for each in Event.objects.all(): print(each.city)",
        "words = [each.city for each in Event.objects.all()]",
        "found = Event.objects.get(pk=1); print(found.longitude)",
        "Event.objects.values('pk', 'address')",
        "Event.objects.filter(city='Wick')",
        "[getattr(event, each) for each in names]",
        "vars(event)",
    ],
)
def test_a_reader_of_places_is_found(line: str) -> None:
    assert list(_reads(ast.parse(f"from commonwire.calendar.models import Event, Occurrence\n{line}\n")))


@pytest.mark.parametrize(
    "line", ["print(whereabouts(event).city)", "where.address", "the_site().address('/')", "entry.place", "event.starts"]
)
def test_what_is_no_event_is_left_alone(line: str) -> None:
    assert not list(_reads(ast.parse(f"from commonwire.calendar.models import Event\n{line}\n")))


@pytest.mark.parametrize("shown", ["{{ event.address }}", "{% if date.event.city %}", "{{ shown.event.latitude|default:1 }}"])
def test_a_template_is_seen(shown: str) -> None:
    assert _IN_TEMPLATE.search(shown)
