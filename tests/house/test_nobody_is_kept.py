"""Nothing in the tables has room for who somebody is or for a second of when; no other house's signature either."""

import ast
import re
from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import models

from tests.house.sources import HOUSE, calls, ending, house_modules, name, nothing, text, tree

NETWORK = {"ip", "ips", "ipv4", "ipv6", "address", "addresses", "addr", "remote", "host", "forwarded"}
BROWSER = {
    "agent",
    "agents",
    "useragent",
    "browser",
    "referrer",
    "referer",
    "fingerprint",
    "cookie",
    "session",
    "device",
    "visitor",
}
PERSON = {"email", "mail", "phone", "telephone", "uploader", "filename", "exif", "latitude", "longitude"}
SMELLS = NETWORK | BROWSER | PERSON
# Fields whose name smells but that hold what was given for publication: `room.Model.field` and the reason.
GIVEN_FOR_PUBLICATION: dict[str, str] = {
    "calendar.Event.address": "the street of a public event",
    "calendar.Event.latitude": "where a public event is",
    "calendar.Event.longitude": "where a public event is",
    "maps.Outline.latitude": "the middle of a region, public geography",
    "maps.Outline.longitude": "the middle of a region, public geography",
}

CLOCKS = re.compile(
    r"(?:timezone|datetime|date|dt|datetime\.datetime|datetime\.date)\.(?:now|utcnow|today|localtime|localdate)|time\.(?:time|time_ns)"
)


def _models() -> list[type[models.Model]]:
    return [model for model in apps.get_models(include_auto_created=True) if model.__module__.startswith("commonwire.")]


def _fields() -> Iterator[tuple[str, "models.Field[Any, Any]"]]:
    for model in _models():
        for field in model._meta.local_fields + model._meta.local_many_to_many:
            yield f"{model._meta.app_label}.{model.__name__}.{field.name}", field


def _smells(field: "models.Field[Any, Any]") -> bool:
    words = set(field.name.split("_"))
    return bool(words & SMELLS or {"file", "name"} <= words or isinstance(field, models.GenericIPAddressField | models.FileField))


def test_no_field_has_room_for_an_identity() -> None:
    smelling = {place for place, field in _fields() if _smells(field)}
    found = (f"{place} smells of who somebody is: leave it out, or give the reason in GIVEN_FOR_PUBLICATION" for place in smelling)
    stale = (f"{place} is in GIVEN_FOR_PUBLICATION but no such field smells" for place in set(GIVEN_FOR_PUBLICATION) - smelling)
    nothing([*(line for line in found if line.split()[0] not in GIVEN_FOR_PUBLICATION), *stale])


def test_no_time_is_set_by_the_model() -> None:
    nothing(
        f"{place} takes its time by itself, to the microsecond: give it clock.minute() in the verb"
        for place, field in _fields()
        if isinstance(field, models.DateField | models.TimeField)
        and (
            field.auto_now
            or field.auto_now_add
            or (field.has_default() and callable(field.default) and "clock" not in field.default.__module__)
        )
    )


def test_foreign_keys_between_rooms_leave_no_door_upwards() -> None:
    nothing(
        f'{place} can be walked from {field.related_model.__name__} upwards: related_name="+"'
        for place, field in _fields()
        if field.is_relation
        and isinstance(field.related_model, type)
        and field.related_model._meta.app_label != field.model._meta.app_label
        and not (field.remote_field and field.remote_field.hidden)
    )


def test_every_model_lives_in_a_room_it_is_labelled_with() -> None:
    nothing(
        f"{model.__module__}.{model.__name__} is labelled {model._meta.app_label}: the label is the room's name"
        for model in _models()
        if model.__module__.split(".")[1] != model._meta.app_label
    )


def test_only_the_clock_knows_the_time() -> None:
    nothing(
        f"{name(path, call.lineno)} asks {called}(): ask commonwire.base.clock, which knows minutes only and can be stopped"
        for path in house_modules()
        if path != HOUSE / "base" / "clock.py"
        for called, call in calls(tree(path))
        if CLOCKS.fullmatch(called)
    )


def test_no_template_tells_the_time_of_baking() -> None:
    nothing(
        f"{name(path, number)} uses {{% now %}}: give the moment in the context, and Page(until=…) if it goes stale"
        for path in ending(".html", ".xml", ".txt", below=HOUSE)
        for number, line in enumerate(text(path).splitlines(), 1)
        if re.search(r"\{%\s*now\b", line)
    )


def test_who_asks_is_read_only_where_identity_ends() -> None:
    """`REMOTE_ADDR` and its like may be named only in the gate and in the middleware, which forget them."""
    words = re.compile(r"REMOTE_ADDR|REMOTE_HOST|HTTP_USER_AGENT|HTTP_REFERER|X_FORWARDED_FOR|HTTP_ACCEPT_LANGUAGE|HTTP_FORWARDED", re.I)
    nothing(
        f"{name(path, node.lineno)} names {node.value!r}: who asks ends at the door (docs/house.md, The door)"
        for path in house_modules()
        if "gate" not in path.parts and path.stem not in ("middleware", "door", "wsgi")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and words.fullmatch(node.value.replace("-", "_"))
    )
