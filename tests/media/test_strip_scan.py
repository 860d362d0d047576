"""The last look: clean files pass, and a word in any of the places words can hide turns it red."""

import io

import pytest
from PIL import Image

from commonwire.media.encode import renditions
from commonwire.media.strip_scan import Stray, scan
from tests.media import pictures


def test_everything_our_encoder_makes_passes() -> None:
    plain, clear = pictures.quarters(700, 500), pictures.quarters(400, 300, "RGBA")
    made = [*renditions([plain], [], 0), *renditions([clear], [], 0), *renditions([plain, plain.rotate(90)], [90, 90], 0)]
    assert {(each.content_type, each.moving) for each in made} == {
        ("image/jpeg", False),
        ("image/png", False),
        ("image/webp", False),
        ("image/webp", True),
    }
    for each in made:
        scan(each.content, each.content_type)


def test_a_picture_that_came_with_words_is_bare_when_it_leaves() -> None:
    carrying = Image.open(io.BytesIO(pictures.telling_jpeg()))
    for each in renditions([carrying.convert("RGB")], [], 0):
        scan(each.content, each.content_type)


PLAIN = pictures.quarters()
CLEAN_PNG = pictures.saved(PLAIN, "PNG")


@pytest.mark.parametrize(
    ("content", "content_type", "named"),
    [
        (pictures.saved(PLAIN, "JPEG", comment=b"by me"), "image/jpeg", "FE"),
        (pictures.saved(PLAIN, "JPEG", exif=pictures.exif()), "image/jpeg", "E1"),
        (pictures.saved(PLAIN, "JPEG", icc_profile=pictures.profile()), "image/jpeg", "E2"),
        (pictures.saved(PLAIN, "JPEG") + b"tail", "image/jpeg", "after the end"),
        (pictures.saved(PLAIN, "JPEG")[:-2], "image/jpeg", "no end"),
        (pictures.telling_png(), "image/png", "iCCP"),
        (pictures.saved(PLAIN, "PNG", dpi=(72, 72)), "image/png", "pHYs"),
        (CLEAN_PNG + b"tail", "image/png", "after the end"),
        (CLEAN_PNG[:-12], "image/png", "chunk"),
        (pictures.saved(PLAIN, "WEBP", exif=pictures.exif()), "image/webp", "VP8X"),
        (pictures.saved(PLAIN, "WEBP", xmp=pictures.xmp()), "image/webp", "VP8X"),
        (pictures.saved(PLAIN, "WEBP") + b"tail", "image/webp", "after the end"),
        (pictures.moving_gif(), "image/gif", "nothing is known"),
        (CLEAN_PNG, "image/jpeg", "no start"),
        (b"", "image/png", "no start"),
    ],
)
def test_anything_else_is_stray_and_named(content: bytes, content_type: str, named: str) -> None:
    with pytest.raises(Stray, match=named):
        scan(content, content_type)


def test_the_clean_ones_of_these_pass() -> None:
    """The control: without its words each of them is let through."""
    for form in ("JPEG", "PNG", "WEBP"):
        scan(pictures.saved(PLAIN, form), f"image/{form.lower()}")


def test_a_thumbnail_in_the_jpeg_header_is_stray() -> None:
    content = pictures.saved(PLAIN, "JPEG")
    with pytest.raises(Stray, match="APP0"):
        scan(content[:18] + b"\x01\x01" + content[20:], "image/jpeg")
