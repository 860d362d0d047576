"""One stylesheet, made of the rooms' small ones in the order of the stairs, named by its hash."""

from functools import cache
from hashlib import sha256
from pathlib import Path

from django.conf import settings

PACKAGE = Path(__file__).parent.parent
PREFIX = "commonwire."


@cache
def stylesheet() -> bytes:
    rooms = ["chrome", *(app.removeprefix(PREFIX) for app in settings.INSTALLED_APPS if app != "commonwire.chrome")]
    files = [file for room in rooms for file in sorted((PACKAGE / room / "styles").glob("*.css"))]
    return "\n".join(file.read_text() for file in files).encode()


@cache
def stylesheet_address() -> str:
    return f"/static/commonwire.{sha256(stylesheet()).hexdigest()[:12]}.css"
