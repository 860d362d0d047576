"""Only `base/fetch` opens connections to the world: nobody else imports what could."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.house.sources import HOUSE, house_modules, imports, name, nothing, tree

FETCH = HOUSE / "base" / "fetch"
CLIENTS = (
    "urllib3", "http.client", "urllib.request", "requests", "httpx", "aiohttp", "httplib2", "pycurl", "ftplib", "smtplib", "xmlrpc",
    "telnetlib", "imaplib", "poplib", "nntplib",
)  # fmt: skip


def _clients(module: ast.Module) -> Iterator[tuple[str, int]]:
    for imported, node in imports(module):
        if any(imported == client or imported.startswith(f"{client}.") for client in CLIENTS):
            yield imported, node.lineno


def _elsewhere(path: Path) -> bool:
    return not path.is_relative_to(FETCH)


def test_nobody_else_could_open_a_connection() -> None:
    nothing(
        f"{name(path, line)} imports {client}: ask commonwire.base.fetch, which vets where it goes"
        for path in house_modules()
        if _elsewhere(path)
        for client, line in _clients(tree(path))
    )


def test_nobody_calls_the_internal_fetcher() -> None:
    nothing(
        f"{name(path, node.lineno)} imports {module}: `from commonwire.base.fetch import fetch` has no way around the table"
        for path in house_modules()
        if _elsewhere(path)
        for module, node in imports(tree(path))
        if module.startswith("commonwire.base.fetch.") and module.split(".")[3] in {each.stem for each in FETCH.glob("*.py")}
    )


def test_the_rule_can_fail() -> None:
    written = "import urllib3\nfrom http.client import HTTPConnection\nimport urllib.parse\nfrom urllib import request\nimport http\n"
    assert [client for client, _line in _clients(ast.parse(written))] == [
        "urllib3",
        "http.client",
        "http.client.HTTPConnection",
        "urllib.request",
    ]
