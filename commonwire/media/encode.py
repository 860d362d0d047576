"""From pixels to the files that are served. Runs in a second child behind the same walls, which never sees a byte of the upload.

Standard input is what `decode` sends, standard output a parcel of renditions. Every picture is copied into a new one before it is
saved, so that there is nothing it could carry along; `strip_scan` looks again in the parent.
"""

import io
import os
import sys
from dataclasses import dataclass
from typing import Any, BinaryIO

from PIL import Image, JpegImagePlugin, PngImagePlugin, WebPImagePlugin

from commonwire.media import parcel
from commonwire.media.decode import MOST_FRAMES, MOST_MOVING_PIXELS
from commonwire.media.walls import raise_walls

SECONDS = 20
STEPS = (320, 640, 960, 1600)
STILL_STEPS = (320, 960)  # of a moving picture and for PNG, which is large
NEAR = 1.25  # a step is left out when the original is hardly larger
JPEG_QUALITY = 82
WEBP_QUALITY = 75
LOADED = (JpegImagePlugin, PngImagePlugin, WebPImagePlugin)


@dataclass(frozen=True)
class Made:
    width: int
    height: int
    content_type: str
    content: bytes
    moving: bool = False

    def header(self) -> dict[str, object]:
        size = {"width": self.width, "height": self.height, "bytes": len(self.content)}
        return {**size, "content_type": self.content_type, "moving": self.moving}


def renditions(frames: list[Image.Image], durations: list[int], loop: int) -> list[Made]:
    first = frames[0]
    if len(frames) > 1:
        return [_moving(frames, durations, loop), *_stills(first, STILL_STEPS, webp=False)]
    return _stills(first, STILL_STEPS if first.mode == "RGBA" else STEPS, webp=True)


def _stills(original: Image.Image, steps: tuple[int, ...], *, webp: bool) -> list[Made]:
    """For each width the form every browser knows and, smaller in bytes, WebP; the original's own, when large, in one form only."""
    made: list[Made] = []
    image, clear = original, original.mode == "RGBA"
    for width in sorted(widths(original.width, steps), reverse=True):
        image = _at_width(original, image, width)
        large = width >= steps[-1] * NEAR
        if not (clear and large):
            made.append(_png(image) if clear else _jpeg(image))
        if webp and (clear or not large):
            made.append(_webp(image))
    return made


def widths(original: int, steps: tuple[int, ...]) -> list[int]:
    return [*(step for step in steps if step * NEAR <= original), original]


def _at_width(original: Image.Image, larger: Image.Image, width: int) -> Image.Image:
    """Made from the next larger one, which is quicker and looks the same; heights are those of the original's own proportion."""
    if width == larger.width:
        return larger
    height = max(1, round(original.height * width / original.width))
    return larger.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=2.0)


def _jpeg(image: Image.Image) -> Made:
    return _saved(image, "image/jpeg", "JPEG", quality=JPEG_QUALITY, progressive=True, optimize=True)


def _png(image: Image.Image) -> Made:
    return _saved(image, "image/png", "PNG", compress_level=6)


def _webp(image: Image.Image) -> Made:
    return _saved(image, "image/webp", "WEBP", quality=WEBP_QUALITY, method=2)


def _saved(image: Image.Image, content_type: str, form: str, **choices: Any) -> Made:
    out = io.BytesIO()
    _bare(image).save(out, form, **choices)
    return Made(image.width, image.height, content_type, out.getvalue())


def _moving(frames: list[Image.Image], durations: list[int], loop: int) -> Made:
    out = io.BytesIO()
    first, *others = frames  # as _received made them: already nothing but pixels, and too many to copy
    choices: dict[str, Any] = {"duration": durations, "loop": loop, "quality": WEBP_QUALITY, "method": 0}
    first.save(out, "WEBP", save_all=True, append_images=others, **choices)
    return Made(first.width, first.height, "image/webp", out.getvalue(), moving=True)


def _bare(image: Image.Image) -> Image.Image:
    bare = Image.new(image.mode, image.size)
    bare.paste(image)
    return bare


def _received(pipe: BinaryIO, header: dict[str, Any], max_side: int) -> list[Image.Image]:
    """The frames; parcel.Torn when the decoder, which may be in a stranger's hand, claims what it may not."""
    width, height, mode = header.get("width"), header.get("height"), header.get("mode")
    durations = header.get("durations")
    if not (isinstance(width, int) and isinstance(height, int) and isinstance(durations, list) and mode in ("RGB", "RGBA")):
        raise parcel.Torn
    count = max(1, len(durations))
    most = MOST_MOVING_PIXELS if count > 1 else max_side * max_side
    if not (1 <= width <= max_side and 1 <= height <= max_side and count <= MOST_FRAMES and count * width * height <= most):
        raise parcel.Torn
    size = width * height * len(mode)
    return [Image.frombytes(mode, (width, height), parcel.receive(pipe, size)) for _ in range(count)]


def _answer(pipe: BinaryIO, out: BinaryIO, max_side: int) -> None:
    try:
        header = parcel.receive_header(pipe)
        if "error" in header:
            parcel.send(out, {"error": str(header["error"])})
            return
        frames = _received(pipe, header, max_side)
        made = renditions(frames, [int(each) for each in header["durations"]], int(header["loop"]))
    except MemoryError:
        parcel.send(out, {"error": "too_heavy"})
    except (parcel.Torn, ValueError, OSError, KeyError, TypeError):
        parcel.send(out, {"error": "broken"})
    else:
        tells = {"width": frames[0].width, "height": frames[0].height, "told": header.get("told", [])}
        parcel.send(out, {**tells, "renditions": [each.header() for each in made]}, (each.content for each in made))


def main() -> None:
    """Argument: longest side."""
    raise_walls(seconds=SECONDS)
    _answer(sys.stdin.buffer, sys.stdout.buffer, int(sys.argv[1]))
    os._exit(0)
