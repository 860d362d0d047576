"""Rows of typed links below a feature: `Coverage: photo … | photo …`, `event Read More | …`, `photo Photos: 1 | video Video: 1`."""

import re

from commonwire.archive.grammar.sections import Link, LinkRow

KINDS = {
    "event": "event",
    "calendar": "event",
    "article": "article",
    "text": "article",
    "photo": "photo",
    "photos": "photo",
    "image": "photo",
    "audio": "audio",
    "video": "video",
    "document": "document",
    "pdf": "document",
    "feature": "feature",
    "action": "action",
}
USUAL_LABELS = frozenset(
    {
        "read more",
        "more",
        "more info",
        "more information",
        "coverage",
        "more coverage",
        "previous coverage",
        "related coverage",
        "see also",
        "related",
        "related articles",
        "related features",
        "previous related features",
        "previous related indybay features",
        "previous related indybay feature",
        "upcoming events",
        "photos",
        "video",
        "videos",
        "audio",
        "reports",
        "updates",
        "background",
        "links",
    }
)
_WORD = rf"(?:imc_[a-z]+\.gif|{'|'.join(sorted(KINDS, key=len, reverse=True))})"
_LINK = re.compile(rf"^(?P<word>{_WORD}(?:(?:\s*[/+,&]\s*|\s+and\s+|\s+){_WORD})*)\s+(?P<label>\S.*)$")
_LABELLED = re.compile(r"^(?P<label>[^:|/]{2,60}):\s+(?P<rest>\S.*)$")
_WORDS_IN = re.compile(_WORD)


def kinds_of(word: str) -> tuple[str, ...]:
    """The kinds that a printed kind word names, in the house's words; `photo video` and `imc_photo.gif` are understood."""
    found = (each.removeprefix("imc_").removesuffix(".gif") for each in _WORDS_IN.findall(word))
    return tuple(dict.fromkeys(KINDS.get(each, each) for each in found))


def read_row(line: str) -> LinkRow | None:
    """The row that this line is, or None when it is prose."""
    text = line.strip()
    if len(text) > 5000:
        return None
    return _with_colon(text) or _with_bars(text)


def is_typed(row: LinkRow) -> bool:
    """A row that a kind word or a usual label gives away; one of bare labels between bars may be prose elsewhere."""
    return bool(row.word or row.label.casefold() in USUAL_LABELS or any(link.word for link in row.links))


def _with_colon(text: str) -> LinkRow | None:
    found = _LABELLED.match(text)
    if found is None:
        return None
    own = _link(found["label"].strip())
    links = _links(found["rest"])
    usual = own.label.casefold() in USUAL_LABELS
    if not (usual or (links[0].word and len(own.label.split()) <= 6 and _is_title(links[0].label))):
        return None
    if usual and len(links) == 1 and not links[0].word and not own.word and _is_sentence(found["rest"]):
        return None
    return LinkRow(text, own.word, own.label, ": ", links)


def _with_bars(text: str) -> LinkRow | None:
    links = _links(text)
    if len(links) == 1:
        only = links[0]
        return LinkRow(text, "", "", "", links) if only.word and len(text) <= 200 and _is_title(only.label) else None
    if any(not link.label or len(link.label) > 200 for link in links):
        return None
    if links[0].label.casefold() in USUAL_LABELS:
        return LinkRow(text, links[0].word, links[0].label, " | ", links[1:])
    return LinkRow(text, "", "", "", links)


def _links(text: str) -> tuple[Link, ...]:
    return tuple(_link(piece.strip()) for piece in re.split(r"\s\|\s|\s\|$|^\|\s", text))


def _link(text: str) -> Link:
    found = _LINK.match(text)
    return Link(found["word"], found["label"]) if found else Link("", text)


def _is_title(text: str) -> bool:
    """Opens with a capital letter, or with a number or mark before words of which most are capitalised; and is no sentence."""
    if _is_sentence(text) or text[:1].islower():
        return False
    words = [word for word in text.split() if word[:1].isalpha()]
    return text[:1].isupper() or sum(word[:1].isupper() for word in words) * 2 >= len(words)


def _is_sentence(text: str) -> bool:
    return text.rstrip("\"'”’ )").endswith((".", "!", "?")) and len(text) > 60
