"""The few scripts of the house, each named by its hash, as the stylesheet is. `base/headers.py` says on which pages one may run."""

from functools import cache
from hashlib import sha256
from pathlib import Path

PACKAGE = Path(__file__).parent.parent


@cache
def scripts() -> dict[str, bytes]:
    """Address → content, of every room's `scripts/`."""
    return {_address(file): file.read_bytes() for file in sorted(PACKAGE.glob("*/scripts/*.js"))}


@cache
def script_address(name: str) -> str:
    """Of `live`: `/static/live.0123456789ab.js`."""
    found = [address for address in scripts() if address.startswith(f"/static/{name}.")]
    if len(found) != 1:
        raise LookupError(f"{len(found)} scripts are called {name}")
    return found[0]


def _address(file: Path) -> str:
    return f"/static/{file.stem}.{sha256(file.read_bytes()).hexdigest()[:12]}.js"
