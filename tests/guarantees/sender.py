"""Somebody who sends to a server that really runs, as a browser would: forms as they are, files as multipart."""

import contextlib
import secrets
import time
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from typing import Any
from urllib.parse import urlencode, urlsplit

from tests.newswire.door import Form, body, the_form

Files = dict[str, tuple[str, bytes]]  # field → (name, content)


@dataclass
class Answer:
    status: int
    headers: dict[str, str]
    text: str


@dataclass
class Sender:
    url: str
    headers: dict[str, str] = field(default_factory=dict)
    seconds: float = 30

    def get(self, path: str) -> Answer:
        return self._ask("GET", path, None, {})

    def post(self, path: str, data: dict[str, Any], files: Files | None = None) -> Answer:
        if not files:
            return self._ask("POST", path, urlencode(data, doseq=True).encode(), {"Content-Type": "application/x-www-form-urlencoded"})
        content, kind = multipart(data, files)
        return self._ask("POST", path, content, {"Content-Type": kind})

    def raw(self, method: str, path: str, content: bytes, kind: str) -> Answer:
        return self._ask(method, path, content, {"Content-Type": kind})

    def preview(self, files: Files | None = None, where: str = "/publish/", **words: Any) -> Form:
        answer = self.post(f"{where}preview/", body(**words), files)
        if answer.status != 200:
            raise HTTPException(f"the preview was answered with {answer.status}")
        return the_form(answer.text, "send/")

    def publish(self, files: Files | None = None, where: str = "/publish/", **words: Any) -> Answer:
        return self.post(f"{where}send/", self.preview(files, where, **words).data)

    def _ask(self, method: str, path: str, content: bytes | None, more: dict[str, str]) -> Answer:
        at = urlsplit(self.url)
        connection = HTTPConnection(at.hostname or "", at.port, timeout=self.seconds)
        try:
            connection.request(method, path, content, {"Sec-Fetch-Site": "same-origin", "Origin": self.url, **self.headers, **more})
            answer = connection.getresponse()
            return Answer(answer.status, dict(answer.getheaders()), answer.read().decode(errors="replace"))
        finally:
            connection.close()


def answers(url: str, seconds: float = 40) -> None:
    """Wait until the application answers too: the readers are up sooner. AssertionError when it does not."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        with contextlib.suppress(OSError, HTTPException):
            if Sender(url, seconds=5).get("/n/0000000000000/").status == 404:
                return
        time.sleep(0.1)
    raise AssertionError(f"the application did not answer within {seconds} s")


def multipart(data: dict[str, Any], files: Files) -> tuple[bytes, str]:
    boundary = secrets.token_hex(16)
    parts = []
    for name, values in data.items():
        for value in values if isinstance(values, list) else [values]:
            parts.append(f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode())
    for name, (filename, content) in files.items():
        head = f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"; filename="{filename}"\r\nContent-Type: image/jpeg\r\n\r\n'
        parts.append(head.encode() + content + b"\r\n")
    return b"".join(parts) + f"--{boundary}--\r\n".encode(), f"multipart/form-data; boundary={boundary}"
