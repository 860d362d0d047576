"""What the day is called: words behind a date and a colon, or what somebody "calls for"."""

import re
from collections.abc import Sequence

from commonwire.findings.facts import Fact, FactKind, Found
from commonwire.findings.lines import Line
from commonwire.findings.rules.dates import DATE

_LEADING = re.compile(rf"(?:{DATE.pattern}):\s+", re.IGNORECASE)
_TITLE_CASE = re.compile(r"(?:[A-Z0-9][\w’'&-]*)(?: (?:(?:of|and|the|for|to|in|on|a|an|&|without|against) )*[A-Z0-9][\w’'&-]*)*")
_CALLED_FOR = re.compile(r"\bcall(?:s|ed)?\s+for\s+(?:an?\s+)?(?P<name>[\w&' \xa0-]*?\bday\s+of\s+[\w&' \xa0-]+?)\s+on\b", re.IGNORECASE)
_TITLES = ("headline", "stack", "release-headline")


def names(lines: Sequence[Line]) -> Found:
    for line in lines:
        for leading in _LEADING.finditer(line.text):
            behind = line.text[leading.end() :]
            name = behind if line.role in _TITLES else _title_of(behind)
            if name:
                yield Fact(FactKind.NAME, {"name": _calm(name.strip(" ."))}, f"{leading.group()}{name}", line)
        called = _CALLED_FOR.search(line.text)
        if called and line.role in ("headline", "paragraph"):
            yield Fact(FactKind.NAME, {"name": " ".join(called["name"].split()), "note": "described so"}, called.group(), line)


def slogans(lines: Sequence[Line]) -> Found:
    """Lines of a headline's stack that are no name of the day: they are its slogans and second titles."""
    known = {fact.value["name"].casefold() for fact in names(lines)}
    for line in lines:
        if line.role == "stack" and not DATE.match(line.text):
            if line.text.casefold() in known:
                yield Fact(FactKind.NAME, {"name": line.text}, line.text, line)
            else:
                yield Fact(FactKind.SLOGAN, {"slogan": line.text}, line.text, line)


def _title_of(text: str) -> str:
    """The words in title case with which a text begins, at least three of them."""
    found = _TITLE_CASE.match(text)
    return found.group() if found and len(found.group().split()) > 2 else ""


def _calm(name: str) -> str:
    """A name in capitals only, as it would stand in a text."""
    if not name.isupper():
        return name
    small = {"of", "and", "the", "for", "to", "in", "on", "a", "an", "or"}
    words = name.lower().split()
    return " ".join(word if number and word in small else word[:1].upper() + word[1:] for number, word in enumerate(words))
