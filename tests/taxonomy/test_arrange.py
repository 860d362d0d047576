import pytest
from django.utils.translation import override

from commonwire.ledger.models import Entry
from commonwire.taxonomy.arrange import add_region, add_topic
from commonwire.taxonomy.models import Region, Topic


def test_a_region_has_a_name_in_each_language() -> None:
    region = add_region(names={"en": "The  Coast", "es": "La costa", "fr": " "})
    assert (region.slug, region.path, region.names) == ("the-coast", "/region/the-coast/", {"en": "The Coast", "es": "La costa"})
    with override("es"):
        assert region.name == "La costa"
    with override("de"):
        assert region.name == "The Coast"
    assert Entry.objects.get(verb="region.arranged").touched == [region.key, "site"]


def test_asking_twice_changes_the_names() -> None:
    first, second = add_topic(names={"en": "Housing"}), add_topic(names={"en": "Housing and rent"}, at="housing")
    assert (first.pk, Topic.objects.count(), second.name) == (second.pk, 1, "Housing and rent")


def test_order_is_that_of_arranging_unless_given() -> None:
    for name in ("North", "South"):
        add_region(names={"en": name})
    add_region(names={"en": "First"}, position=0)
    assert [region.name for region in Region.objects.all()] == ["First", "North", "South"]


@pytest.mark.parametrize("names", [{}, {"en": "  "}])
def test_nothing_without_a_name(names: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="needs a name"):
        add_region(names=names)
