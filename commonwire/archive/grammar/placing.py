"""Lines that place a page: `Related Categories: A | B`, `A | B`, or `U.S. Labor & Workers`, names joined by a space alone."""

import re

from commonwire.archive import indybay
from commonwire.archive.grammar.page import PlaceName, Placing

_PREFIX = re.compile(r"^(?:Related Categories|Categories|Regions?|Topics?)\s*:\s*", re.IGNORECASE)
_LONGEST = 600
_EDGE = re.compile(r"[\s,|/]+")
_REGION_NAMES = indybay.names_by_length(indybay.REGIONS)
_TOPIC_NAMES = indybay.names_by_length(indybay.TOPICS)


def read_placing(text: str) -> Placing:
    """Every name of the line in order; what is no known region or topic is kept as `unknown`."""
    listed = _PREFIX.sub("", text.strip())
    if len(listed) > _LONGEST:
        return Placing((PlaceName("unknown", listed),))
    if "|" in listed:
        return Placing(tuple(_name(piece.strip()) for piece in listed.split("|") if piece.strip()))
    return Placing(tuple(_joined(listed)))


def announced(text: str) -> bool:
    """The line says itself that it names regions and topics."""
    return bool(_PREFIX.match(text.strip())) and bool(read_placing(text).names)


def all_known(placing: Placing) -> bool:
    return bool(placing.names) and not placing.unknown


def some_known(placing: Placing) -> bool:
    """At least one known name, and for a line without bars a known region that opens it."""
    return bool(placing.regions or placing.topics) and placing.names[0].kind != "unknown"


def _name(text: str) -> PlaceName:
    place = indybay.place_named(text)
    return PlaceName(place.kind, text, place.slug) if place else PlaceName("unknown", text)


def _joined(text: str) -> list[PlaceName]:
    found: list[PlaceName] = []
    unknown: list[str] = []
    while text:
        known = _known_at_start(text)
        if known is None:
            word, _, text = text.partition(" ")
            unknown.append(word)
            text = text.lstrip()
            continue
        _flush(unknown, found)
        found.append(known)
        text = _EDGE.sub("", text[len(known.text) :], count=1) if _EDGE.match(text[len(known.text) :]) else ""
    _flush(unknown, found)
    return found


def _flush(unknown: list[str], found: list[PlaceName]) -> None:
    if any(unknown):
        found.append(PlaceName("unknown", " ".join(filter(None, unknown))))
    unknown.clear()


def _known_at_start(text: str) -> PlaceName | None:
    """The longest known region that opens the text, otherwise the longest topic; it must end where a word ends."""
    for names in (_REGION_NAMES, _TOPIC_NAMES):
        for name, place in names:
            opening, rest = text[: len(name)], text[len(name) :]
            if opening.casefold() == name.casefold() and (not rest or _EDGE.match(rest)):
                return PlaceName(place.kind, opening, place.slug)
    return None
