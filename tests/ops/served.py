"""The real `commonwire serve`, with a small application and a worker that only sleeps: for the tests of the supervision.

Run as `python -m tests.ops.served [--empty]`. What it prepares, it says; the children write their process ids into DATA_DIR.
"""

import argparse
import multiprocessing
import os
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from commonwire.base.parent import die_with_parent
from commonwire.environment import Environment
from commonwire.ops import serve, supervise


def small_application() -> Callable[..., Iterable[bytes]]:
    parent = multiprocessing.parent_process()
    assert parent is not None
    assert parent.pid is not None
    die_with_parent(parent.pid)

    def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        start_response("200 OK", [("Content-Type", "text/plain")])
        return [f"{os.getpid()} {os.nice(0)}".encode()]

    return application


def sleep() -> None:
    (Path(os.environ["DATA_DIR"]) / "worker.pid").write_text(str(os.getpid()))
    time.sleep(600)


def main() -> int:
    if sys.argv[1:] == ["work"]:
        sleep()
    if sys.argv[1:2] == ["setup"]:
        print(f"prepared, example={'--example' in sys.argv}")
        return int(os.environ.get("SETUP_ENDS_WITH", "0"))

    def programs(environment: Environment) -> list[supervise.Program]:
        readers, web, worker = real(environment)
        web = supervise.Program(web.name, [*web.command[:-1], "tests.ops.served:small_application"], web.nice, web.leaves)
        return [readers, web, supervise.Program(worker.name, supervise.python("tests.ops.served", "work"), worker.nice)]

    real, serve.programs = serve.programs, programs
    serve.PREPARE = ("tests.ops.served", "setup")
    parser = argparse.ArgumentParser()
    serve.configure(parser)
    return serve.run(parser.parse_args())


if __name__ == "__main__":
    sys.exit(main())
