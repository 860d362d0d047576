"""The stewards' screen through its door, as a browser without scripts: send a file, choose, lay, remove."""

import io

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from commonwire.maps.geojson import MOST_BYTES
from commonwire.maps.models import Outline
from commonwire.taxonomy.arrange import add_region
from tests.accounts.make import browser, someone
from tests.maps.shapes import collection, feature, polygon
from tests.newswire.door import Form, the_form

pytestmark = pytest.mark.usefixtures("ground")
DESK = "/desk/map/"


@pytest.fixture
def client() -> Client:
    return browser(someone("Egret", "steward"))


def send(client: Client, content: bytes, source: str = "", status: int = 200) -> str:
    file = io.BytesIO(content)
    file.name = "regions.geojson"
    answer = client.post(DESK, {"act": "read", "source": source, "file": file})
    assert answer.status_code == status, answer.content.decode()
    return answer.content.decode()


def matching(page: str) -> Form:
    return the_form(page, DESK)


def coast_and_valley() -> bytes:
    return collection(feature(polygon(), NAME="COAST"), feature(polygon(-120), name="Somewhere else"))


def test_strangers_sign_in_and_others_than_stewards_are_told() -> None:
    assert Client().get(DESK).headers["Location"].startswith("/desk/sign-in/")
    assert browser(someone("Egret", "editor")).get(DESK).status_code == 403


def test_a_file_is_read_matched_and_laid(client: Client) -> None:
    coast, valley = add_region(names={"en": "Coast", "es": "Costa"}), add_region(names={"en": "Valley"})
    page = send(client, coast_and_valley(), source="Survey office")
    assert page.count("<svg") == 2
    assert not Outline.objects.exists()
    form = matching(page)
    assert (form["feature-1"], form["feature-2"]) == (["coast"], [""])
    answer = client.post(DESK, {**form.fill(**{"feature-2": "valley"}).data, "act": "lay"})
    assert (answer.status_code, answer.headers["Location"]) == (303, DESK)
    laid = {outline.region: outline for outline in Outline.objects.all()}
    assert set(laid) == {coast, valley}
    assert laid[valley].centre == pytest.approx((38, -120), abs=0.01)
    assert {each.source for each in laid.values()} == {"Survey office"}
    assert "Survey office" in client.get(DESK).content.decode()


def test_two_features_may_mean_one_region(client: Client) -> None:
    add_region(names={"en": "Coast"})
    form = matching(send(client, coast_and_valley())).fill(**{"feature-2": "coast"})
    client.post(DESK, {**form.data, "act": "lay"})
    assert len(Outline.objects.get().rings) == 2


def test_nothing_chosen_is_asked_again_with_everything_kept(client: Client) -> None:
    add_region(names={"en": "Coast"})
    form = matching(send(client, coast_and_valley(), source="Survey office")).fill(**{"feature-1": ""})
    answer = client.post(DESK, {**form.data, "act": "lay"})
    assert answer.status_code == 422
    again = matching(answer.content.decode())
    assert "Choose a region" in answer.content.decode()
    assert (again["source"], again["feature-1"], again["outlines"]) == (["Survey office"], [""], form["outlines"])


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"<kml/>", "cannot be read as JSON"),
        (b"", "cannot be read as JSON"),
        (collection(feature({"type": "Point", "coordinates": [38, -122]}, name="Coast")), "swapped"),
        (b" " * (MOST_BYTES + 1), "larger than 5 megabytes"),
    ],
)
def test_what_cannot_be_read_is_said_beside_the_field(client: Client, content: bytes, sentence: str) -> None:
    page = send(client, content, source="Survey office", status=422)
    assert sentence in page
    assert matching(page)["source"] == ["Survey office"]
    assert 'aria-invalid="true"' in page


def test_a_form_without_a_file_or_with_lost_outlines(client: Client) -> None:
    assert "Choose a file." in client.post(DESK, {"act": "read"}).content.decode()
    answer = client.post(DESK, {"act": "lay", "outlines": "{", "source": "Survey office"})
    assert (answer.status_code, "send the file again" in answer.content.decode()) == (422, True)


def test_what_arrives_crooked_breaks_nothing(client: Client) -> None:
    add_region(names={"en": "Coast"})
    form = matching(send(client, coast_and_valley()))
    assert client.post(DESK, {**form.fill(**{"feature-1": "moon"}).data, "act": "lay"}).status_code == 422
    assert client.post(DESK, {"act": "dance"}).status_code == 200
    assert client.post(DESK, {"act": "remove", "region": "moon"}).status_code == 303


def test_an_outline_is_removed(client: Client) -> None:
    add_region(names={"en": "Coast"})
    client.post(DESK, {**matching(send(client, coast_and_valley())).data, "act": "lay"})
    assert Outline.objects.count() == 1
    client.post(DESK, {"act": "remove", "region": "coast"})
    assert not Outline.objects.exists()


def test_no_file_stays_anywhere(client: Client, data_dir: object) -> None:
    add_region(names={"en": "Coast"})
    send(client, coast_and_valley())
    quarantine = data_dir / "quarantine"  # type: ignore[operator]
    assert list(quarantine.iterdir()) == []


def queries(client: Client) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert client.get(DESK).status_code == 200
        return len(asked)


def test_the_screen_takes_the_same_number_of_queries_for_one_and_for_three(client: Client) -> None:
    add_region(names={"en": "Coast"})
    client.post(DESK, {**matching(send(client, collection(feature(polygon(), name="Coast")))).data, "act": "lay"})
    one = queries(client)
    add_region(names={"en": "Valley"})
    add_region(names={"en": "Harbor"})
    three = collection(*[feature(polygon(-120 + 2 * number), name=name) for number, name in enumerate(("Coast", "Valley", "Harbor"))])
    client.post(DESK, {**matching(send(client, three)).data, "act": "lay"})
    assert Outline.objects.count() == 3
    assert queries(client) == one > 0
