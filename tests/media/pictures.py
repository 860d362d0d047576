"""Pictures as strangers send them: with places, names and comments in them, turned, broken, or not pictures at all."""

import io
import struct
import zlib
from typing import Any

from PIL import Image, ImageCms, PngImagePlugin

NEEDLE = "NEEDLE-Elena-Quay-51.77"
RED, GREEN, BLUE, YELLOW = (200, 30, 40), (30, 160, 60), (40, 60, 190), (220, 210, 40)


def quarters(width: int = 80, height: int = 60, mode: str = "RGB") -> Image.Image:
    """Red, green above blue, yellow: whoever turns it shows."""
    image = Image.new("RGB", (width, height), RED)
    image.paste(GREEN, (width // 2, 0, width, height // 2))
    image.paste(BLUE, (0, height // 2, width // 2, height))
    image.paste(YELLOW, (width // 2, height // 2, width, height))
    return image.convert(mode)


def saved(image: Image.Image, form: str, **choices: Any) -> bytes:
    out = io.BytesIO()
    image.save(out, form, **choices)
    return out.getvalue()


def exif(orientation: int = 1) -> Image.Exif:
    """Place, time, camera, names and a comment, each with the needle in it where words fit."""
    made = Image.Exif()
    made[0x010F], made[0x0110], made[0x013B], made[0x010E] = f"{NEEDLE} make", "model", f"{NEEDLE} artist", f"{NEEDLE} words"
    made[0x0132], made[0x0112] = "2026:01:16 20:21:37", orientation
    made.get_ifd(0x8825).update({1: "N", 2: (36.0, 57.0, 1.0), 3: "W", 4: (122.0, 1.0, 2.0)})
    return made


def xmp() -> bytes:
    return f"<x:xmpmeta xmlns:x='adobe:ns:meta/'><dc:creator>{NEEDLE}</dc:creator></x:xmpmeta>".encode()


def profile() -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def thumbnailed_exif() -> bytes:
    """An EXIF block by hand, whose second directory is a thumbnail: Pillow writes none."""
    small = saved(quarters(16, 12), "JPEG")
    first = struct.pack("<HHHIIII", 1, 0x010F, 2, 4, int.from_bytes(b"cam\0", "little"), 26, 0)[:-4]
    second = struct.pack("<HHHIIHHIII", 2, 0x0201, 4, 1, 26 + 30, 0x0202, 4, 1, len(small), 0)
    return b"Exif\0\0" + b"II*\0" + struct.pack("<I", 8) + first + second + small


def telling_jpeg(orientation: int = 1, **choices: Any) -> bytes:
    said = {"exif": exif(orientation), "comment": NEEDLE.encode(), "icc_profile": profile(), "xmp": xmp()}
    return saved(quarters(), "JPEG", quality=95, **{**said, **choices})


def telling_png() -> bytes:
    words = PngImagePlugin.PngInfo()
    words.add_text("Author", NEEDLE)
    words.add_itxt("Description", NEEDLE)
    words.add_text("Comment", NEEDLE * 50, zip=True)
    return saved(quarters(), "PNG", pnginfo=words, icc_profile=profile(), exif=exif())


def telling_webp() -> bytes:
    return saved(quarters(), "WEBP", exif=exif(), xmp=xmp(), icc_profile=profile(), quality=95)


def moving_gif(count: int = 3, width: int = 60, height: int = 40) -> bytes:
    colours = [RED, GREEN, BLUE]
    frames = [Image.new("RGB", (width, height), colours[number % 3]) for number in range(count)]
    return saved(frames[0], "GIF", save_all=True, append_images=frames[1:], duration=120, loop=0, comment=NEEDLE.encode())


def png_of(width: int, height: int, *, bits: int = 8, colour: int = 2, rows: bytes | None = None) -> bytes:
    """A PNG by hand: a header that promises what no honest file holds, or a depth that Pillow does not write."""
    header = struct.pack(">IIBBBBB", width, height, bits, colour, 0, 0, 0)
    body = zlib.compress(rows if rows is not None else b"\0" * 100)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", body) + _chunk(b"IEND", b"")


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def grey_16(width: int, height: int, value: int) -> bytes:
    return png_of(width, height, bits=16, colour=0, rows=(b"\0" + struct.pack(">H", value) * width) * height)


def corners(image: Image.Image) -> list[tuple[int, ...]]:
    """The colours a little inside of the four corners, in reading order."""
    plain = image.convert("RGB")
    right, low = plain.width - 1 - plain.width // 8, plain.height - 1 - plain.height // 8
    left, high = plain.width // 8, plain.height // 8
    return [pixel(plain, *at) for at in ((left, high), (right, high), (left, low), (right, low))]


def pixel(image: Image.Image, x: int, y: int) -> tuple[int, ...]:
    found = image.getpixel((x, y))
    assert isinstance(found, tuple)
    return found


def near(one: tuple[int, ...], other: tuple[int, ...], by: int = 14) -> bool:
    return all(abs(a - b) <= by for a, b in zip(one, other, strict=True))
