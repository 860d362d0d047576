"""From a stranger's bytes to pixels. Runs in a child process behind `walls`; imports nothing of Django.

Standard input is the upload, standard output a parcel: what it is, how large, what it told, then the rows of each frame, RGB or
RGBA. What cannot be decoded is told by a code (see `refused.py` for the sentences); a child that dies tells by dying.
"""

import io
import os
import sys
import warnings
from dataclasses import dataclass, field
from typing import BinaryIO

from PIL import GifImagePlugin, Image, ImageCms, ImageFile, JpegImagePlugin, MpoImagePlugin, PngImagePlugin, WebPImagePlugin

from commonwire.media import parcel
from commonwire.media.sniff import FORMATS, sniff
from commonwire.media.told import told
from commonwire.media.walls import raise_walls

SECONDS = 10
MOST_PIXELS = 50_000_000
MOST_FRAMES = 200
MOST_MOVING_PIXELS = 80_000_000
MOVING_SIDE = 960
CLEAR_SIDE = 2048  # of a picture with transparency: packing that takes ten times as long as colours do
_ORIENTATION = 0x0112
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
# Named so that they are loaded before the walls stand: afterwards no module file may be readable.
LOADED = (GifImagePlugin, JpegImagePlugin, MpoImagePlugin, PngImagePlugin, WebPImagePlugin)
_SRGB = ImageCms.createProfile("sRGB")


class Cannot(Exception):
    """Not a picture we can make again; the code says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass
class Pixels:
    kind: str
    frames: list[Image.Image]
    durations: list[int] = field(default_factory=list)  # milliseconds; empty for a still
    loop: int = 0
    told: list[str] = field(default_factory=list)

    def header(self) -> dict[str, object]:
        first = self.frames[0]
        size = {"width": first.width, "height": first.height, "mode": first.mode}
        return {"kind": self.kind, **size, "durations": self.durations, "loop": self.loop, "told": self.told}


def decode(content: bytes, *, max_side: int) -> Pixels:
    """Cannot for everything that has a sentence of its own; Pillow and its C libraries may raise anything else."""
    kind = sniff(content[:512])
    if kind not in FORMATS:
        raise Cannot(kind)
    image = _open(content, kind)
    if kind in ("gif", "webp") and getattr(image, "is_animated", False):
        moving = _moving(image, kind, min(max_side, MOVING_SIDE))
        if moving:
            return moving
        image = _open(content, kind)
    if kind == "jpeg":
        _draft(image, max_side)
    image.load()
    said = told(image)
    profile, turn = image.info.get("icc_profile"), _orientation(image)
    plain = _flatten(_to_srgb(_plain(_smaller(image, max_side)), profile))
    if plain.mode == "RGBA":
        plain = _smaller(plain, min(max_side, CLEAR_SIDE))
    return Pixels(kind, [plain.transpose(turn) if turn else plain], told=said)


def _open(content: bytes, kind: str) -> Image.Image:
    try:
        image = Image.open(io.BytesIO(content), formats=[FORMATS[kind]])
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
        raise Cannot("too_many_pixels") from error
    if image.width * image.height > MOST_PIXELS:
        raise Cannot("too_many_pixels")
    return image


def _draft(image: Image.Image, max_side: int) -> None:
    """Let the JPEG decoder itself halve what is far too large. Slightly below the limit is near enough: a quarter of the work."""
    longest = max(image.size)
    for scale in (8, 4, 2):
        if longest / scale >= max_side * 0.9:
            image.draft("RGB", (image.width // scale, image.height // scale))
            return


def _smaller(image: Image.Image, side: int) -> Image.Image:
    longest = max(image.size)
    if longest <= side:
        return image
    if image.mode in ("P", "1", "PA") or "transparency" in image.info:
        image = _plain(image)
    size = (max(1, round(image.width * side / longest)), max(1, round(image.height * side / longest)))
    return image.resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0)


def _plain(image: Image.Image) -> Image.Image:
    """Into a mode that a colour profile can be applied to: L, RGB, RGBA or CMYK."""
    if image.mode in ("I", "F") or image.mode.startswith("I;16"):
        return image.convert("I").point(lambda value: value / 256).convert("L")  # scaled: convert alone would cut
    if image.mode in ("P", "PA", "LA", "La", "RGBa") or "transparency" in image.info:
        return image.convert("RGBA")
    if image.mode == "1":
        return image.convert("L")
    return image if image.mode in ("L", "RGB", "RGBA", "CMYK") else image.convert("RGB")


def _to_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """The colours the profile means, in sRGB. A broken or unfitting profile is passed over: its picture is still a picture."""
    target = "RGBA" if image.mode == "RGBA" else "RGB"
    if profile:
        try:
            made = ImageCms.profileToProfile(image, ImageCms.ImageCmsProfile(io.BytesIO(profile)), _SRGB, outputMode=target)
        except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
            made = None
        if made is not None:
            return made
    return image.convert(target)


def _flatten(image: Image.Image) -> Image.Image:
    """Without an alpha channel that says nothing."""
    if image.mode == "RGBA" and image.getchannel("A").getextrema()[0] == 255:
        return image.convert("RGB")
    return image


def _orientation(image: Image.Image) -> Image.Transpose | None:
    try:
        return _TURNS.get(image.getexif().get(_ORIENTATION, 1))
    except Exception:  # noqa: BLE001  # broken metadata raises nearly anything; the picture then stays as it lies
        return None


def _moving(image: Image.Image, kind: str, side: int) -> Pixels | None:
    """All frames, smaller; None when there are too many of them, or when one is broken, so that the first stands for all."""
    count = getattr(image, "n_frames", 1)
    if not 1 < count <= MOST_FRAMES or count * image.width * image.height > MOST_MOVING_PIXELS:
        return None
    profile = image.info.get("icc_profile")
    frames, durations = [], []
    try:
        for number in range(count):
            image.seek(number)
            frame = _to_srgb(_smaller(image.convert("RGBA"), side), profile)
            frames.append(frame)
            durations.append(min(60_000, max(20, int(image.info.get("duration") or 100))))
    except (OSError, ValueError, EOFError, SyntaxError):
        return None
    plain = [_flatten(frame) for frame in frames]
    frames = plain if all(frame.mode == "RGB" for frame in plain) else frames
    loop = image.info.get("loop", 1 if kind == "gif" else 0)
    return Pixels(kind, frames, durations, min(int(loop), 1000), told(image))


def _answer(content: bytes, max_side: int, out: BinaryIO) -> None:
    try:
        made = decode(content, max_side=max_side)
    except Cannot as error:
        parcel.send(out, {"error": error.code})
    except MemoryError:
        parcel.send(out, {"error": "too_heavy"})
    except Exception:  # noqa: BLE001  # hostile files make decoders raise far more than OSError; each means the same: broken
        parcel.send(out, {"error": "broken"})
    else:
        parcel.send(out, made.header(), (frame.tobytes() for frame in made.frames))


def prepare() -> None:
    """Whole files only, and only those within the pixel limit; also called by tests that decode in their own process."""
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    warnings.simplefilter("error", Image.DecompressionBombWarning)


def main() -> None:
    """Arguments: longest side, most bytes; or `walls` to tell which walls stand."""
    prepare()
    standing = raise_walls(seconds=SECONDS)
    if sys.argv[1] == "walls":
        parcel.send(sys.stdout.buffer, standing)
    else:
        _answer(sys.stdin.buffer.read(int(sys.argv[2])), int(sys.argv[1]), sys.stdout.buffer)
    os._exit(0)  # nothing of a hostile file gets a last word in a destructor
