import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonwire.calendar.point import read_point, write_point


@pytest.mark.parametrize(
    "text",
    [
        "44.98, -93.27",
        "44.98 -93.27",
        "44.98; -93.27",
        "44.98° N, 93.27° W",
        "geo:44.98,-93.27?z=15",
        "https://www.openstreetmap.org/?mlat=44.98&mlon=-93.27#map=17/1.0/2.0",
        "https://www.openstreetmap.org/#map=17/44.98/-93.27",
        "https://www.openstreetmap.org/node/1?x#map=17.5/44.9800/-93.2700",
    ],
)
def test_a_point_as_people_have_it(text: str) -> None:
    assert read_point(text) == (44.98, -93.27)


@pytest.mark.parametrize("text", ["", "44.98", "here", "91, 0", "0, 181", "1,2,3", "geo:x,y", "https://example.org/44.98,-93.27"])
def test_what_is_none(text: str) -> None:
    assert read_point(text) is None


@given(latitude=st.floats(-90, 90), longitude=st.floats(-180, 180))
def test_what_is_written_is_read_again(latitude: float, longitude: float) -> None:
    point = round(latitude, 6), round(longitude, 6)
    assert read_point(write_point(*point)) == point


@given(text=st.text(max_size=60))
def test_anything_may_be_pasted(text: str) -> None:
    found = read_point(text)
    assert found is None or (abs(found[0]) <= 90 and abs(found[1]) <= 180)
