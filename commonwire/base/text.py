"""Text from strangers, made plain: normal form, no control or direction-changing characters, honest line ends."""

import re
import unicodedata

from anyascii import anyascii

# C0 and C1 controls but tab and newline, the bidirectional overrides and isolates, byte-order mark, line and paragraph separators.
_UNWANTED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff]|[\ud800-\udfff]")

# Word processors and page breaks in pasted PDFs end lines with these.
_LINE_END = re.compile("\r\n|[\r\x0b\x0c\x85\u2028]")


def clean_text(text: str) -> str:
    """Many lines: NFC, \\n line ends, no trailing spaces, no blank lines at either end; every visible character stays."""
    text = _LINE_END.sub("\n", text).replace("\u2029", "\n\n")
    text = unicodedata.normalize("NFC", _UNWANTED.sub("", text))  # in this order: an unwanted character may part two that compose
    return "\n".join(line.rstrip() for line in text.split("\n")).strip("\n")


def clean_line(text: str) -> str:
    """One line: as clean_text, and runs of white space become one space."""
    return " ".join(clean_text(text).split())


def slug(text: str, longest: int = 60) -> str:
    """ASCII words joined by hyphens, cut at a word; `post` when nothing is left."""
    words = re.findall(r"[a-z0-9]+", anyascii(text.replace("'", "").replace("’", "")).lower())
    made = ""
    for word in words:
        if made and len(made) + 1 + len(word) > longest:
            break
        made = f"{made}-{word}" if made else word[:longest]
    return made or "post"


def excerpt(text: str, longest: int = 200) -> str:
    """The beginning of plain text, cut at a word, with an ellipsis when something was cut; never more than `longest` characters."""
    line = clean_line(text)
    if len(line) <= longest:
        return line
    head = line[:longest]
    cut = head.rsplit(" ", 1)[0]
    return (cut if longest // 2 < len(cut) < longest else head[:-1]).rstrip(" ,.;:") + "…"
