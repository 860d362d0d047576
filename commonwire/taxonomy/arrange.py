"""Arrange regions and topics; asking twice for the same slug changes its names."""

from typing import TypeVar

from django.db import transaction

from commonwire.base.text import clean_line, slug
from commonwire.ledger.record import record
from commonwire.taxonomy.models import Place, Region, Topic

P = TypeVar("P", bound=Place)


def add_region(*, names: dict[str, str], at: str = "", position: int | None = None) -> Region:
    """`names` by language code; `at` is the slug, made from the first name when empty."""
    return _arrange(Region, names, at, position)


def add_topic(*, names: dict[str, str], at: str = "", position: int | None = None) -> Topic:
    return _arrange(Topic, names, at, position)


@transaction.atomic
def _arrange(model: type[P], names: dict[str, str], at: str, position: int | None) -> P:
    clean = {language: clean_line(name) for language, name in names.items() if clean_line(name)}
    if not clean:
        raise ValueError("a region or topic needs a name")
    place, _ = model._default_manager.update_or_create(
        slug=at or slug(next(iter(clean.values()))),
        defaults={"names": clean, "position": model._default_manager.count() if position is None else position},
    )
    record(f"{model._meta.model_name}.arranged", place.key, touched=["site", place.key])
    return place
