"""The children may hang, die, flood or lie; it costs one clear sentence. Their walls stand, and each is tried from inside."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from commonwire.media import jail
from commonwire.media.refused import Refused
from tests.media import pictures


def _clean(content: bytes) -> jail.Cleaned:
    handle = os.memfd_create("picture")
    try:
        os.write(handle, content)
        os.lseek(handle, 0, os.SEEK_SET)
        return jail.clean(handle, size=len(content), max_side=4096)
    finally:
        os.close(handle)


def _saboteur(code: str) -> list[str]:
    return [sys.executable, "-I", "-S", "-c", code]


def _children() -> set[str]:
    """The processes whose parent is this one."""
    task = Path(f"/proc/self/task/{os.getpid()}/children")
    return set(task.read_text().split())


@pytest.mark.parametrize(
    ("which", "code", "refused"),
    [
        ("DECODER", "import os; os.kill(os.getpid(), 9)", "broken"),
        ("DECODER", "raise SystemExit(3)", "broken"),
        ("DECODER", "import sys; sys.stdout.write('x' * 5000)", "broken"),
        ("DECODER", "import time; time.sleep(60)", "too_slow"),
        ("ENCODER", "import os; os.kill(os.getpid(), 11)", "broken"),
        ("ENCODER", "import time; time.sleep(60)", "too_slow"),
        ("ENCODER", "import sys\nwhile True: sys.stdout.buffer.write(b'x' * 1000000)", "too_heavy"),
    ],
)
def test_a_child_gone_wrong_costs_one_sentence(monkeypatch: pytest.MonkeyPatch, which: str, code: str, refused: str) -> None:
    monkeypatch.setattr(jail, which, _saboteur(code))
    monkeypatch.setattr(jail, "DECODE_SECONDS", 0.6)
    monkeypatch.setattr(jail, "ENCODE_SECONDS", 0.2)
    monkeypatch.setattr(jail, "MOST_OUTPUT", 3_000_000)
    before, started = _children(), time.monotonic()
    with pytest.raises(Refused) as error:
        _clean(pictures.telling_jpeg())
    assert error.value.code == refused
    assert time.monotonic() - started < 5
    assert _children() <= before


def test_an_encoder_that_lies_is_not_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    lie = (
        "import sys, json; r=[{'width':9,'height':9,'bytes':4,'content_type':'text/html','moving':False}];"
        "h=json.dumps({'width':9,'height':9,'told':[],'renditions':r}).encode();"
        "sys.stdout.buffer.write(len(h).to_bytes(4,'big')+h+b'<b>x')"
    )
    monkeypatch.setattr(jail, "ENCODER", _saboteur(lie))
    with pytest.raises(Refused):
        _clean(pictures.telling_jpeg())
    monkeypatch.setattr(jail, "ENCODER", _saboteur(lie.replace("text/html", "image/jpeg")))
    assert [made.content for made in _clean(pictures.telling_jpeg()).renditions] == [b"<b>x"]  # the control: a form it may send


def test_a_decoder_cannot_make_the_encoder_take_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    lie = (
        "import sys, json; h=json.dumps({'width':5000,'height':9,'mode':'RGB','durations':[],'loop':0,'told':[]}).encode();"
        "sys.stdout.buffer.write(len(h).to_bytes(4,'big')+h+bytes(5000*9*3))"
    )
    monkeypatch.setattr(jail, "DECODER", _saboteur(lie))
    with pytest.raises(Refused):
        _clean(pictures.telling_jpeg())
    monkeypatch.setattr(jail, "DECODER", _saboteur(lie.replace("5000", "4000")))
    assert _clean(pictures.telling_jpeg()).width == 4000  # the control


def test_places_are_given_back_and_a_crowd_is_told_to_come_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jail, "WAIT_SECONDS", 0.05)
    for _ in range(jail.AT_ONCE + 1):
        with pytest.raises(Refused) as error:
            _clean(b"no picture")
        assert error.value.code == "text"
    taken = [jail._places.acquire(timeout=1) for _ in range(jail.AT_ONCE)]
    try:
        with pytest.raises(Refused) as error:
            _clean(pictures.telling_jpeg())
    finally:
        for _ in taken:
            jail._places.release()
    assert error.value.code == "busy"


def test_the_walls_that_need_no_right_always_stand() -> None:
    standing = jail.walls()
    assert set(standing) == {"network", "user", "privileges", "memory", "time", "writing", "files", "core", "processes"}
    assert all(standing[name] for name in ("privileges", "memory", "time", "writing", "files", "core"))
    assert standing["user"] == (os.getuid() == 0)


BEHIND = (
    "import os, socket, sys; sys.path.insert(0, sys.argv[1]); from commonwire.media import walls;standing = walls.raise_walls(seconds=10)\n"
)


@pytest.mark.parametrize(
    ("wall", "attempt", "error"),
    [
        ("writing", "open(sys.argv[2], 'wb').write(b'x' * 100)", "File too large"),
        ("memory", "bytearray(1 << 30)", "MemoryError"),
        ("files", "held = [os.dup(0) for _ in range(40)]", "Too many open files"),
        ("processes", "os.fork()", "Resource temporarily unavailable"),
        ("network", "socket.socket().connect(('127.0.0.1', 9))", "Network is unreachable"),
    ],
)
def test_each_wall_holds_when_tried(tmp_path: Path, wall: str, attempt: str, error: str) -> None:
    if not jail.walls()[wall]:
        pytest.skip(f"the wall {wall} needs a right this machine does not give")
    tmp_path.chmod(0o777)
    command = [sys.executable, "-I", "-c", BEHIND + attempt, str(jail.ROOT), str(tmp_path / "written")]
    child = subprocess.run(command, capture_output=True, text=True, timeout=30, check=False)
    assert child.returncode == 1
    assert error in child.stderr or (wall == "writing" and "Permission denied" in child.stderr)


def test_the_children_see_no_environment_and_load_no_django() -> None:
    probe = "import os, sys; from commonwire.media import decode, encode; print(sorted(os.environ), 'django' in sys.modules)"
    command = [sys.executable, "-I", "-c", f"import sys; sys.path.insert(0, sys.argv[1]); {probe}", str(jail.ROOT)]
    child = subprocess.run(command, capture_output=True, text=True, timeout=30, check=True, env={})
    assert child.stdout.replace("'LC_CTYPE'", "").split() == ["[]", "False"]
