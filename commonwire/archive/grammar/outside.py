"""What a text points to: additional media as title and address, the production credit, the related address."""

import re

from commonwire.archive.grammar import words
from commonwire.archive.grammar.release import is_shouted, is_status
from commonwire.archive.grammar.sections import AdditionalMedia, ExternalMedium, ProductionCredit, Related
from commonwire.archive.grammar.source import Source

_URL = re.compile(r"^(?:https?|ftp)://\S+$|^www\.[\w-]+\.\S+$", re.IGNORECASE)
_MEDIA_LABEL = re.compile(r"^(?:additional|related|further|more|other) (?:media|videos?|audio)\s*:?$", re.IGNORECASE)
_CREDIT = re.compile(r"^(?:a\s+)?(?:production of|produced by)\s+(?P<name>\S.{0,150})$", re.IGNORECASE)
_RELATED = re.compile(r"^for more information\s*:\s*(?P<url>\S+)$", re.IGNORECASE)
_RELATED_LABEL = re.compile(r"^for more information\s*:$", re.IGNORECASE)
_TITLE_LONGEST = 250


def is_url(text: str) -> bool:
    return bool(_URL.match(text))


def is_media_label(text: str) -> bool:
    return bool(_MEDIA_LABEL.match(text))


def is_credit(text: str) -> bool:
    return bool(_CREDIT.match(text)) and not text.endswith(".")


def is_related(text: str) -> bool:
    return bool(_RELATED.match(text))


def opens_related(source: Source, index: int, end: int) -> bool:
    """The label with its address behind it or on the next line."""
    text = source.text(index)
    below = source.text(index + 1) if index + 1 < end else ""
    return is_related(text) or bool(_RELATED_LABEL.match(text) and is_url(below))


def take_related(source: Source, index: int) -> tuple[Related, int]:
    text = source.text(index)
    source.place(index, words.RELATED)
    if found := _RELATED.match(text):
        return Related(text, found["url"]), index + 1
    source.place(index + 1, words.RELATED)
    return Related(text, source.text(index + 1)), index + 2


def take_credit(source: Source, index: int, end: int) -> tuple[ProductionCredit, int]:
    """`Production of NAME` and, on the very next line, its address."""
    text = source.text(index)
    found = _CREDIT.match(text)
    source.place(index, words.CREDIT)
    url = source.text(index + 1) if index + 1 < end else ""
    if not is_url(url):
        return ProductionCredit(text, found["name"] if found else text), index + 1
    source.place(index + 1, words.CREDIT_URL)
    return ProductionCredit(text, found["name"] if found else text, url), index + 2


def take_media(source: Source, index: int, end: int) -> tuple[AdditionalMedia, int]:
    """The list under `Additional Media:`. It ends before the first line that opens neither a pair nor a lone title before one."""
    label = source.text(index)
    source.place(index, words.MEDIA_LABEL)
    items: list[ExternalMedium] = []
    index += 1
    while True:
        first = source.filled(index, end)
        if first >= end or not _opens_item(source, first, end):
            return AdditionalMedia(label, tuple(items)), index
        item, index = _take_item(source, first, end)
        items.append(item)


def _take_item(source: Source, index: int, end: int) -> tuple[ExternalMedium, int]:
    text = source.text(index)
    if is_url(text):
        source.place(index, words.MEDIA_URL)
        return ExternalMedium("", text), index + 1
    address = source.filled(index + 1, end)
    if address < end and is_url(source.text(address)):
        source.place(index, words.MEDIA_TITLE)
        source.place(address, words.MEDIA_URL)
        return ExternalMedium(text, source.text(address)), address + 1
    source.place(index, words.MEDIA_LONE)
    return ExternalMedium(text, ""), index + 1


def _opens_item(source: Source, index: int, end: int) -> bool:
    text = source.text(index)
    if is_url(text):
        return True
    if not _may_be_title(text) or _is_block(text):
        return False
    following = source.filled(index + 1, end)
    if following >= end:
        return False
    if is_url(source.text(following)):
        return True
    return len(text) < 160 and not text.endswith(".") and _comes_before_item(source, following, end)


def _comes_before_item(source: Source, index: int, end: int) -> bool:
    """A title without an address is believed when a pair, an address or a production credit follows it."""
    text = source.text(index)
    if is_credit(text):
        return True
    following = source.filled(index + 1, end)
    return _may_be_title(text) and not _is_block(text) and following < end and is_url(source.text(following))


def _may_be_title(text: str) -> bool:
    return len(text) <= _TITLE_LONGEST


def _is_block(text: str) -> bool:
    return is_credit(text) or is_media_label(text) or is_related(text) or is_status(text) or is_shouted(text)
