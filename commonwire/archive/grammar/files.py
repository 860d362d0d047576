"""Lines that a file left behind: its name, `original image (WxH)`, `Listen now:`, `Download Audio (12.3 MB)`, `PDF`."""

import re

from commonwire.archive.grammar import words
from commonwire.archive.grammar.page import Outcome
from commonwire.archive.grammar.sections import MediaFile
from commonwire.archive.grammar.source import Source

_MEDIA = {
    "photo": ("jpg", "jpeg", "png", "gif", "webp", "bmp", "tif", "tiff", "svg"),
    "audio": ("mp3", "ogg", "oga", "m4a", "wav", "aac", "flac", "ram", "rm", "m3u", "wma"),
    "video": ("mp4", "mov", "avi", "mpg", "mpeg", "wmv", "flv", "m4v", "webm", "ogv", "3gp", "asf"),
    "document": ("pdf", "doc", "docx", "rtf", "odt", "txt", "xls", "xlsx", "ppt", "pptx", "zip"),
}
_MEDIUM_OF = {ending: medium for medium, endings in _MEDIA.items() for ending in endings}
_SIZE = r"(?:\s*\((?P<size>[0-9][0-9.,]*\s*(?:bytes|[KMG]i?B?))\))"
_NAME = re.compile(rf"^(?P<name>[^\s/\\:<>\"|?*]+\.(?P<ending>{'|'.join(_MEDIUM_OF)})){_SIZE}?$", re.IGNORECASE)
_ORIGINAL = re.compile(r"^original (?P<what>image|video)\s*\((?P<width>[0-9]{1,6})\s*[x×]\s*(?P<height>[0-9]{1,6})\)$", re.IGNORECASE)
_KIND = r"audio|mp3|video|movie|pdf|document|image|photo|file"
_LABEL = re.compile(
    rf"^(?:(?P<verb>download|listen to|watch|view|play)\s+(?:the\s+|this\s+)?(?P<kind>{_KIND})|(?P<alone>PDF)){_SIZE}?:?$",
    re.IGNORECASE,
)
_NOW = re.compile(r"^(?P<verb>listen|watch) now\s*:?$", re.IGNORECASE)
_EMBED = re.compile(r"^copy the (?:code below|following) to embed\b.*", re.IGNORECASE)
_KIND_MEDIUM = {"mp3": "audio", "movie": "video", "pdf": "document", "image": "photo", "file": ""}


class _Mark:
    """What one line says of a file; a slot left None is not spoken of."""

    def __init__(self, slot: str, medium: str, name: str = "", size: str = "", pixels: tuple[int, int] | None = None) -> None:
        self.slot, self.medium, self.name, self.size, self.pixels = slot, medium, name, size, pixels


def _mark(text: str) -> _Mark | None:
    if len(text) > 250:
        return None
    if found := _NAME.match(text):
        medium = "document" if ".pdf_" in text.lower() else _MEDIUM_OF[found["ending"].lower()]
        return _Mark("name", medium, name=found["name"], size=found["size"] or "")
    if found := _ORIGINAL.match(text):
        return _Mark("pixels", "photo" if found["what"].lower() == "image" else "video", pixels=(int(found["width"]), int(found["height"])))
    if found := _LABEL.match(text):
        kind = (found["kind"] or found["alone"]).lower()
        return _Mark("kind" if found["alone"] else "download", _KIND_MEDIUM.get(kind, kind), size=found["size"] or "")
    if found := _NOW.match(text):
        return _Mark("now", "audio" if found["verb"].lower() == "listen" else "video")
    return None


def is_file_line(text: str) -> bool:
    return _mark(text) is not None


def is_original(text: str) -> bool:
    return bool(_ORIGINAL.match(text))


def is_embed_offer(text: str) -> bool:
    return bool(_EMBED.match(text))


def take_file(source: Source, index: int, end: int, alt_index: int | None = None) -> tuple[MediaFile, int]:
    """The file whose first line stands at `index` (with its alt text in the line `alt_index` before it), and the line after it."""
    slots: set[str] = set()
    lines: list[str] = []
    medium = name = alt = size = ""
    width = height = None
    if alt_index is not None:
        alt = source.text(alt_index)
        lines.append(alt)
        source.place(alt_index, words.ALT)
    while index < end:
        text = source.text(index)
        if is_embed_offer(text):
            source.discard(index, words.EMBED_OFFER)
        elif name and text == name:
            source.place(index, words.ALT_FILE, Outcome.REPORTED)
        else:
            mark = _mark(text)
            if mark is None or mark.slot in slots or (medium and mark.medium and not _agree(medium, mark)):
                break
            slots.add(mark.slot)
            lines.append(text)
            medium, name, size = medium or mark.medium, name or mark.name, size or mark.size
            width, height = mark.pixels or (width, height)
            source.place(index, {"name": words.FILE_NAME, "pixels": words.ORIGINAL}.get(mark.slot, words.FILE_LABEL))
        index += 1
    return MediaFile(tuple(lines), medium, name, alt, width, height, size), index


def _agree(medium: str, mark: _Mark) -> bool:
    """A picture of a document's first page belongs to the document."""
    return medium == mark.medium or (medium == "document" and mark.slot == "pixels")
