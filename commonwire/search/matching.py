"""Words as people type them, found in headlines as people wrote them: no difference of case or accent, each word anywhere.

A word becomes a regular expression of character classes alone (`cafe` finds `Café`), which SQLite and PostgreSQL read alike and which
cannot run away. Every headline is looked at, newest first, until there are enough: that is cheap for a small site.
"""

import re
from functools import cache, lru_cache
from unicodedata import normalize

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

MOST_WORDS = 8
_LATIN = (range(0x00C0, 0x0250), range(0x1E00, 0x1F00))


def words_of(text: str) -> list[str]:
    """The words to look for, each once; signs that stand alone are none."""
    words = [word for word in text.split() if re.search(r"\w", word)]
    return list(dict.fromkeys(words))[:MOST_WORDS]


def pattern_of(word: str) -> str:
    return "".join(_class_of(letter) for letter in normalize("NFC", word))


def marked(headline: str, words: list[str]) -> SafeString:
    """The headline with what was found in it as <mark>."""
    if not words:
        return format_html("{}", headline)
    found = re.compile("|".join(pattern_of(word) for word in sorted(words, key=len, reverse=True)))
    pieces, done = [], 0
    for match in found.finditer(headline):
        pieces += [(headline[done : match.start()], False), (match.group(), True)]
        done = match.end()
    pieces.append((headline[done:], False))
    return format_html_join("", "{}", ((format_html("<mark>{}</mark>", text) if is_found else text,) for text, is_found in pieces))


@lru_cache(maxsize=1000)
def _class_of(letter: str) -> str:
    """Letters alone stand in a class; any other sign is itself."""
    if not letter.isalpha():
        return re.escape(letter)
    base = _base(letter)
    cases = (letter, letter.lower(), letter.upper(), base, base.lower(), base.upper())
    alike = {each for each in cases if len(each) == 1} | _variants().get(base.lower(), frozenset())
    return f"[{''.join(sorted(alike))}]" if len(alike) > 1 else letter


def _base(letter: str) -> str:
    """The letter without its accents."""
    return normalize("NFD", letter)[0]


@cache
def _variants() -> dict[str, frozenset[str]]:
    """For each plain letter, all letters that are it with accents, large and small."""
    found: dict[str, set[str]] = {}
    for letter in map(chr, (code for some in _LATIN for code in some)):
        base = _base(letter)
        if base != letter:
            found.setdefault(base.lower(), set()).add(letter)
    return {base: frozenset(letters) for base, letters in found.items()}
