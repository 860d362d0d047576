"""Values that are words: their escapes, their HTML, their length."""

import quopri
import re

from commonwire.base.links import safe_href
from commonwire.base.text import clean_line, clean_text
from commonwire.subscriptions.reading.lines import Line
from commonwire.subscriptions.reading.markup import is_html, plain

LONGEST_TEXT = 20_000
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_BREAK = {"n": "\n", "N": "\n", "t": " "}


def unescaped(value: str) -> str:
    """`\\,` `\\;` `\\n`, and what some write besides: `\\:` and `\\"`. A backslash before anything else stays."""
    return _ESCAPE.sub(lambda found: _BREAK.get(found[1]) or (found[1] if found[1] in ",;:\\\"'" else found[0]), value)


def value_of(line: Line) -> str:
    """Its words, decoded where an older kind of file packed them."""
    if line.parameters.get("ENCODING", "").upper() == "QUOTED-PRINTABLE":
        raw = quopri.decodestring(line.value.encode("utf-8", "replace"))
        return raw.decode("utf-8", "replace")
    return unescaped(line.value)


def words_of(line: Line | None, longest: int, *, between: str = " ") -> str:
    """One line of words; `between` stands where lines broke."""
    if line is None:
        return ""
    text = clean_text(_without_html(value_of(line)[: longest * 20]))
    text = clean_line(between.join(part for each in text.split("\n") if (part := each.strip(" ,") if between != " " else each)))
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


def text_of(line: Line | None) -> str:
    """Many lines."""
    return clean_text(_without_html(value_of(line)))[:LONGEST_TEXT] if line else ""


def _without_html(text: str) -> str:
    return plain(text) if is_html(text) else text


def web_address(value: str) -> str:
    """An http or https address to print, or nothing."""
    value = clean_line(value[:2000]).strip("<>\"' ")
    if value.lower().startswith("www."):
        value = f"https://{value}"
    href = safe_href(value) if value.lower().startswith(("http://", "https://")) else None
    return href if href and len(href) <= 500 else ""


def listed(value: str) -> list[str]:
    """A list parted by commas, of which some are escaped."""
    return [clean_line(unescaped(each)) for each in re.split(r"(?<!\\),", value)]
