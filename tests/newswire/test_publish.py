"""Publishing: one act, one ledger line, one address, however often it is sent."""

from datetime import UTC, datetime, timedelta

import pytest

from commonwire.ledger.models import Entry
from commonwire.media.models import File
from commonwire.newswire.models import Post, PostFile
from commonwire.newswire.publish import publish_post
from tests import make
from tests.conftest import Clock

pytestmark = pytest.mark.django_db


def test_publishes_at_once_with_everything_worded() -> None:
    coast, housing = make.region("Coast"), make.topic("Housing")
    post = make.post(
        "Tide gate repaired",
        byline="Marisol",
        summary="After three years.",
        body="It **closes** again.",
        language="es",
        kind="announcement",
        related_url="https://example.org/gate",
        credit="Production of Low Tide Radio",
        credit_url="https://radio.example.org/",
        licence="by",
        content_note="flooding",
        further_media=[("Film", "https://video.example.org/1"), ("", "https://video.example.org/2")],
        regions=[coast],
        topics=[housing],
    )
    found = Post.objects.get(pk=post.pk)
    columns = (
        "headline",
        "byline",
        "summary",
        "body",
        "language",
        "kind",
        "related_url",
        "credit",
        "credit_url",
        "licence",
        "content_note",
    )
    assert {name: getattr(found, name) for name in columns} == {
        "headline": "Tide gate repaired",
        "byline": "Marisol",
        "summary": "After three years.",
        "body": "It **closes** again.",
        "language": "es",
        "kind": "announcement",
        "related_url": "https://example.org/gate",
        "credit": "Production of Low Tide Radio",
        "credit_url": "https://radio.example.org/",
        "licence": "by",
        "content_note": "flooding",
    }
    assert (found.visibility, found.standing, found.path) == ("shown", "new", "/2026/01/16/tide-gate-repaired/")
    assert list(found.regions.all()) == [coast]
    assert list(found.topics.all()) == [housing]
    assert [(each.title, each.url) for each in found.further_media.all()] == [
        ("Film", "https://video.example.org/1"),
        ("", "https://video.example.org/2"),
    ]


def test_writes_one_line_that_names_every_list() -> None:
    coast, housing = make.region("Coast"), make.topic("Housing")
    post = make.post(regions=[coast], topics=[housing])
    entry = Entry.objects.get(verb="post.published")
    lists = ["newswire", "kind:report", "medium:text", "standing:new", coast.key, housing.key]
    assert entry.subject == post.key
    assert entry.touched == sorted([post.key, *lists, *(f"{each}@2026-01" for each in lists)])
    assert (entry.by, entry.facts) == ("", {"kind": "report"})


def test_times_are_kept_to_the_minute() -> None:
    post = make.post(receipt=make.RECEIPT)
    assert post.published == post.sent == datetime(2026, 1, 16, 20, 21, tzinfo=UTC)
    assert post.receipt_until is not None
    assert post.receipt_until.second == 0
    assert Entry.objects.get(verb="post.published").at == datetime(2026, 1, 16, 20, 21, tzinfo=UTC)


def test_the_month_is_that_of_the_site() -> None:
    make.site(zone="Asia/Tokyo")
    post = make.post(published=datetime(2026, 1, 31, 16, 0, tzinfo=UTC))  # already February there
    assert post.path is not None
    assert post.path.startswith("/2026/02/01/")
    assert "newswire@2026-02" in Entry.objects.get(verb="post.published").touched


def test_the_same_id_is_the_same_post() -> None:
    once = make.post("First words", public_id="0123456789abc")
    again = make.post("Other words", public_id="0123456789abc")
    assert (again.pk, again.headline) == (once.pk, "First words")
    assert Post.objects.count() == 1
    assert Entry.objects.filter(verb="post.published").count() == 1


def test_what_is_held_has_no_address_and_only_the_hour() -> None:
    post = make.post(held=True)
    assert (post.visibility, post.path, post.published) == ("held", None, None)
    assert post.sent == datetime(2026, 1, 16, 20, 0, tzinfo=UTC)
    assert Entry.objects.get(verb="post.held").touched == sorted([post.key, "desk"])


def test_what_is_embargoed_waits_without_an_address(frozen: Clock) -> None:
    hour = frozen.at + timedelta(hours=3)
    post = make.post(publish_at=hour)
    assert (post.visibility, post.path, post.published, post.publish_at) == ("embargoed", None, None, hour)


def test_held_wins_over_an_embargo(frozen: Clock) -> None:
    assert make.post(held=True, publish_at=frozen.at + timedelta(hours=3)).visibility == "held"


def test_equal_headlines_get_numbers() -> None:
    paths = [make.post("Rent strike grows!").path for _ in range(3)] + [
        make.post("Rent strike grows 2").path,
        make.post("Rent strike").path,
    ]
    assert paths == [
        "/2026/01/16/rent-strike-grows/",
        "/2026/01/16/rent-strike-grows-2/",
        "/2026/01/16/rent-strike-grows-3/",
        "/2026/01/16/rent-strike-grows-2-2/",
        "/2026/01/16/rent-strike/",
    ]


@pytest.mark.parametrize("headline", ["¡¿…!?", "🌊🌊", "' '", "/../../etc/passwd", "%2e%2e", "a" * 300])
def test_any_headline_has_an_address_that_the_shelf_can_hold(headline: str) -> None:
    from commonwire.press.bake import shelf

    post = make.post(headline)
    assert post.path is not None
    assert shelf().file(post.path) is not None
    assert len(post.path) <= 200


def test_files_hang_in_order_and_are_claimed() -> None:
    files = [make.picture("one"), make.picture("two")]
    post = make.post(files=files)
    assert [file.alt for file in Post.objects.get(pk=post.pk).ordered_files] == ["one", "two"]
    assert set(File.objects.values_list("state", flat=True)) == {"ready"}
    assert post.medium == "photo"


def test_a_claimed_file_cannot_hang_twice() -> None:
    file = make.picture()
    make.post(files=[file])
    with pytest.raises(Exception, match=r"(?i)unique"):
        make.post(files=[File.objects.get(pk=file.pk)])
    assert PostFile.objects.count() == 1


def test_when_the_row_of_a_room_above_fails_nothing_is_left() -> None:
    def fail(post: Post) -> None:
        raise ValueError("no place")

    with pytest.raises(ValueError, match="no place"):
        publish_post(wording=make.wording(), attach=fail)
    assert (Post.objects.count(), Entry.objects.count()) == (0, 0)


def test_a_press_release_is_recognised_unless_switched_off() -> None:
    body = "FOR IMMEDIATE RELEASE\n\nHarbor – We strike on Friday.\n\n###"
    assert make.post(body=body).release is not None
    assert make.post(body=body, plain_release=True).release is None
