"""A point on the earth, as people have it: two numbers, a `geo:` address, or what they copied from OpenStreetMap."""

import re

_NUMBER = r"([+-]?\d{1,3}(?:\.\d+)?)"
_PATTERNS = [
    re.compile(rf"geo:{_NUMBER},{_NUMBER}", re.IGNORECASE),
    re.compile(rf"[?&]mlat={_NUMBER}&mlon={_NUMBER}"),
    re.compile(rf"#map=\d+(?:\.\d+)?/{_NUMBER}/{_NUMBER}"),
]
_PAIR = re.compile(rf"\s*{_NUMBER}\s*°?\s*([NS]?)\s*[,; ]\s*{_NUMBER}\s*°?\s*([EWO]?)\s*", re.IGNORECASE)


def read_point(text: str) -> tuple[float, float] | None:
    """Latitude and longitude in degrees; None when the text holds no point that is on the earth."""
    found = next((match.groups() for pattern in _PATTERNS if (match := pattern.search(text))), None)
    pair = _PAIR.fullmatch(text)
    if found:
        latitude, longitude = float(found[0]), float(found[1])
    elif pair:
        south, west = pair.group(2).upper() == "S", pair.group(4).upper() in ("W", "O")
        latitude, longitude = float(pair.group(1)) * (-1 if south else 1), float(pair.group(3)) * (-1 if west else 1)
    else:
        return None
    if abs(latitude) > 90 or abs(longitude) > 180:
        return None
    return round(latitude, 6), round(longitude, 6)


def write_point(latitude: float | None, longitude: float | None) -> str:
    """As `read_point` reads it; "" for none."""
    return "" if latitude is None or longitude is None else f"{_short(latitude)}, {_short(longitude)}"


def _short(degrees: float) -> str:
    return f"{degrees:.6f}".rstrip("0").rstrip(".")
