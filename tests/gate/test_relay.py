"""Sending, through a real gate: what passes, what is bounded, and what is said when something is amiss."""

import json
import os
import socket
import threading
import time
from hashlib import sha256
from http.client import HTTPConnection

import pytest

from commonwire.base.headers import SECURITY_HEADERS
from tests.gate.application import MANY
from tests.gate.conftest import Gate, new_network

pytestmark = pytest.mark.gate

MARKS = {
    "User_Agent": "Needle-Agent/1",
    "Referer": "https://needle.example/from",
    "Accept_Language": "needle-lang",
    "X_Forwarded_For": "203.0.113.77",
    "Forwarded": "for=203.0.113.77",
    "X_Real_Ip": "203.0.113.77",
    "Cf_Connecting_Ip": "203.0.113.77",
    "X_Wire_Verdict": "needle",
    "Cookie": "needle=1",
    "Host": "needle.example",
    "Accept_Encoding": "gzip",
    "Dnt": "needle",
}


def _post(path: str, length: int | str, start: bytes = b"") -> bytes:
    return f"POST {path} HTTP/1.1\r\nHost: x\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n".encode() + start


def test_identity_ends_at_the_door(gate: Gate) -> None:
    form = {"Content_Type": "text/plain", "Origin": "https://wire.example.org", "Sec_Fetch_Site": "same-origin"}
    network = new_network()
    answer = gate.ask("POST", "/publish/?step=2", body=b"It rained.", network=network, fields=MARKS | form)
    seen = gate.notes.last()
    assert answer.status == 200
    assert seen.line == "POST /publish/?step=2 HTTP/1.1"
    assert {name.lower(): value for name, value in seen.headers} == {
        "host": "wire.example.org",
        "x-wire-verdict": "ok",
        "connection": "close",
        "content-type": "text/plain",
        "content-length": "10",
        "origin": "https://wire.example.org",
        "sec-fetch-site": "same-origin",
    }
    assert seen.body == sha256(b"It rained.").hexdigest()


def test_a_reader_says_nothing_of_herself(gate: Gate) -> None:
    gate.ask("GET", "/search/?q=rain", network=new_network(), fields=MARKS)
    assert {name.lower(): value for name, value in gate.notes.last().headers} == {
        "host": "wire.example.org",
        "x-wire-verdict": "ok",
        "connection": "close",
    }


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_an_answer_that_the_asker_has_is_not_sent_again(gate: Gate, method: str) -> None:
    """The application names what it answers; what the asker has never reaches it."""
    path = "/filter/calendar.ics?type=rally"
    first = gate.ask(method, path, network=new_network())
    assert (first.status, first.headers["etag"]) == (200, '"known"')
    again = gate.ask(method, path, network=new_network(), fields={"If_None_Match": '"older", W/"known"'})
    assert (again.status, again.body, again.headers["etag"]) == (304, b"", '"known"')
    assert gate.ask(method, path, network=new_network(), fields={"If_None_Match": '"older"'}).status == 200
    assert "if-none-match" not in {name.lower() for name, _ in gate.notes.last().headers}
    untagged = gate.ask(method, "/search/", network=new_network(), fields={"If_None_Match": "*"})
    assert untagged.status == 200


@pytest.mark.parametrize(
    ("path", "passes"),
    [
        ("/desk/", True),
        ("/desk/queue/", True),
        ("/%64esk/queue/", True),
        ("/deskless/", False),
        ("/es/desk/", False),
        ("/publish/", False),
    ],
)
def test_a_cookie_passes_below_the_desk_only(gate: Gate, path: str, passes: bool) -> None:
    gate.get(path, Cookie="session=1")
    assert (("cookie", "session=1") in gate.notes.last().headers) is passes


def test_only_the_desk_sets_a_cookie(gate: Gate) -> None:
    assert gate.get("/desk/sign-in/").headers["set-cookie"] == "session=1; Path=/desk/"
    assert "set-cookie" not in gate.get("/cookie/").headers


def test_answers_are_guarded_but_not_loosened(gate: Gate) -> None:
    headers = gate.get("/cookie/").headers
    policy = "default-src 'none'; img-src 'self'"
    assert {name: headers.get(name) for name in SECURITY_HEADERS} == {**SECURITY_HEADERS, "content-security-policy": policy}


def test_addresses_in_any_script(gate: Gate) -> None:
    answer = gate.get("/topic/%C3%A1gua%20e%20p%C3%A3o/?q=%E6%B0%B4&x=a+b")
    assert json.loads(answer.body) == {"path": "/topic/%C3%A1gua%20e%20p%C3%A3o/?q=%E6%B0%B4&x=a+b"}
    assert gate.ask("HEAD", "/search/").body == b""
    assert gate.get("/none/").status == 204


def test_many_sendings_are_held_and_then_refused(gate: Gate) -> None:
    """SENDINGS_PER_HOUR is 3 here. One connection, so that one of the two processes counts them all."""
    connection = HTTPConnection("127.0.0.1", gate.port, timeout=10, source_address=(new_network(), 0))
    verdicts = []
    for _ in range(40):
        connection.request("POST", "/publish/send/", body=b"x" * 1_000)
        answer = connection.getresponse()
        text, wait = answer.read().decode(), answer.headers["retry-after"]
        verdicts.append(dict(gate.notes.last().headers)["x-wire-verdict"] if answer.status == 200 else str(answer.status))
    connection.close()
    assert verdicts == ["ok"] * 3 + ["hold"] * 26 + ["429"] * 11
    assert "Please keep your text" in text
    assert wait == "3600"
    assert gate.get("/search/").status == 200
    assert gate.ask("POST", "/publish/send/", body=b"x", network=new_network()).status == 200


def test_streaming_up(gate: Gate) -> None:
    film = os.urandom(1_000_000) * 30
    assert gate.ask("POST", "/publish/", body=film, network=new_network()).status == 200
    assert (gate.notes.last().length, gate.notes.last().body) == (MANY, sha256(film).hexdigest())


def test_streaming_down(gate: Gate) -> None:
    assert len(gate.get("/large/").body) == MANY


@pytest.mark.parametrize(
    ("path", "length", "limit"),
    [("/publish/", 41_000_000, "40 MB"), ("/es/publish/preview/", 41_000_000, "40 MB"), ("/post/abc/comment/", 1_500_000, "1 MB")],
)
def test_too_large_is_said_to_a_browser_that_sends_on(gate: Gate, path: str, length: int, limit: str) -> None:
    before = len(gate.notes.seen)
    answer = gate.ask("POST", path, body=b"x" * length, network=new_network())
    assert (answer.status, len(gate.notes.seen)) == (413, before)
    assert f"larger than the {limit}" in answer.text


def test_too_large_is_said_before_it_is_sent(gate: Gate) -> None:
    head = _post("/publish/", 10**15 - 1).replace(b"\r\n\r\n", b"\r\nExpect: 100-continue\r\n\r\n")
    assert gate.raw(head).startswith(b"HTTP/1.1 413 ")


def test_without_a_length_nothing_is_taken(gate: Gate) -> None:
    chunked = b"POST /publish/ HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n"
    for more in (b"", b"Content-Length: 3\r\n"):
        answer = gate.raw(chunked + more + b"\r\n3\r\nabc\r\n0\r\n\r\n")
        assert answer.startswith(b"HTTP/1.1 411 ")
        assert b"say its length" in answer


def test_more_than_was_promised_is_another_request(gate: Gate) -> None:
    answer = gate.raw(_post("/publish/", 3, b"abcdef").replace(b"Connection: close\r\n", b""))
    assert answer.startswith(b"HTTP/1.1 200 ")
    assert gate.notes.last().length == 3


def test_an_answer_before_the_body_was_read(gate: Gate) -> None:
    answer = gate.ask("POST", "/publish/early/", body=b"x" * 20_000_000, network=new_network())
    assert (answer.status, json.loads(answer.body)) == (403, {"path": "/publish/early/"})


def test_a_slow_body_is_given_up_and_hinders_nobody(gate: Gate) -> None:
    gate.shelf.put("/calm/", b"<p>calm</p>")
    before = len(gate.notes.seen)
    slow = [socket.create_connection(("127.0.0.1", gate.port)) for _ in range(40)]
    for connection in slow:
        connection.sendall(_post("/comment/", 500, b"ab"))
    began = time.monotonic()
    assert {gate.get("/calm/").status for _ in range(10)} == {200}
    assert gate.get("/search/").status == 200
    assert time.monotonic() - began < 1.0  # the slow ones are still waited for
    for connection in slow:
        assert connection.recv(12) == b"HTTP/1.1 408"
        connection.close()
    assert [seen.line for seen in gate.notes.seen[before:]] == ["GET /search/ HTTP/1.1"]


def test_a_sender_who_leaves_sends_nothing(gate: Gate) -> None:
    before = len(gate.notes.seen)
    with socket.create_connection(("127.0.0.1", gate.port)) as connection:
        connection.sendall(_post("/publish/", 500, b"half a report"))
    time.sleep(0.2)
    assert gate.get("/search/").status == 200
    assert [seen.line for seen in gate.notes.seen[before:]] == ["GET /search/ HTTP/1.1"]


def test_an_application_that_is_away(gate: Gate) -> None:
    gate.shelf.put("/calm/", b"<p>calm</p>")
    socket_file = gate.data_dir / "app.sock"
    socket_file.rename(gate.data_dir / "away.sock")
    try:
        answer = gate.ask("POST", "/publish/", body=b"x" * 3_000_000, network=new_network())
        assert (answer.status, answer.headers["retry-after"]) == (503, "5")
        assert "Reading goes on" in answer.text
        assert "keep your text" in answer.text
        assert gate.get("/search/").status == 503
        assert gate.get("/calm/").status == 200
    finally:
        (gate.data_dir / "away.sock").rename(socket_file)
    assert gate.get("/search/").status == 200


def test_an_application_that_dies_before_it_answers(gate: Gate) -> None:
    answer = gate.ask("POST", "/gone-before-answer/", body=b"report", network=new_network())
    assert answer.status == 503
    assert "not certain that it arrived" in answer.text
    assert gate.get("/nonsense/").status == 503


def test_an_application_that_breaks_without_a_word(gate: Gate) -> None:
    answer = gate.get("/broken/")
    assert answer.status == 500
    assert "our fault, not yours" in answer.text


def test_an_application_that_sleeps(gate: Gate) -> None:
    assert gate.get("/sleeps/").status == 503


def test_an_answer_that_breaks_off_is_not_a_whole_one(gate: Gate) -> None:
    answer = gate.raw(b"GET /breaks/ HTTP/1.1\r\nHost: x\r\n\r\n")
    assert b"content-length: 5000000" in answer
    assert answer.endswith(b"\r\n\r\nhalf")


def test_few_long_uploads_at_once_from_one_network(gate: Gate) -> None:
    network, answers = new_network(), []

    def upload() -> None:
        with socket.create_connection(("127.0.0.1", gate.port), source_address=(network, 0)) as connection:
            connection.sendall(_post("/publish/", 2_000_000, b"x" * 1_500_000))
            time.sleep(0.5)
            connection.sendall(b"x" * 500_000)
            answers.append(connection.recv(12))

    senders = [threading.Thread(target=upload) for _ in range(14)]
    for sender in senders:
        sender.start()
    for sender in senders:
        sender.join()
    assert set(answers) == {b"HTTP/1.1 200", b"HTTP/1.1 503"}
    assert answers.count(b"HTTP/1.1 200") <= 8  # four in each of two processes
