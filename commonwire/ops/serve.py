"""`commonwire serve`: the whole site on one machine. Readers face the network, Django sits behind a unix socket."""

import argparse
import errno
import fcntl
import os
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import commonwire
from commonwire.environment import Environment, WrongSetting, read_environment
from commonwire.ops.supervise import Program, Supervisor, python, start

WRONG = 2
INTERRUPTED = 130
LONGEST_SOCKET = 107  # bytes of a unix socket's path, by the kernel's sockaddr_un
PREPARE = ("commonwire.ops.command", "setup")
WORK = ("commonwire.ops.command", "work")


class CannotServe(Exception):
    """Said to the operator in one sentence before anything is started."""


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--empty", action="store_true", help="begin without the example site")


def run(arguments: argparse.Namespace) -> int:
    try:
        environment = read_environment()
        with _alone(environment.data_dir):
            _see_that_the_port_is_free(environment)
            return _prepare(example=not arguments.empty) or _serve(environment)
    except (WrongSetting, CannotServe) as trouble:
        print(trouble, file=sys.stderr)
        return WRONG
    except KeyboardInterrupt:  # during the preparations; later the supervisor hears it
        return INTERRUPTED


def _prepare(*, example: bool) -> int:
    """In a process of its own, so that this one never holds Django or the database. What it says, the operator reads."""
    process = start(python(*PREPARE, *(["--example"] if example else [])), _child_environment())
    try:
        return process.wait()
    except KeyboardInterrupt:
        process.terminate()
        process.wait()
        raise


def _serve(environment: Environment) -> int:
    address = f"http://{_host_in_address(environment.host)}:{environment.port}"

    def on_started() -> None:
        in_public = "" if environment.site_url == address else f" (in public: {environment.site_url})"
        _say(f"Commonwire is at {address}{in_public}")
        _say("Press Ctrl-C to stop.")

    return Supervisor(programs(environment), _child_environment(), _say).run(lambda: _answers(environment), on_started)


def programs(environment: Environment) -> list[Program]:
    quiet = ("--log-level", "error", "--no-access-log", "--no-ws", "--http", "1", "--factory")
    readers = python(
        *("granian", "--interface", "rsgi", *quiet, "--host", environment.host, "--port", str(environment.port)),
        *("--workers", str(environment.readers), "--respawn-failed-workers", "--respawn-interval", "0.2"),
        *(
            "--http1-buffer-size",
            "131072",
            "--http1-header-read-timeout",
            "15000",
            "--backlog",
            "2048",
            "--workers-kill-timeout",
            "3",
        ),
        "commonwire.gate.reader:reader",
    )
    web = python(
        *("granian", "--interface", "wsgi", *quiet, "--uds", str(_socket(environment)), "--uds-permissions", "0o600"),
        *("--workers", "1", "--blocking-threads", str(environment.web_threads), "--workers-kill-timeout", "2"),
        "commonwire.wsgi:behind_the_gate",
    )
    return [
        Program("The readers", readers),
        Program("The application", web, nice=5, leaves=_socket(environment)),
        Program("The worker", python(*WORK), nice=5),
    ]


def _socket(environment: Environment) -> Path:
    return environment.data_dir / "app.sock"


def _child_environment() -> dict[str, str]:
    house = str(Path(commonwire.__file__).parent.parent)
    paths = [house, *filter(None, os.environ.get("PYTHONPATH", "").split(os.pathsep))]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(dict.fromkeys(paths)), "DJANGO_SETTINGS_MODULE": "commonwire.settings"}


@contextmanager
def _alone(data_dir: Path) -> Iterator[None]:
    """Hold the folder: two servers on one folder would take each other's socket away."""
    try:
        if len(os.fsencode(data_dir / "app.sock")) > LONGEST_SOCKET:
            raise CannotServe(f"The folder {data_dir} has too long a name for a socket. Give a shorter DATA_DIR.")
        data_dir.mkdir(parents=True, exist_ok=True)
        file = (data_dir / "serve.lock").open("w")
    except OSError as error:
        raise CannotServe(f"The folder {data_dir} cannot be written ({error.strerror}). Give another DATA_DIR.") from error
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise CannotServe(f"The folder {data_dir} is served already. Stop that server, or give another DATA_DIR.") from error
        yield


def _see_that_the_port_is_free(environment: Environment) -> None:
    """Granian shares its port with whoever asks. We do not: a second server would take half of the readers away."""
    host, port = environment.host, environment.port
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
        with socket.socket(family, kind, protocol) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
            probe.listen()
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise CannotServe(f"Port {port} is taken by another program. Give another one, such as PORT={port + 1}.") from error
        if error.errno == errno.EACCES:
            raise CannotServe(f"Port {port} may be used by root only. Give one above 1023, such as PORT=8000.") from error
        raise CannotServe(f"This machine cannot listen on {host}. Give an address of its own as HOST, such as 127.0.0.1.") from error


def _answers(environment: Environment) -> bool:
    """Whether readers and application both take connections."""
    reachable = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(environment.host, environment.host)  # noqa: S104  # asked for by HOST
    try:
        socket.create_connection((reachable, environment.port), timeout=1).close()
        with socket.socket(socket.AF_UNIX) as application:
            application.connect(str(_socket(environment)))
    except OSError:
        return False
    return True


def _host_in_address(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _say(line: str) -> None:
    print(line, flush=True)
