"""Which content coding an answer takes, and making it."""

import gzip
from functools import lru_cache

import brotli

CODINGS = ("br", "gzip", "identity")  # the first of equals is taken
_COMPRESSIBLE = (
    "text/",
    "application/json",
    "application/feed+json",
    "application/xml",
    "application/rss+xml",
    "application/atom+xml",
    "image/svg+xml",
)


@lru_cache(maxsize=256)
def choose(accept_encoding: str) -> str:
    """The best coding for an Accept-Encoding header, `q=0` honoured. Nothing acceptable means identity (RFC 9110 12.5.3)."""
    weights = _weights(accept_encoding)
    best, best_weight = "identity", 0.0
    for coding in CODINGS:
        default = 0.001 if coding == "identity" else 0.0
        weight = weights.get(coding, weights.get("*", default))
        if weight > best_weight:
            best, best_weight = coding, weight
    return best


def _weights(accept_encoding: str) -> dict[str, float]:
    weights: dict[str, float] = {}
    for part in accept_encoding[:500].lower().split(","):
        name, _, parameters = part.partition(";")
        key, _, value = parameters.partition("=")
        try:
            weight = float(value) if key.strip() == "q" else 1.0
        except ValueError:
            weight = 0.0
        name = "gzip" if name.strip() == "x-gzip" else name.strip()
        if name and 0.0 <= weight <= 1.0:
            weights[name] = weight
    return weights


def is_compressible(content_type: str) -> bool:
    return content_type.startswith(_COMPRESSIBLE)


def compress(content: bytes, coding: str) -> bytes:
    """Made once for each page and coding that somebody asks for; brotli 5 costs about as much as gzip 6 and is smaller."""
    if coding == "br":
        return bytes(brotli.compress(content, quality=5))
    if coding == "gzip":
        return gzip.compress(content, 6, mtime=0)
    return content
