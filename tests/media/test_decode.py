"""The decoder, called in this process: kinds, modes, turns, colours, and hostile bytes by the hundred."""

import io
import warnings
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms, ImageFile

from commonwire.media import decode, parcel
from commonwire.media.decode import Cannot, Pixels
from tests.media import pictures
from tests.media.pictures import BLUE, GREEN, RED, YELLOW, corners, near, pixel


@pytest.fixture(autouse=True)
def _prepared() -> Iterator[None]:
    """As main() prepares the child, and back again: other tests share this process."""
    truncated, most = ImageFile.LOAD_TRUNCATED_IMAGES, Image.MAX_IMAGE_PIXELS
    with warnings.catch_warnings():
        decode.prepare()
        yield
    ImageFile.LOAD_TRUNCATED_IMAGES, Image.MAX_IMAGE_PIXELS = truncated, most


def _decoded(content: bytes, max_side: int = 4096) -> Image.Image:
    made = decode.decode(content, max_side=max_side)
    assert len(made.frames) == 1
    return made.frames[0]


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_turned_picture_stands_upright(orientation: int) -> None:
    """The same upright picture, stored in each of the eight ways a camera may store it."""
    turns = [None, Image.Transpose.FLIP_LEFT_RIGHT, Image.Transpose.ROTATE_180, Image.Transpose.FLIP_TOP_BOTTOM]
    turns += [Image.Transpose.TRANSPOSE, Image.Transpose.ROTATE_90, Image.Transpose.TRANSVERSE, Image.Transpose.ROTATE_270]
    turn, upright = turns[orientation - 1], pictures.quarters()
    lying = upright.transpose(turn) if turn else upright
    made = _decoded(pictures.saved(lying, "JPEG", quality=95, exif=pictures.exif(orientation)))
    assert made.size == (80, 60)
    assert all(near(*pair) for pair in zip(corners(made), [RED, GREEN, BLUE, YELLOW], strict=True))


@pytest.mark.parametrize(
    ("content", "mode"),
    [
        (pictures.saved(pictures.quarters(mode="CMYK"), "JPEG", quality=95), "RGB"),
        (pictures.saved(pictures.quarters().quantize(8), "PNG"), "RGB"),
        (pictures.saved(pictures.quarters(mode="RGBA"), "PNG"), "RGB"),
        (pictures.saved(pictures.quarters().quantize(8), "PNG", transparency=0), "RGBA"),
        (pictures.saved(pictures.quarters(), "PNG", transparency=RED), "RGBA"),
        (pictures.saved(pictures.quarters(), "WEBP", lossless=True), "RGB"),
        (pictures.saved(pictures.quarters(), "GIF"), "RGB"),
    ],
)
def test_every_mode_becomes_plain_colours(content: bytes, mode: str) -> None:
    made = _decoded(content)
    assert made.mode == mode
    assert near(corners(made)[3], YELLOW, 20)


@pytest.mark.parametrize(("value", "seen"), [(0, 0), (0x8000, 0x80), (0xFFFF, 0xFF), (0x00FF, 0)])
def test_sixteen_bits_are_scaled_not_cut(value: int, seen: int) -> None:
    assert near(pixel(_decoded(pictures.grey_16(9, 7, value)), 4, 4), (seen, seen, seen), 1)


def test_grey_stays_grey_and_black_and_white_too() -> None:
    grey = _decoded(pictures.saved(Image.new("L", (9, 9), 100), "JPEG"))
    bits = _decoded(pictures.saved(Image.new("1", (9, 9), 1), "PNG"))
    assert (grey.mode, bits.mode) == ("RGB", "RGB")
    assert near(pixel(grey, 4, 4), (100, 100, 100), 2)
    assert pixel(bits, 4, 4) == (255, 255, 255)


def test_transparent_palette_is_transparent() -> None:
    made = _decoded(pictures.saved(pictures.quarters(mode="P"), "PNG", transparency=pictures.quarters(mode="P").getpixel((2, 2))))
    assert made.mode == "RGBA"
    assert (pixel(made, 2, 2)[3], pixel(made, 70, 50)[3]) == (0, 255)


def test_colours_are_those_the_profile_means() -> None:
    """Under a profile that stores colours the other way round, the picture looks as its author saw it."""
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
    swapped = _profile_with_red_and_blue_swapped(srgb.tobytes())
    assert lab.tobytes() != srgb.tobytes()
    made = _decoded(pictures.saved(Image.new("RGB", (20, 20), (255, 0, 0)), "PNG", icc_profile=swapped))
    assert near(pixel(made, 9, 9), (0, 0, 255), 12)


def _profile_with_red_and_blue_swapped(profile: bytes) -> bytes:
    """sRGB whose table of tags names the red primary blue and the blue one red."""
    table = profile[128:]
    return profile[:128] + table.replace(b"rXYZ", b"????", 1).replace(b"bXYZ", b"rXYZ", 1).replace(b"????", b"bXYZ", 1)


def test_a_broken_profile_is_passed_over() -> None:
    made = _decoded(pictures.saved(pictures.quarters(), "PNG", icc_profile=b"no profile at all"))
    assert near(corners(made)[0], RED, 1)


@pytest.mark.parametrize(("width", "height", "size"), [(8000, 40, (1000, 5)), (1100, 1000, (1000, 909)), (900, 1000, (900, 1000))])
def test_large_pictures_are_made_smaller_in_proportion(width: int, height: int, size: tuple[int, int]) -> None:
    assert _decoded(pictures.saved(pictures.quarters(width, height), "JPEG"), max_side=1000).size == size


def test_large_transparency_is_made_smaller_still() -> None:
    clear = pictures.quarters(3000, 30, "RGBA")
    clear.putpixel((0, 0), (0, 0, 0, 0))
    made = _decoded(pictures.saved(clear, "PNG"))
    assert (made.mode, made.size) == ("RGBA", (2048, 20))


def test_the_jpeg_decoder_itself_halves_what_is_far_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    drafts: list[tuple[int, int]] = []
    monkeypatch.setattr("PIL.JpegImagePlugin.JpegImageFile.draft", lambda _self, _mode, size: drafts.append(size))
    _decoded(pictures.saved(pictures.quarters(2000, 1000), "JPEG"), max_side=500)
    _decoded(pictures.saved(pictures.quarters(700, 400), "JPEG"), max_side=500)
    assert drafts == [(500, 250)]


def test_too_many_frames_become_the_first() -> None:
    assert len(decode.decode(pictures.moving_gif(200, 4, 4), max_side=4096).frames) == 200
    many = decode.decode(pictures.moving_gif(201, 4, 4), max_side=4096)
    assert (len(many.frames), many.durations) == (1, [])


def test_too_large_a_film_becomes_its_first_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decode, "MOST_MOVING_PIXELS", 3 * 60 * 40 - 1)
    assert len(decode.decode(pictures.moving_gif(3), max_side=4096).frames) == 1


def test_times_of_frames_are_kept_within_reason() -> None:
    made = decode.decode(pictures.moving_gif(3), max_side=4096)
    assert (made.durations, made.loop) == ([120, 120, 120], 0)


SEEDS = [pictures.telling_jpeg(), pictures.telling_png(), pictures.telling_webp(), pictures.moving_gif()]


@settings(max_examples=150)
@given(seed=st.sampled_from(SEEDS), cuts=st.lists(st.tuples(st.floats(0, 1), st.binary(min_size=1, max_size=6)), max_size=8))
def test_a_damaged_picture_is_a_picture_or_raises_only_what_the_child_turns_into_a_sentence(
    seed: bytes, cuts: list[tuple[float, bytes]]
) -> None:
    content = bytearray(seed)
    for where, what in cuts:
        at = 2 + int(where * (len(content) - 2))
        content[at : at + len(what)] = what
    header = _child_answer(bytes(content))
    assert header.get("error", "") in ("", "broken", "unknown", "too_many_pixels", "too_heavy")
    assert "error" in header or (header["width"] > 0 and header["mode"] in ("RGB", "RGBA"))  # type: ignore[operator]


def _child_answer(content: bytes) -> dict[str, object]:

    out = io.BytesIO()
    decode._answer(content, 4096, out)
    out.seek(0)
    return parcel.receive_header(out)


def test_what_no_one_foresaw_is_broken(monkeypatch: pytest.MonkeyPatch) -> None:
    def surprise(*_: object, **__: object) -> Pixels:
        raise RecursionError

    monkeypatch.setattr(decode, "decode", surprise)
    assert _child_answer(b"x") == {"error": "broken"}


def test_only_the_four_kinds_are_opened() -> None:
    for form in ("TIFF", "BMP", "ICO", "TGA", "PPM", "PCX"):
        with pytest.raises(Cannot):
            decode.decode(pictures.saved(pictures.quarters(64, 64), form), max_side=4096)
