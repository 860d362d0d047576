import pytest

from commonwire.archive import indybay
from commonwire.archive.grammar.placing import read_placing


@pytest.mark.parametrize(
    ("line", "regions", "topics", "unknown"),
    [
        ("U.S. Labor & Workers", ("us",), ("labor",), ()),
        ("Related Categories: Palestine | International | Anti-War", ("palestine", "international"), ("anti-war",), ()),
        ("East Bay | Womyn", ("east-bay",), ("womyn",), ()),
        ("North Bay / Marin Government & Elections", ("north-bay",), ("government",), ()),
        ("Santa Cruz Indymedia Police State and Prisons", ("santa-cruz",), ("police-state",), ()),
        ("California Central Valley Health, Housing & Public Services", ("california", "central-valley"), ("health-housing",), ()),
        ("LGBTI / Queer | Kite Flying", (), ("lgbtq",), ("Kite Flying",)),
        ("Haiti Kite Flying Racial Justice", ("haiti",), ("racial-justice",), ("Kite Flying",)),
        ("Californian Kites", (), (), ("Californian Kites",)),
        ("Iraq Iraq", ("iraq",), (), ()),
        ("", (), (), ()),
        ("Related Categories: |", (), (), ()),
    ],
)
def test_placing(line: str, regions: tuple[str, ...], topics: tuple[str, ...], unknown: tuple[str, ...]) -> None:
    found = read_placing(line)
    assert (found.regions, found.topics, found.unknown) == (regions, topics, unknown)


def test_no_two_places_share_a_name_or_slug() -> None:
    places = (*indybay.REGIONS, *indybay.TOPICS)
    names = [name.casefold() for place in places for name in place.names]
    assert len(set(names)) == len(names)
    assert len({place.slug for place in places}) == len(places)
    assert all(read_placing(name).names[0].slug == place.slug for place in places for name in place.names)
