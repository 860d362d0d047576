"""Found by what people call them."""

from typing import Any

import pytest

from commonwire.organisations.affiliate import affiliate
from commonwire.organisations.folding import fold, key_of
from commonwire.organisations.merge_organisations import merge_organisations
from commonwire.organisations.queries import find_organisation, forest, found_at_desk, similar, tree_of, umbrellas_of
from tests import make
from tests.organisations.words import organisation


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("AFL-CIO", "A.F.L.-C.I.O."),
        ("AFL-CIO", "afl cio"),
        ("Unión de Trabajadores", "UNION DE TRABAJADORES"),
        ("Nurses & Teachers", "Nurses and Teachers"),
        ("Longshore Workers' Local 10", "longshore workers local 10"),
        ("St. Paul Council", "st paul council"),
        ("Straße", "STRASSE"),
    ],
)
def test_the_same_name_written_otherwise(one: str, other: str) -> None:
    assert key_of(one) == key_of(other)


def test_other_names_stay_apart() -> None:
    assert len({key_of(each) for each in ("Local 10", "Local 1", "Local 101", "Локал 10", "10")}) == 5
    assert fold("Трудовой совет") == "трудовои совет"  # any script


@pytest.mark.django_db
def test_found_by_address_word_name_and_short_name() -> None:
    made = organisation("Coast Labor Council", short_name="CLC")
    assert made.slug == "clc"
    for words in (
        "clc",
        "CLC",
        "C.L.C.",
        "coast labor  council",
        "Coast-Labor-Council",
        "/organisations/clc/",
        "https://x.org/organisations/clc/",
    ):
        assert find_organisation(words) == made, words
    for words in ("", "coast", "Coast Labor Councils", "-", "…"):
        assert find_organisation(words) is None, words


@pytest.mark.django_db
def test_several_of_one_name_are_none() -> None:
    here, there = organisation("Local 88", place="Port Ellery"), organisation("Local 88", place="Sandover")
    assert find_organisation("Local 88") is None
    assert (find_organisation(here.slug), find_organisation(there.slug)) == (here, there)
    assert set(similar("local 88")) == {here, there}


@pytest.mark.django_db
def test_only_what_readers_see_is_found() -> None:
    organisation("Held body", held=True)
    assert find_organisation("Held body") is None
    assert similar("Held body") == []


@pytest.mark.django_db
def test_a_merged_profile_is_found_as_the_other() -> None:
    old, new = organisation("Coast Labour Council"), organisation("Coast Labor Council")
    slug = old.slug
    merge_organisations(old=old, into=new)
    assert find_organisation("Coast Labour Council") == find_organisation(slug) == new


@pytest.mark.django_db
def test_near_names_nearest_first() -> None:
    council = organisation("Coast Labor Council", short_name="CLC")
    teamsters = organisation("Teamsters Local 7")
    organisation("Mill Ward Tenants")
    for words in ("Cost Labor Council", "Coast Labour Council", "The Coast Labor Council of Ellery", "Labor Council, Coast", "clc"):
        assert similar(words)[:1] == [council], words
    assert similar("Teamstres Local 7") == [teamsters]
    assert similar("Bakery") == similar("") == similar("?!") == []


@pytest.mark.django_db
def test_the_tree_leaves_out_what_is_hidden_but_keeps_what_is_below_it() -> None:
    top, middle, low = organisation("Top"), organisation("Middle"), organisation("Low")
    affiliate(organisation=middle, umbrella=top)
    affiliate(organisation=low, umbrella=middle)
    middle.visibility = "hidden"
    middle.hidden_by = make.paragraph()
    middle.save()
    assert [each.name for each in tree_of(top).everyone] == ["Top", "Low"]
    assert [each.name for each in umbrellas_of(low)] == ["Top"]


@pytest.mark.django_db
def test_trees_take_the_same_queries_however_large(django_assert_num_queries: Any) -> None:
    top = organisation("Top")
    for count in (1, 3):
        for number in range(count):
            organisation(f"Part {count} {number}", umbrella=top)
        with django_assert_num_queries(2):
            tree_of(top)
        with django_assert_num_queries(1):
            forest([top])


@pytest.mark.django_db
def test_a_forest_puts_each_below_the_nearest_that_is_there() -> None:
    top = organisation("Top")
    middle = organisation("Middle", umbrella=top)
    low = organisation("Low", umbrella=middle)
    alone = organisation("Alone")
    branches = forest([low, top, alone])
    assert [(each.organisation.name, [below.organisation.name for below in each.affiliates]) for each in branches] == [
        ("Alone", []),
        ("Top", ["Low"]),
    ]


@pytest.mark.django_db
def test_the_desk_finds_whatever_stands() -> None:
    organisation("Held body", held=True)
    organisation("Shown bódy")
    assert [each.name for each in found_at_desk("BODY")[0]] == ["Held body", "Shown bódy"]
    assert found_at_desk("nothing") == ([], False)
