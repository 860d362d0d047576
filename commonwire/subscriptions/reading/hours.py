"""Hours that stand in the text of an event: `7:00 PM - 9:00 PM`, `19:00–21:00`, `Time: 7pm`."""

import re
from dataclasses import dataclass
from datetime import time

LOOKED_AT = 4_000  # characters
_HOUR = r"(\d{1,2})(?:[:.](\d{2}))?\s{0,2}([ap]\.?m\b\.?)?"
_TO = r"(?:[-–—à]|\b(?:to|until|till|bis|a)\b)"
_RANGE = re.compile(rf"(?<![\d:.\-/$]){_HOUR}\s{{0,3}}{_TO}\s{{0,3}}{_HOUR}(?![\d:/-])", re.I | re.A)
_LABEL = re.compile(rf"\b(?:time|when|start|starts|begins|hora|uhrzeit|heure)\b[ \t]{{0,3}}[:：]\s{{0,3}}{_HOUR}(?![\d:/-])", re.I)


@dataclass(frozen=True)
class Hours:
    begins: time
    ends: time | None = None


def hours_in(text: str) -> Hours | None:
    """The one pair of hours that a text names, or the one hour behind a label; None when it names several, or none."""
    text = text[:LOOKED_AT].replace("\u202f", " ").replace("\xa0", " ")
    pairs = {found for each in _RANGE.finditer(text) if (found := _pair(each))}
    if pairs:
        return pairs.pop() if len(pairs) == 1 else None
    single = {hour for each in _LABEL.finditer(text) if (hour := _hour(each[1], each[2], each[3], strict=True))}
    return Hours(single.pop()) if len(single) == 1 else None


def _pair(found: "re.Match[str]") -> Hours | None:
    """`7-9 PM` is in the evening twice, `11-1 PM` begins in the morning. Without either, both need their minutes."""
    first, first_half, second, second_half = (found[1], found[2]), found[3], (found[4], found[5]), found[6]
    if not first_half and not second_half and not (found[2] and found[5]):
        return None
    ends = _hour(*second, second_half)
    begins = _hour(*first, first_half or second_half)
    if begins and ends and not first_half and begins >= ends:
        begins = _hour(*first, "am" if (second_half or "").lower().startswith("p") else "pm") if second_half else begins
    return Hours(begins, ends) if begins and ends else None


def _hour(hour: str, minute: str | None, half: str | None, *, strict: bool = False) -> time | None:
    number, minutes = int(hour), int(minute or 0)
    if half:
        if not 1 <= number <= 12:
            return None
        number = number % 12 + (12 if half.lower().startswith("p") else 0)
    elif strict and minute is None:
        return None
    return time(number, minutes) if number < 24 and minutes < 60 else None
