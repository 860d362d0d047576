"""The HTTP properties of reading, against a real gate of two processes."""

import gzip
import os
import re
from collections.abc import Iterator
from pathlib import Path

import brotli
import pytest

from commonwire.base.headers import FILE_POLICY, SECURITY_HEADERS, headers_for
from tests.gate.conftest import Gate

pytestmark = pytest.mark.gate

PAGE = b"<!doctype html><title>Rain</title><p>" + b"The march began in the rain. " * 200
SOUND = bytes(range(256)) * 4_000


@pytest.fixture(scope="module", autouse=True)
def shelf(gate: Gate) -> Iterator[None]:
    gate.shelf.put("/", PAGE)
    gate.shelf.put("/2026/11/20/rain/", PAGE)
    gate.shelf.put("/newswire/feed.rss", b"<rss>" + b"<item/>" * 500)
    gate.shelf.put("/static/commonwire.abc.css", b"main { color: #111 }" * 50)
    gate.shelf.put_gone("/2026/11/20/withdrawn/", b"<p>Withdrawn by its author.</p>")
    gate.shelf.put("/media/ab/sound.mp3", SOUND)
    yield


def test_a_page_is_given_as_it_is(gate: Gate) -> None:
    answer = gate.get("/2026/11/20/rain/")
    assert (answer.status, answer.body) == (200, PAGE)
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["content-length"] == str(len(PAGE))
    assert answer.headers["cache-control"] == "no-cache"
    assert answer.headers["vary"] == "accept-encoding"
    assert "content-encoding" not in answer.headers
    assert "last-modified" not in answer.headers
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [
        ("", ""),
        ("gzip", "gzip"),
        ("br", "br"),
        ("gzip, deflate, br, zstd", "br"),
        ("zstd", ""),
        ("gzip;q=1.0, br;q=0.5", "gzip"),
        ("br;q=0, gzip", "gzip"),
        ("br;q=0, gzip;q=0", ""),
        ("*", "br"),
        ("*;q=0", ""),
        ("gzip;q=0.0, *", "br"),
        ("identity, gzip;q=0.5", ""),
        ("GZIP", "gzip"),
        ("gzip;q=nonsense", ""),
        (",,;;q=", ""),
    ],
)
def test_the_coding_asked_for(gate: Gate, accepted: str, coding: str) -> None:
    answer = gate.get("/", Accept_Encoding=accepted) if accepted else gate.get("/")
    decode = {"": bytes, "gzip": gzip.decompress, "br": brotli.decompress}[coding]
    assert answer.headers.get("content-encoding", "") == coding
    assert decode(answer.body) == PAGE
    assert answer.headers["content-length"] == str(len(answer.body))
    assert answer.headers["vary"] == "accept-encoding"


def test_each_coding_has_its_own_strong_tag(gate: Gate) -> None:
    tags = [gate.get("/", Accept_Encoding=coding).headers["etag"] for coding in ("identity", "gzip", "br")]
    assert len(set(tags)) == 3
    assert all(re.fullmatch(r'"[0-9a-f]{32}(-gzip|-br)?"', tag) for tag in tags)
    assert tags == [gate.get("/2026/11/20/rain/", Accept_Encoding=coding).headers["etag"] for coding in ("identity", "gzip", "br")]


def test_what_one_has_is_not_sent_again(gate: Gate) -> None:
    first = gate.get("/", Accept_Encoding="br")
    tag = first.headers["etag"]
    for condition in (tag, f'"other", {tag}', f"W/{tag}", "*"):
        again = gate.get("/", Accept_Encoding="br", If_None_Match=condition)
        assert (again.status, again.body, again.headers["etag"]) == (304, b"", tag)
        assert again.headers["cache-control"] == "no-cache"
        assert again.headers["vary"] == "accept-encoding"
    for condition in ('"other"', tag.replace("-br", "-gzip"), ""):
        assert gate.get("/", Accept_Encoding="br", If_None_Match=condition).status == 200


def test_head_is_get_without_a_body(gate: Gate) -> None:
    for target in ("/", "/2026/11/20/withdrawn/", "/media/ab/sound.mp3", "/2026/11/20/rain"):
        got, headed = gate.get(target), gate.ask("HEAD", target)
        for answer in (got, headed):
            answer.headers.pop("date")
        assert (headed.status, headed.body, headed.headers) == (got.status, b"", got.headers)


def test_the_query_changes_nothing_of_a_page(gate: Gate) -> None:
    assert gate.get("/2026/11/20/rain/?utm=1&x=%ff").body == PAGE


def test_a_removed_page_says_so(gate: Gate) -> None:
    answer = gate.get("/2026/11/20/withdrawn/", If_None_Match="*")
    assert (answer.status, answer.body) == (410, b"<p>Withdrawn by its author.</p>")


def test_a_missing_slash_is_added(gate: Gate) -> None:
    answer = gate.get("/2026/11/20/rain?a=b")
    assert (answer.status, answer.headers["location"]) == (301, "/2026/11/20/rain/?a=b")
    assert gate.get("//wire.example.net").status == 400


def test_types_and_static_files(gate: Gate) -> None:
    assert gate.get("/newswire/feed.rss").headers["content-type"] == "application/rss+xml; charset=utf-8"
    style = gate.get("/static/commonwire.abc.css", Accept_Encoding="gzip")
    assert style.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert style.headers["content-encoding"] == "gzip"


def test_media_whole(gate: Gate) -> None:
    answer = gate.get("/media/ab/sound.mp3", Accept_Encoding="gzip, br")
    assert (answer.status, answer.body) == (200, SOUND)
    assert answer.headers["content-type"] == "audio/mpeg"
    assert answer.headers["content-length"] == str(len(SOUND))
    assert answer.headers["accept-ranges"] == "bytes"
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert answer.headers["content-security-policy"] == FILE_POLICY
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert not {"content-encoding", "last-modified"} & set(answer.headers)
    assert gate.get("/media/ab/sound.mp3", If_None_Match=answer.headers["etag"]).status == 304


@pytest.mark.parametrize(
    ("asked", "first", "last"),
    [
        ("bytes=0-0", 0, 0),
        ("bytes=10-19", 10, 19),
        ("bytes=1023990-", 1023990, 1023999),
        ("bytes=-5", 1023995, 1023999),
        ("bytes=1023998-9999999", 1023998, 1023999),
        ("bytes=-99999999", 0, 1023999),
    ],
)
def test_a_range_of_media(gate: Gate, asked: str, first: int, last: int) -> None:
    answer = gate.get("/media/ab/sound.mp3", Range=asked)
    assert (answer.status, answer.body) == (206, SOUND[first : last + 1])
    assert answer.headers["content-range"] == f"bytes {first}-{last}/{len(SOUND)}"
    assert answer.headers["content-length"] == str(last - first + 1)


@pytest.mark.parametrize("asked", ["bytes=1024000-", "bytes=9999999-99999999", "bytes=-0"])
def test_a_range_behind_the_end(gate: Gate, asked: str) -> None:
    answer = gate.get("/media/ab/sound.mp3", Range=asked)
    assert (answer.status, answer.headers["content-range"]) == (416, "bytes */1024000")
    assert "shorter" in answer.text


@pytest.mark.parametrize("asked", ["bytes=5-2", "bytes=0-1,4-5", "bytes=-", "lines=1-2", "bytes=a-b", "bytes=" + "9" * 50 + "-"])
def test_a_range_that_means_nothing_gives_the_whole(gate: Gate, asked: str) -> None:
    answer = gate.get("/media/ab/sound.mp3", Range=asked)
    assert (answer.status, len(answer.body)) == (200, len(SOUND))


def test_a_range_of_another_file_gives_the_whole(gate: Gate) -> None:
    tag = gate.get("/media/ab/sound.mp3").headers["etag"]
    assert gate.get("/media/ab/sound.mp3", Range="bytes=0-1", If_Range=tag).status == 206
    assert gate.get("/media/ab/sound.mp3", Range="bytes=0-1", If_Range='"other"').status == 200


def test_what_is_not_on_the_shelf_goes_to_the_application(gate: Gate) -> None:
    assert gate.get("/search/?q=rain").body == b'{"path": "/search/?q=rain"}'
    assert gate.get("/nowhere/").status == 404
    assert gate.get("/media/zz/none.jpg").status == 200  # asked of the application, which in these tests answers everything


@pytest.mark.parametrize("target", ["/../secret.txt", "/%2e%2e/secret.txt", "/media/../secret.txt", "/media/%2e%2e%2fsecret.txt", "/.//x"])
def test_no_way_out_of_the_folder(gate: Gate, target: str) -> None:
    (gate.data_dir / "secret.txt").write_text("signing secret")
    answer = gate.get(target)
    assert answer.status == 400
    assert b"signing secret" not in answer.body


@pytest.mark.parametrize(
    "target", ["/", "/2026/11/20/withdrawn/", "/search/", "/nowhere/", "/2026/11/20/rain", "/../x", "/newswire/feed.rss"]
)
def test_every_answer_is_guarded(gate: Gate, target: str) -> None:
    headers = gate.get(target).headers
    assert {name: headers.get(name) for name in SECURITY_HEADERS} == SECURITY_HEADERS


@pytest.mark.parametrize("lies", [True, False])
def test_the_live_page_alone_may_run_a_script(gate: Gate, lies: bool) -> None:
    """From the shelf, and from the application behind it."""
    for path in ("/actions/tide/live/", "/es/actions/tide/live/", "/actions/tide/live/still/"):
        if lies:
            gate.shelf.put(path, PAGE)
        headers = gate.get(path).headers
        assert {name: headers.get(name) for name in SECURITY_HEADERS} == headers_for(path), path
    assert "script-src 'self'" in gate.get("/actions/tide/live/").headers["content-security-policy"]
    assert "script-src 'none'" in gate.get("/actions/tide/live/still/").headers["content-security-policy"]


def test_nothing_old_after_a_replacement(gate: Gate) -> None:
    """Ten replacements, forty readings after each, on both processes and in every coding: none may be old."""
    for number in range(10):
        page = b"<p>Edition %d</p>" % number * 100
        gate.shelf.put("/fresh/", page)
        answers = [gate.get("/fresh/", Accept_Encoding=coding) for coding in ("identity", "gzip") for _ in range(20)]
        assert {a.body if "content-encoding" not in a.headers else gzip.decompress(a.body) for a in answers} == {page}
    gate.shelf.put_gone("/fresh/", b"<p>Hidden</p>")
    assert {gate.get("/fresh/").status for _ in range(20)} == {410}
    gate.shelf.drop("/fresh/")
    assert {gate.get("/fresh/").body for _ in range(20)} == {b'{"path": "/fresh/"}'}


def test_purged_media_is_gone_at_once(gate: Gate) -> None:
    gate.shelf.put("/media/cd/face.jpg", b"\xff\xd8 picture")
    assert gate.get("/media/cd/face.jpg").body == b"\xff\xd8 picture"
    gate.shelf.drop("/media/cd/face.jpg")
    assert {gate.get("/media/cd/face.jpg").body for _ in range(10)} == {b'{"path": "/media/cd/face.jpg"}'}


def test_large_media_is_not_held_in_memory(gate: Gate) -> None:
    gate.shelf.put("/media/ef/film.mp3", os.urandom(1_000_000) * 30)
    before = _memory(gate.process.pid)
    for _ in range(4):
        assert len(gate.get("/media/ef/film.mp3").body) == 30_000_000
    assert _memory(gate.process.pid) - before < 30_000_000
    gate.shelf.drop("/media/ef/film.mp3")


def _memory(server: int) -> int:
    """Resident bytes of the reader processes."""
    children = Path(f"/proc/{server}/task/{server}/children").read_text().split()
    pages = [int(Path(f"/proc/{child}/statm").read_text().split()[1]) for child in children]
    assert len(pages) >= 2
    return sum(pages) * os.sysconf("SC_PAGESIZE")
