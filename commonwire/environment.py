"""What the operator may set from outside, each with its default, its meaning and a hint for a wrong value.

Nothing here imports Django: the reader processes use it too. `docs/settings.md` lists the same names; a test compares them.
"""

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit


class WrongSetting(Exception):
    """A variable holds something the house cannot run with; the message says which, why and what would do."""


@dataclass(frozen=True)
class Variable:
    name: str
    default: str
    meaning: str
    hint: str
    read: Callable[[str], object]


def _whole(low: int, high: int) -> Callable[[str], int]:
    def read(text: str) -> int:
        number = int(text)
        if not low <= number <= high:
            raise ValueError
        return number

    return read


def _folder(text: str) -> Path:
    if not text:
        raise ValueError
    return Path(text).expanduser().resolve()


def _site_url(text: str) -> str:
    if not text:
        return ""
    parts = urlsplit(text)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment or parts.path.strip("/"):
        raise ValueError
    return f"{parts.scheme}://{parts.netloc}"


def _database(text: str) -> str:
    if text and not text.startswith(("sqlite:", "postgresql:", "postgres:")):
        raise ValueError
    return text


def _host(text: str) -> str:
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9.-]*|[0-9A-Fa-f:]*:[0-9A-Fa-f:.]+", text):
        raise ValueError
    return text


def _readable(text: str) -> str:
    """Empty, or a file with something in it."""
    if text and not Path(text).read_text("utf-8").strip():
        raise ValueError
    return text


def _flag(text: str) -> bool:
    return {"0": False, "no": False, "1": True, "yes": True}[text.lower()]


VARIABLES = [
    Variable("DATA_DIR", "data", "folder for the database, baked pages and media", "Give a folder that can be written.", _folder),
    Variable("HOST", "127.0.0.1", "address to listen on", "Give an address of this machine, such as 127.0.0.1.", _host),
    Variable("PORT", "8000", "port to listen on", "Give a whole number from 1 to 65535.", _whole(1, 65535)),
    Variable(
        "SITE_URL",
        "",
        "the public address, from which every absolute link is made; empty means http://HOST:PORT",
        "Give scheme and host only, such as https://wire.example.org, without a path.",
        _site_url,
    ),
    Variable(
        "DATABASE_URL",
        "",
        "empty for SQLite in DATA_DIR, or postgresql://USER:PASSWORD@HOST/NAME",
        "Leave it empty, or begin with postgresql:// or sqlite:.",
        _database,
    ),
    Variable("SECRET_KEY_FILE", "", "file with the signing secret; empty means one made in DATA_DIR", "Give a readable file.", _readable),
    Variable("READERS", "1", "processes that answer reads", "Give a whole number from 1 to 16.", _whole(1, 16)),
    Variable("WEB_THREADS", "32", "threads of the process that answers forms and the desk", "Give 2 to 128.", _whole(2, 128)),
    Variable(
        "TRUSTED_PROXY",
        "no",
        "yes when a front server on this machine sets X-Forwarded-For and X-Forwarded-Proto",
        "Give yes or no.",
        _flag,
    ),
    Variable("MAX_PICTURE_MB", "50", "largest picture, in megabytes", "Give a whole number from 1 to 500.", _whole(1, 500)),
    Variable("MAX_FILES", "20", "files in one post", "Give a whole number from 1 to 100.", _whole(1, 100)),
    Variable("MAX_POST_MB", "200", "largest sending, files included, in megabytes", "Give 1 to 4096.", _whole(1, 4096)),
    Variable("MAX_PICTURE_SIDE", "4096", "longest side of the largest picture kept, in pixels", "Give 640 to 16384.", _whole(640, 16384)),
    Variable(
        "FORM_MIN_SECONDS",
        "4",
        "a form sent faster than this after its preview waits for the rest of these seconds",
        "Give a whole number from 0 to 60.",
        _whole(0, 60),
    ),
    Variable(
        "SENDINGS_PER_HOUR",
        "60",
        "reports or comments one network may send in an hour before they are held; refused from ten times as many",
        "Give a whole number from 1 to 100000.",
        _whole(1, 100000),
    ),
    Variable("DEBUG", "no", "yes shows errors in the browser; never on a public site", "Give yes or no.", _flag),
]


@dataclass(frozen=True)
class Environment:
    data_dir: Path
    host: str
    port: int
    site_url: str
    database_url: str
    secret_key_file: str
    readers: int
    web_threads: int
    trusted_proxy: bool
    max_picture_mb: int
    max_files: int
    max_post_mb: int
    max_picture_side: int
    form_min_seconds: int
    sendings_per_hour: int
    debug: bool


def read_environment(given: Mapping[str, str] | None = None) -> Environment:
    """Read every variable, or raise WrongSetting with one sentence a person can act on."""
    given = os.environ if given is None else given
    read: dict[str, object] = {}
    for variable in VARIABLES:
        text = given.get(variable.name, variable.default).strip()
        try:
            read[variable.name.lower()] = variable.read(text)
        except (ValueError, KeyError, OSError) as error:
            raise WrongSetting(f"{variable.name} is {text!r}: {variable.meaning}. {variable.hint}") from error
    read["site_url"] = read["site_url"] or f"http://{read['host']}:{read['port']}"
    return Environment(**read)  # type: ignore[arg-type]  # the loop above reads exactly the fields of Environment
