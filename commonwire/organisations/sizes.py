"""Wordings of sizes, read: "175+", "over 80,000", "about 5.000", "80k", "2,000–3,000", "más de 300"."""

import re
from dataclasses import dataclass

MOST = 2_000_000_000
_UNITS = {
    "k": 1_000,
    "thousand": 1_000,
    "mil": 1_000,
    "m": 1_000_000,
    "million": 1_000_000,
    "millions": 1_000_000,
    "millón": 1_000_000,
    "millon": 1_000_000,
    "millones": 1_000_000,
}
_UNIT = "|".join(sorted(_UNITS, key=len, reverse=True))
_NUMBER = re.compile(rf"(?<![\w.,])(\d[\d.,'’\u00a0\u202f]*(?: \d{{3}}(?!\d))*)\s?(?:({_UNIT})\b)?\s*(\+|plus\b)?", re.IGNORECASE)
_GROUPS = re.compile(r"\d{1,3}(?:[.,'’\u00a0\u202f ]\d{3})+")
_DECIMAL = re.compile(r"(\d+)[.,](\d{1,2})")
_NOT_BELOW = re.compile(r"\b(?:no|not) (?:fewer|less) than\b|\bno menos de\b", re.IGNORECASE)
_ABOVE = re.compile(
    r"\b(?:over|more than|at least|upwards of|minimum(?: of)?"
    r"|m[aá]s de|al menos|por lo menos|como m[ií]nimo)\b|[>≥]",
    re.IGNORECASE,
)
_ABOVE_AFTER = re.compile(r"\b(?:or more|and more|and up|o m[aá]s|y m[aá]s)\b", re.IGNORECASE)
_BELOW = re.compile(
    r"\b(?:up to|under|below|fewer than|less than|at most|no more than|not more than|hasta|menos de|como m[aá]ximo|no m[aá]s de)\b|[<≤]",
    re.IGNORECASE,
)
_JOINING = re.compile(r"\s*(?:[-–—]|to|and|or|a|y|o)\s*", re.IGNORECASE)


@dataclass(frozen=True)
class Range:
    """Between `low` and `high`; None where nothing was said."""

    low: int | None = None
    high: int | None = None

    @property
    def is_stated(self) -> bool:
        return self.low is not None or self.high is not None


def read_size(wording: str) -> Range:
    """What the wording says in numbers; an empty range where it says none, or several that do not belong together."""
    found = list(_NUMBER.finditer(wording))
    numbers = [_number(match[1], match[2] or "") for match in found]
    if not numbers or any(number is None for number in numbers):
        return Range()
    if len(found) == 2:
        return _between(wording, found)
    return _one(wording, found[0], numbers[0] or 0) if len(found) == 1 else Range()


def _one(wording: str, match: "re.Match[str]", number: int) -> Range:
    before, after = wording[: match.start()], wording[match.end() :]
    if not _NOT_BELOW.search(before) and _BELOW.search(before):  # asked before "above", which is in "no more than" too
        return Range(None, number)
    if match[3] or _NOT_BELOW.search(before) or _ABOVE.search(before) or _ABOVE_AFTER.search(after):
        return Range(number, None)
    return Range(number, number)


def _between(wording: str, found: "list[re.Match[str]]") -> Range:
    """Two numbers; a unit that is named once, as in "2 to 3 thousand", is of both."""
    first, second = found
    if not _JOINING.fullmatch(wording[first.end() : second.start()]):
        return Range()
    high = _number(second[1], second[2] or "")
    low = _number(first[1], first[2] or "")
    shared = _number(first[1], second[2] or "")
    if not first[2] and second[2] and shared is not None and high is not None and shared <= high:
        low = shared
    if low is None or high is None or low > high:
        return Range()
    return Range(low, None if second[3] else high)


def _number(digits: str, unit: str) -> int | None:
    """`5.000` and `5,000` are five thousand, `1.5` with a unit is one and a half; None when it is neither."""
    digits = digits.rstrip(".,'’\u00a0\u202f")
    times = _UNITS.get(unit.lower(), 1)
    decimal = _DECIMAL.fullmatch(digits)
    if digits.isdecimal():
        value = int(digits) * times
    elif _GROUPS.fullmatch(digits):
        value = int(re.sub(r"\D", "", digits)) * times
    elif decimal and unit:
        value = (int(decimal[1] + decimal[2]) * times) // 10 ** len(decimal[2])
    else:
        return None
    return value if value <= MOST else None
