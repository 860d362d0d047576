"""A PostgreSQL of one's own: `python -m tests.house.postgresql COMMAND…` runs COMMAND with DATABASE_URL naming it.

Debian's programs, a temporary folder, a Unix socket and no port, no fsync: it starts in a second and leaves nothing behind.
PostgreSQL refuses to run as root, so root starts it as the user `postgres`, whom the Debian package makes.
"""

import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypedDict
from urllib.parse import quote

HOW_TO_HAVE_IT = "apt-get install --no-install-recommends postgresql"
QUICK = {
    "listen_addresses": "",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "shared_buffers": "64MB",
    "max_connections": "60",
}


class _As(TypedDict, total=False):
    user: int
    group: int
    extra_groups: list[int]


def programs() -> Path | None:
    """The folder of the newest installed server, or None."""
    found = [path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    return max(found, key=lambda folder: float(folder.parent.name), default=None)


@contextmanager
def cluster() -> Iterator[str]:
    """Start one, yield its DATABASE_URL, stop it. Raises LookupError where PostgreSQL is not installed."""
    binaries = programs()
    if binaries is None:
        raise LookupError(f"PostgreSQL is not installed. To have it: {HOW_TO_HAVE_IT}")
    folder = Path(tempfile.mkdtemp(prefix="cwpg-"))  # short: a socket's path may have 107 characters
    try:
        identity = _give_away(folder)
        _run([binaries / "initdb", "-D", folder / "data", "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync"], identity)
        options = " ".join([f"-k {folder}", *(f"-c {name}='{value}'" for name, value in QUICK.items())])
        control: list[str | Path] = [binaries / "pg_ctl", "-D", folder / "data", "-w", "-s"]
        _run([*control, "-l", folder / "log", "-o", options, "start"], identity)
        try:
            yield f"postgresql://postgres@{quote(str(folder), safe='')}/commonwire"
        finally:
            _run([*control, "-m", "immediate", "stop"], identity)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _give_away(folder: Path) -> _As:
    if os.geteuid() != 0:
        return {}
    postgres = pwd.getpwnam("postgres")
    os.chown(folder, postgres.pw_uid, postgres.pw_gid)
    return {"user": postgres.pw_uid, "group": postgres.pw_gid, "extra_groups": []}


def _run(command: list[str | Path], identity: _As) -> None:
    done = subprocess.run(command, cwd="/", check=False, capture_output=True, text=True, stdin=subprocess.DEVNULL, **identity)
    if done.returncode:
        raise RuntimeError(f"{Path(command[0]).name} failed: {(done.stderr or done.stdout).strip()[-2000:]}")


def main(command: list[str]) -> int:
    try:
        with cluster() as url:
            return subprocess.run(command, env={**os.environ, "DATABASE_URL": url}, check=False).returncode
    except LookupError as missing:
        print(missing, file=sys.stderr)
        return 3


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
