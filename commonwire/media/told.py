"""What an upload says besides the picture, as a list of codes. Runs in the child; the words themselves never leave it."""

from collections.abc import Iterable
from typing import Any

from PIL import ExifTags, Image

CODES = ("place", "time", "camera", "names", "thumbnail", "profile", "comment")

_EXIF_IFD, _GPS_IFD, _THUMBNAIL_IFD = ExifTags.IFD.Exif, ExifTags.IFD.GPSInfo, ExifTags.IFD.IFD1
_TAGS = {
    0x010E: "comment",  # ImageDescription
    0x010F: "camera",  # Make
    0x0110: "camera",  # Model
    0x0131: "camera",  # Software
    0x0132: "time",
    0x013B: "names",  # Artist
    0x8298: "names",  # Copyright
    0x9003: "time",
    0x9004: "time",
    0x927C: "camera",  # MakerNote
    0x9286: "comment",  # UserComment
    0x9C9B: "comment",  # XPTitle
    0x9C9C: "comment",
    0x9C9D: "names",  # XPAuthor
    0xA430: "names",  # CameraOwnerName
    0xA431: "camera",  # serial number of the body
    0xA434: "camera",
    0xA435: "camera",
}
_XMP_WORDS = {
    "place": (b"GPSLatitude", b"Location", b"photoshop:City", b"photoshop:Country"),
    "time": (b"CreateDate", b"ModifyDate", b"DateCreated", b"DateTimeOriginal", b"MetadataDate"),
    "camera": (b"tiff:Make", b"tiff:Model", b"CreatorTool", b"SerialNumber", b"aux:Lens"),
    "names": (b"dc:creator", b"dc:rights", b"PersonInImage", b"CreatorContactInfo", b"photoshop:Credit"),
    "thumbnail": (b"xmpGImg", b"xmp:Thumbnails"),
    "comment": (b"dc:description", b"dc:title", b"dc:subject", b"photoshop:Headline"),
}
_IPTC = {80: "names", 110: "names", 116: "names", 122: "names", 90: "place", 92: "place", 95: "place", 101: "place"}
_IPTC |= {55: "time", 60: "time", 62: "time", 5: "comment", 25: "comment", 105: "comment", 120: "comment"}
_TEXT_KEYS = {"author": "names", "copyright": "names", "creation time": "time", "software": "camera", "source": "camera"}
_QUIET_KEYS = {"srgb", "gamma", "dpi", "jfif", "interlace", "transparency", "aspect"}


def told(image: Image.Image) -> list[str]:
    """Codes in the order of CODES. Read after the pixels: PNG may speak behind them."""
    info = image.info
    found = set(_from_exif(image)) | set(_from_xmp(info)) | set(_from_iptc(info)) | set(_from_text(image))
    if info.get("icc_profile"):
        found.add("profile")
    if info.get("comment"):
        found.add("comment")
    if info.get("mp"):
        found.add("thumbnail")
    return [code for code in CODES if code in found]


def _from_exif(image: Image.Image) -> Iterable[str]:
    try:
        exif = image.getexif()
        tags = {**exif, **exif.get_ifd(_EXIF_IFD)}
        if any(exif.get_ifd(_GPS_IFD)):
            yield "place"
        if exif.get_ifd(_THUMBNAIL_IFD):
            yield "thumbnail"
    except Exception:  # noqa: BLE001  # broken metadata raises nearly anything, and it is thrown away with the file in any case
        return
    yield from (code for tag, code in _TAGS.items() if tags.get(tag))


def _from_xmp(info: dict[Any, Any]) -> Iterable[str]:
    xmp = info.get("xmp") or info.get("XML:com.adobe.xmp") or b""
    content = xmp.encode("utf-8", "replace") if isinstance(xmp, str) else bytes(xmp)
    return (code for code, words in _XMP_WORDS.items() if any(word in content for word in words))


def _from_iptc(info: dict[Any, Any]) -> Iterable[str]:
    blocks = info.get("photoshop")
    content = blocks.get(0x0404, b"") if isinstance(blocks, dict) else b""
    return (code for number, code in _IPTC.items() if bytes((0x1C, 2, number)) in content)


def _from_text(image: Image.Image) -> Iterable[str]:
    texts = getattr(image, "text", None)
    for key in texts if isinstance(texts, dict) else ():
        name = str(key).lower()
        if name not in _QUIET_KEYS and not name.startswith(("xml:", "raw profile")):
            yield _TEXT_KEYS.get(name, "comment")
