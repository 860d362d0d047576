"""An outline is laid, laid again, and removed; each act is a line in the ledger that names the pages it touched."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from commonwire.ledger.models import Entry
from commonwire.maps.drawing import draw_map
from commonwire.maps.lay_outline import lay_outline
from commonwire.maps.models import Outline
from commonwire.maps.remove_outline import remove_outline
from commonwire.taxonomy.arrange import add_region
from tests.maps.shapes import ring

pytestmark = pytest.mark.usefixtures("ground")


def lines() -> list[tuple[str, str, list[str], str]]:
    return [(each.verb, each.subject, each.touched, each.by) for each in Entry.objects.filter(verb__startswith="outline.").order_by("pk")]


def test_an_outline_is_laid_and_then_another_in_its_place() -> None:
    coast = add_region(names={"en": "Coast"})
    first = lay_outline(region=coast, rings=[[ring(-122, 38)]], centre=(38, -122), source=" Survey\n office ", by="member:4")
    assert (first.source, first.centre, first.rings[0][0][0]) == ("Survey office", (38, -122), [-121, 38])
    second = lay_outline(region=coast, centre=(39, -122))
    assert (second.pk, Outline.objects.get().rings) == (first.pk, [])
    touched = ["map", coast.key]
    assert lines() == [("outline.laid", f"outline:{first.pk}", touched, "member:4"), ("outline.laid", f"outline:{first.pk}", touched, "")]


def test_it_is_removed_once() -> None:
    coast = add_region(names={"en": "Coast"})
    outline = lay_outline(region=coast, centre=(38, -122))
    remove_outline(outline=Outline.objects.get(), by="member:4")
    assert not Outline.objects.exists()
    remove_outline(outline=outline)
    assert lines()[1:] == [("outline.removed", f"outline:{outline.pk}", ["map", coast.key], "member:4")]


@pytest.mark.parametrize("centre", [(91, 0), (0, 181), (float("nan"), 0)])
def test_a_centre_lies_on_earth(centre: tuple[float, float]) -> None:
    coast = add_region(names={"en": "Coast"})
    with pytest.raises(ValidationError):
        lay_outline(region=coast, centre=centre)
    assert not lines()


def test_the_database_knows_it_too() -> None:
    coast = add_region(names={"en": "Coast"})
    with pytest.raises(IntegrityError), transaction.atomic():
        Outline.objects.create(region=coast, latitude=91, longitude=0)


def test_a_map_draws_the_regions_it_is_given_in_one_query(django_assert_num_queries) -> None:  # type: ignore[no-untyped-def]
    regions = [add_region(names={"en": name}) for name in ("Coast", "Valley", "Harbor")]
    for number, region in enumerate(regions):
        lay_outline(region=region, rings=[[ring(-122 + 3 * number, 38)]], centre=(38, -122 + 3 * number), source="Survey office")
    with django_assert_num_queries(1):
        drawing = draw_map([], regions=regions[:2], title="Where")
    assert drawing.sources == ("Survey office",)
    assert ("Coast" in drawing, "Valley" in drawing, "Harbor" in drawing) == (True, True, False)
    with django_assert_num_queries(0):
        draw_map([], title="Where")
