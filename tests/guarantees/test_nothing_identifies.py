"""Nobody who publishes, comments or fails can be found in what the house keeps: every file, every line it printed, every temporary one.

Each request comes from an address of its own and carries its own agent, referrer and languages. Afterwards everything is searched
for all of them, as text and as what a program could have made of them.
"""

import base64
import contextlib
import hashlib
import ipaddress
import itertools
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.guarantees.sender import Sender, answers
from tests.house.serving import Served, serving
from tests.media.pictures import NEEDLE, exif, quarters, saved
from tests.newswire.door import the_form

pytestmark = pytest.mark.guarantee
NAME = "NEEDLE-my-holiday-name-7731.jpg"
PHRASE = "Dredging resumes at the ninth buoy"  # published on purpose: the search must find it


@dataclass
class Crowd:
    """Makes a sender who was never seen before, and remembers what would give each away."""

    url: str
    needles: dict[str, list[bytes]] = field(default_factory=dict)
    _numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    def somebody(self) -> Sender:
        number = next(self._numbers)
        address = (
            f"2001:db8:{number:x}:77aa:9b1:c0de:{number:x}:5eed"
            if number % 2
            else f"203.{113 + number % 90}.{number % 250}.{77 + number % 90}"
        )
        said = {
            "X-Forwarded-For": address,
            "User-Agent": f"NeedleAgent-{number}-{os.urandom(4).hex()}",
            "Referer": f"https://needle-referrer-{number}-{os.urandom(4).hex()}.example.org/from",
            "Accept-Language": f"x-needle-{number}-{os.urandom(3).hex()},en;q=0.5",
            "Cookie": f"needle={number}-{os.urandom(4).hex()}",
            "X-Real-IP": f"198.51.100.{number % 250}",
        }
        for name, text in said.items():
            if name != "X-Real-IP":
                self.needles[f"{name} of sender {number}"] = forms_of(text)
        return Sender(self.url, said)


def forms_of(text: str) -> list[bytes]:
    """A text as itself and as what hides it badly; an address also packed."""
    raw = [text.encode()]
    try:
        packed = ipaddress.ip_address(text).packed
    except ValueError:
        packed = b""
    if len(packed) == 16:  # four bytes would be found in any large file by chance
        raw.append(packed)
    if packed:
        raw.append(packed.hex().encode())
    made = [each for one in [text.encode(), packed] if one for each in _hidden(one)]
    return [*raw, *made]


def _hidden(raw: bytes) -> list[bytes]:
    digests = [hashlib.new(name, raw) for name in ("sha1", "sha256", "md5")]
    long = [base64.b64encode(raw).rstrip(b"="), base64.urlsafe_b64encode(raw).rstrip(b"="), raw.hex().encode()] if len(raw) > 6 else []
    return [*long, *(each.digest() for each in digests), *(each.hexdigest().encode() for each in digests)]


def everything_kept(served: Served, temporary: Path) -> dict[str, bytes]:
    files = [file for folder in (served.data_dir, temporary) for file in folder.rglob("*") if file.is_file() and not file.is_symlink()]
    kept: dict[str, bytes] = {}
    for file in files:
        with contextlib.suppress(FileNotFoundError):  # the worker is at work meanwhile
            kept[str(file)] = file.read_bytes()
    return kept | {str(file) + " (name)": str(file).encode() for file in files} | {"what it printed": served.log.read_bytes()}


def found(needles: dict[str, list[bytes]], kept: dict[str, bytes]) -> list[str]:
    lowered = {where: (content, content.lower()) for where, content in kept.items()}
    return sorted(
        f"{what} in {where}"
        for what, forms in needles.items()
        for where, (content, lower) in lowered.items()
        if any(form in content or form.lower() in lower for form in forms)
    )


def _live(crowd: Crowd, served: Served) -> None:
    """Whatever people do, done by strangers, each once."""
    photo = saved(quarters(900, 700), "JPEG", exif=exif(), comment=NEEDLE.encode())
    published = crowd.somebody().publish({"upload_1": (NAME, photo)}, headline=PHRASE, upload_alt_1="A buoy")
    assert published.status == 303, published.text
    address = published.headers["location"] if "location" in published.headers else published.headers["Location"]
    page = crowd.somebody().get(address)
    assert (page.status, PHRASE in page.text) == (200, True)
    where = the_form(page.text, "/comment/").action
    comment = crowd.somebody().post(where, {"kind": "comment", "body": "I saw it."})
    sent = crowd.somebody().post(where, the_form(comment.text, "/comment/").data | {"act": "publish"})
    assert sent.status == 303, sent.text
    one = crowd.somebody()
    assert one.post("/publish/preview/", {"headline": ""}).status == 422
    assert crowd.somebody().post("/publish/preview/", {"headline": "x"}, {"upload_1": (NAME, b"MZ" + NEEDLE.encode() * 900)}).status == 422
    assert crowd.somebody().post("/publish/preview/", {"headline": "x"}, {"upload_1": (NAME, photo[:3000])}).status == 422
    assert crowd.somebody().raw("POST", "/publish/preview/", b"--x\r\nbroken", "multipart/form-data; boundary=nope").status in (400, 422)
    assert crowd.somebody().post("/publish/preview/", {f"f{n}": "x" for n in range(2100)}).status == 400
    assert crowd.somebody().post("/publish/preview/", {"body": "x" * 6_000_000}).status in (400, 413)
    assert crowd.somebody().post("/publish/preview/", {"headline": "x"}, {"upload_1": (NAME, photo + b"\0" * 3_000_000)}).status in (
        413,
        422,
    )
    assert crowd.somebody().post("/receipt/open/", {"receipt_for": "0000000000000", "receipt_words": "a b c d e f"}).status == 403
    assert crowd.somebody().post("/desk/sign-in/", {"handle": "nobody", "password": "wrong", "code": "123456"}).status in (
        200,
        400,
        403,
        422,
    )
    assert crowd.somebody().get("/nowhere/").status == 404
    assert crowd.somebody().get("/n/0000000000000/").status == 404
    assert crowd.somebody().get("/newswire/filter/?kind=nothing").status == 400
    flood = crowd.somebody()
    assert 429 in [flood.post("/receipt/open/", {"receipt_for": "x"}).status for _ in range(34)]
    for _ in range(3):
        crowd.somebody().get("/")


@pytest.fixture(scope="module")
def aftermath(tmp_path_factory: pytest.TempPathFactory) -> tuple[Crowd, dict[str, bytes]]:
    folder = tmp_path_factory.mktemp("needles")
    temporary = folder / "tmp"
    temporary.mkdir()
    with serving(
        folder / "data", "--empty", TRUSTED_PROXY="yes", FORM_MIN_SECONDS="0", MAX_PICTURE_MB="2", TMPDIR=str(temporary)
    ) as served:
        answers(served.url)
        crowd = Crowd(served.url)
        _live(crowd, served)
        crowd.needles["the photo's own words"] = [NEEDLE.encode(), *_hidden(NEEDLE.encode())]
        crowd.needles["the name of the uploaded file"] = [NAME.encode(), NAME.removesuffix(".jpg").encode(), *_hidden(NAME.encode())]
        kept = everything_kept(served, temporary)  # while it runs: the write-ahead log and every lock are there
        served.command("work", "--once")
        kept |= {f"{where} (later)": content for where, content in everything_kept(served, temporary).items()}
    return crowd, kept


def test_nothing_is_kept_of_anybody(aftermath: tuple[Crowd, dict[str, bytes]]) -> None:
    crowd, kept = aftermath
    assert len(crowd.needles) > 100
    assert found(crowd.needles, kept) == []


def test_what_is_published_is_found(aftermath: tuple[Crowd, dict[str, bytes]]) -> None:
    """The search looks in the right places: pages, feeds and the database hold what they should."""
    places = found({"phrase": [PHRASE.encode()]}, aftermath[1])
    assert any("commonwire.sqlite3" in place for place in places)
    assert any(place.endswith("pages/index.html") for place in places)


@pytest.mark.parametrize("way", ["text", "packed", "hash", "base64", "name"])
def test_a_house_that_kept_an_address_would_be_caught(aftermath: tuple[Crowd, dict[str, bytes]], tmp_path: Path, way: str) -> None:
    crowd, kept = aftermath
    who = next(name for name in crowd.needles if name.startswith("X-Forwarded-For"))
    address = crowd.needles[who][0].decode()
    packed = ipaddress.ip_address(address).packed
    written = {
        "text": address.encode(),
        "packed": packed,
        "hash": hashlib.sha256(address.encode()).hexdigest().upper().encode(),
        "base64": base64.b64encode(packed),
        "name": b"",
    }[way]
    file = tmp_path / (address.replace(":", "-") if way != "name" else address)
    file.write_bytes(b"log: " + written + b"\n")
    caught = found(
        {who: crowd.needles[who]},
        kept | {"the saboteur's file": file.read_bytes(), "its name": str(file).encode() if way == "name" else b""},
    )
    assert len(caught) == 1
