"""An upload comes in by the verb, and only pixels come out."""

import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from commonwire.ledger.models import Entry
from commonwire.media import accept, folder, jail, quarantine
from commonwire.media.encode import Made, renditions
from commonwire.media.models import File, Rendition
from commonwire.media.refused import Refused
from commonwire.media.strip_scan import scan
from tests.media import pictures
from tests.media.shelf import Endless, accepted, bytes_of, of_type, quarantined, stored

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (pictures.telling_jpeg(), ["place", "time", "camera", "names", "profile", "comment"]),
        (pictures.telling_png(), ["place", "time", "camera", "names", "profile", "comment"]),
        (pictures.telling_webp(), ["place", "time", "camera", "names", "profile", "comment"]),
        (pictures.saved(pictures.quarters(), "JPEG", exif=pictures.thumbnailed_exif()), ["camera", "thumbnail"]),
        (pictures.moving_gif(), ["comment"]),
        (pictures.saved(pictures.quarters(), "PNG"), []),
    ],
)
def test_what_the_file_said_is_told_and_nothing_but_pixels_stays(data_dir: Path, content: bytes, told: list[str]) -> None:
    file = accepted(content)
    kept = stored(data_dir)
    assert (file.kind, file.state, file.told) == ("picture", "draft", told)
    assert set(kept) == {row.path for row in file.renditions.all()}
    for row in file.renditions.all():
        scan(kept[row.path], row.content_type)
        assert len(kept[row.path]) == row.bytes
        assert pictures.NEEDLE.encode() not in kept[row.path]
        assert Image.open(io.BytesIO(kept[row.path])).size == (row.width, row.height)
    assert quarantined(data_dir) == []
    assert [(each.verb, each.touched) for each in Entry.objects.all()] == [("file.accepted", [f"file:{file.pk}"])]


def test_a_photo_comes_in_every_width_below_its_own(data_dir: Path) -> None:
    file = accepted(pictures.saved(pictures.quarters(2000, 1500), "JPEG"))
    sizes = [(320, 240), (640, 480), (960, 720), (1600, 1200)]
    assert [(row.width, row.height) for row in of_type(file, "image/webp")] == sizes
    assert [(row.width, row.height) for row in of_type(file, "image/jpeg")] == [*sizes, (2000, 1500)]
    assert (file.width, file.height) == (2000, 1500)
    for row in file.renditions.all():
        seen = pictures.corners(Image.open(io.BytesIO(bytes_of(data_dir, row))))
        assert all(pictures.near(*pair) for pair in zip(seen, [pictures.RED, pictures.GREEN, pictures.BLUE, pictures.YELLOW], strict=True))


@pytest.mark.parametrize(
    ("width", "mode", "made"),
    [
        (1900, "RGB", {"image/jpeg": [320, 640, 960, 1900], "image/webp": [320, 640, 960, 1900]}),
        (1100, "RGBA", {"image/png": [320, 1100], "image/webp": [320, 1100]}),
        (1300, "RGBA", {"image/png": [320, 960], "image/webp": [320, 960, 1300]}),
    ],
)
def test_a_width_hardly_below_the_original_is_left_out(width: int, mode: str, made: dict[str, list[int]]) -> None:
    image = pictures.quarters(width, 10, mode)
    found: dict[str, list[int]] = {}
    for each in sorted(renditions([image], [], 0), key=lambda each: each.width):
        found.setdefault(each.content_type, []).append(each.width)
    assert found == made


def test_nothing_leaves_larger_than_the_site_allows(data_dir: Path) -> None:
    file = accepted(pictures.saved(pictures.quarters(6000, 300), "JPEG"))
    assert (file.width, file.height) == (4096, 205)
    assert max(row.width or 0 for row in file.renditions.all()) == 4096


def test_the_smallest_picture_is_a_picture(data_dir: Path) -> None:
    file = accepted(pictures.saved(Image.new("RGB", (1, 1), pictures.RED), "PNG"))
    assert sorted((row.width, row.height, row.content_type) for row in file.renditions.all()) == [
        (1, 1, "image/jpeg"),
        (1, 1, "image/webp"),
    ]


def test_transparency_stays_and_every_browser_gets_it(data_dir: Path) -> None:
    image = pictures.quarters(mode="RGBA")
    image.putalpha(Image.linear_gradient("L").resize(image.size))
    file = accepted(pictures.saved(image, "PNG"))
    assert {row.content_type for row in file.renditions.all()} == {"image/png", "image/webp"}
    for row in file.renditions.all():
        assert Image.open(io.BytesIO(bytes_of(data_dir, row))).convert("RGBA").getpixel((5, 2))[3] < 40  # type: ignore[index]


def test_a_moving_picture_moves_and_has_a_still(data_dir: Path) -> None:
    file = accepted(pictures.moving_gif())
    moving, still = of_type(file, "image/webp"), of_type(file, "image/jpeg")
    assert ([row.moving for row in moving], [row.moving for row in still]) == ([True], [False])
    shown = Image.open(io.BytesIO(bytes_of(data_dir, moving[0])))
    assert (getattr(shown, "n_frames", 0), shown.info["loop"]) == (3, 0)
    shown.seek(1)
    assert pictures.near(pictures.corners(shown)[0], pictures.GREEN)


@pytest.mark.parametrize(
    ("content", "code", "words"),
    [
        (b"", "empty", "empty"),
        (b"\x00\x00\x00\x18ftypheic" + b"\0" * 40, "heic", "Most compatible"),
        (b"%PDF-1.7\n%", "pdf", "PDF"),
        (b"\x00\x00\x00\x18ftypmp42" + b"\0" * 40, "video", "video"),
        (b"ID3\x04" + b"\0" * 40, "audio", "sound"),
        (b"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>", "svg", "SVG"),
        (b"<!DOCTYPE html><script>alert(1)</script>", "html", "web page"),
        (b"PK\x03\x04" + b"\0" * 40, "archive", "archive"),
        (b"Dear editors, see below", "text", "text file"),
        (b"\x01\x02\x03\x04\x05\x06\x07\x08\xff", "unknown", "JPEG, PNG, WebP or GIF"),
        (pictures.telling_jpeg()[:900], "broken", "damaged"),
        (pictures.png_of(30000, 30000), "too_many_pixels", "50 million pixels"),
        (b"GIF89a" + b"/*<script>alert(1)</script>*/=1;", "broken", "damaged"),
    ],
)
def test_what_is_no_picture_is_refused_with_a_sentence_that_helps(data_dir: Path, content: bytes, code: str, words: str) -> None:
    with pytest.raises(Refused) as refused:
        accepted(content)
    assert refused.value.code == code
    assert words in str(refused.value.sentence)
    assert (stored(data_dir), quarantined(data_dir), File.objects.count(), Entry.objects.count()) == ({}, [], 0, 0)


def test_a_file_announced_too_large_is_not_even_read(data_dir: Path) -> None:
    upload = Endless()
    with pytest.raises(Refused) as refused:
        accept.accept_picture(upload=upload, size=51 * 1024 * 1024)
    assert (refused.value.code, upload.given) == ("too_large", 0)
    assert "50 MB" in str(refused.value)


def test_a_file_that_lies_about_its_size_is_stopped_while_it_streams(data_dir: Path) -> None:
    upload = Endless()
    with pytest.raises(Refused) as refused:
        accept.accept_picture(upload=upload, size=1000)
    assert refused.value.code == "too_large"
    assert upload.given < 51 * 1024 * 1024
    assert quarantined(data_dir) == []


def test_what_hides_behind_a_picture_is_gone(data_dir: Path) -> None:
    tail = b"PK\x03\x04<script>alert('" + pictures.NEEDLE.encode() + b"')</script>"
    for content in (
        pictures.telling_jpeg() + tail,
        pictures.saved(pictures.quarters(), "PNG") + tail,
        pictures.moving_gif() + tail,
    ):
        accepted(content)
    assert all(pictures.NEEDLE.encode() not in kept and b"<script" not in kept for kept in stored(data_dir).values())


def test_a_rendition_that_carries_words_is_not_stored(data_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The saboteur: an encoder that forgets to make pictures bare."""
    dirty = Made(80, 60, "image/jpeg", pictures.telling_jpeg())
    monkeypatch.setattr(jail, "clean", lambda *_, **__: jail.Cleaned(80, 60, [], [dirty]))
    with pytest.raises(Refused):
        accepted(pictures.telling_jpeg())
    assert (stored(data_dir), File.objects.count()) == ({}, 0)


def test_a_full_disk_leaves_nothing_behind(data_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put, told = folder.put, []

    def put_one(path: str, content: bytes) -> None:
        told.append(path)
        if len(told) > 1:
            raise OSError(28, "No space left on device")
        put(path, content)

    monkeypatch.setattr(folder, "put", put_one)
    with pytest.raises(Refused) as refused:
        accepted(pictures.saved(pictures.quarters(), "PNG"))
    assert refused.value.code == "no_room"
    assert (stored(data_dir), quarantined(data_dir), Rendition.objects.count()) == ({}, [], 0)
    assert [file.state for file in File.objects.all()] == ["erased"]


def test_a_quarantine_without_room_is_a_sentence(data_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(quarantine.Held, "take", full)
    with pytest.raises(Refused) as refused:
        accepted(pictures.saved(pictures.quarters(), "PNG"))
    assert refused.value.code == "no_room"


STARTS = [b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF89a", b"RIFF\x40\0\0\0WEBP", b""]


@settings(max_examples=8)
@given(
    start=st.sampled_from([b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF89a", b"RIFF\x40\0\0\0WEBP", b""]),
    rest=st.binary(max_size=300),
)
def test_any_bytes_are_refused_or_accepted_and_nothing_else(data_dir: Path, start: bytes, rest: bytes) -> None:
    try:
        accepted(start + rest)
    except Refused as refused:
        assert str(refused.sentence)
    assert quarantined(data_dir) == []
