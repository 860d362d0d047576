"""A storm of sendings while programs are killed: what was answered with 303 is there afterwards, once, whole, on every list."""

import contextlib
import json
import os
import random
import re
import signal
import sqlite3
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.client import HTTPException
from pathlib import Path

import pytest

from tests.guarantees.sender import Sender, answers
from tests.house.serving import Served, free_port, serving
from tests.media.pictures import quarters, saved
from tests.newswire.door import Form

pytestmark = pytest.mark.guarantee
WRITERS, KILLS = 8, 20
PICTURE = saved(quarters(40, 30), "JPEG")


@dataclass
class Storm:
    """Writers who note, for each headline, the address they were answered with; a lost answer is sent again with the same draft."""

    url: str
    accepted: dict[str, str] = field(default_factory=dict)
    unsure: set[str] = field(default_factory=set)
    over: threading.Event = field(default_factory=threading.Event)

    def write(self, writer: int) -> None:
        number = 0
        while not self.over.is_set():
            number += 1
            headline = f"Storm {writer} {number} end"
            form = self._preview(headline, picture=number % 6 == writer % 6)
            if form is not None:
                self._send(headline, form)

    def _preview(self, headline: str, picture: bool) -> Form | None:
        files = {"upload_1": ("x.jpg", PICTURE)} if picture else None
        with contextlib.suppress(OSError, HTTPException):
            return Sender(self.url).preview(files, headline=headline, body=f"{headline} text.", upload_alt_1="x")
        time.sleep(0.2)
        return None

    def _send(self, headline: str, form: Form) -> None:
        """Until it is answered, as somebody does whose line broke; what was never answered may be there or not."""
        self.unsure.add(headline)
        while not self.over.is_set():
            with contextlib.suppress(OSError, HTTPException):
                answer = Sender(self.url, seconds=20).post("/publish/send/", form.data)
                if answer.status == 303:
                    self.accepted[headline] = {name.lower(): value for name, value in answer.headers.items()}["location"]
                    self.unsure.discard(headline)
                    return
            time.sleep(0.2)


def _children(served: Served, word: str) -> list[int]:
    """Processes of this server whose command line holds the word; every program of it is started with its own settings."""
    found = []
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            with contextlib.suppress(OSError):
                command = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
                environment = (folder / "environ").read_bytes()
                if word in command and f"DATA_DIR={served.data_dir}\0".encode() in environment + b"\0":
                    found.append(int(folder.name))
    return found


def _kill_some(served: Served, word: str) -> None:
    for pid in _children(served, word):
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


def _kill_all(served: Served) -> None:
    """The supervisor and everything it started: they die with it, so it goes last."""
    for pid in [*_children(served, "granian"), *_children(served, "command work"), served.process.pid]:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    served.process.wait()


@dataclass
class Aftermath:
    storm: Storm
    kills: int
    data_dir: Path
    shown: list[tuple[str, str]]
    due: int
    newest: str
    lists: dict[str, str]


@pytest.fixture(scope="module")
def aftermath(tmp_path_factory: pytest.TempPathFactory) -> Aftermath:
    data, port, dice = tmp_path_factory.mktemp("storm") / "data", free_port(), random.Random(7)
    settings = {"FORM_MIN_SECONDS": "0", "SENDINGS_PER_HOUR": "100000"}
    storm, kills = Storm(f"http://127.0.0.1:{port}"), 0
    writers = [threading.Thread(target=storm.write, args=(number,), daemon=True) for number in range(WRITERS)]
    whom = ["worker", "web", "worker", "web", "all"]
    while kills < KILLS:
        with serving(data, "--empty", port=port, **settings) as served:
            if not kills:
                for writer in writers:
                    writer.start()
            while kills < KILLS:
                answers(served.url)
                time.sleep(dice.uniform(0.1, 2.0))
                kills += 1
                target = whom[kills % len(whom)]
                if target == "all":
                    _kill_all(served)
                    break
                _kill_some(served, "command work" if target == "worker" else "behind_the_gate")
    with serving(data, "--empty", port=port, **settings) as served:
        answers(served.url)
        time.sleep(2)  # those whose answer was lost send once more
        storm.over.set()
        for writer in writers:
            writer.join(60)
        due = _wait_until_nothing_is_due(data)
        last = Sender(storm.url).publish(headline="The newest of all").headers
        _wait_until_nothing_is_due(data)
        time.sleep(1)
        lists = {
            path: Sender(storm.url).get(path).text
            for path in ("/", "/newswire/", "/newswire/feed.rss", "/newswire/feed.atom", "/newswire/feed.json")
        }
    with contextlib.closing(sqlite3.connect(data / "commonwire.sqlite3")) as database:
        shown = database.execute("SELECT headline, path FROM newswire_post WHERE visibility = 'shown'").fetchall()
    return Aftermath(storm, kills, data, shown, due, {name.lower(): value for name, value in last.items()}["location"], lists)


def _wait_until_nothing_is_due(data: Path, seconds: float = 90) -> int:
    """The number of rows still due when time is up; a reaction that a kill interrupted is simply run again."""
    until = time.monotonic() + seconds
    while True:
        with contextlib.closing(sqlite3.connect(data / "commonwire.sqlite3", timeout=20)) as database:
            due = int(database.execute("SELECT count(*) FROM ledger_due").fetchone()[0])
        if not due or time.monotonic() > until:
            return due
        time.sleep(0.3)


def lost(aftermath: Aftermath) -> list[str]:
    there = dict(aftermath.shown)
    return sorted(headline for headline, path in aftermath.storm.accepted.items() if there.get(headline) != path)


def test_there_was_a_storm(aftermath: Aftermath) -> None:
    assert aftermath.kills >= KILLS
    assert len(aftermath.storm.accepted) > 100


def test_what_was_answered_is_there_once(aftermath: Aftermath) -> None:
    headlines = [headline for headline, _ in aftermath.shown]
    assert lost(aftermath) == []
    assert len(headlines) == len(set(headlines))
    assert set(headlines) - {"The newest of all"} <= set(aftermath.storm.accepted) | aftermath.storm.unsure


def test_each_has_a_whole_page(aftermath: Aftermath) -> None:
    for headline, path in aftermath.shown:
        page = (aftermath.data_dir / "pages" / path.strip("/") / "index.html").read_text()
        assert f">{headline}</h1>" in page
        assert page.endswith("</html>\n")
        for picture in re.findall(r' src="(/media/[^"]+)"', page):
            assert (aftermath.data_dir / picture.strip("/")).stat().st_size > 100


def test_lists_and_feeds_show_the_newest(aftermath: Aftermath) -> None:
    newest = ["The newest of all", *(h for h, _ in sorted(aftermath.shown, key=lambda row: row[1])[:0])]
    assert {path: [headline in text for headline in newest] for path, text in aftermath.lists.items()} == {
        path: [True] for path in aftermath.lists
    }
    assert json.loads(aftermath.lists["/newswire/feed.json"])["items"][0]["title"] == "The newest of all"


def test_nothing_half_lies_about(aftermath: Aftermath) -> None:
    assert aftermath.due == 0
    pages = [file.name for file in (aftermath.data_dir / "pages").rglob("*") if file.is_file()]
    assert [name for name in pages if name.endswith(".part") and not name.startswith(".")] == []


SABOTEUR = """
from commonwire.wsgi import behind_the_gate
import commonwire.newswire.views.publish as view
from commonwire.newswire.models import Post
from commonwire.newswire.publish import publish_post
import random, threading
def hasty(**given):
    post = Post(public_id=given["public_id"], path=f"/2026/01/01/{given['public_id']}/", visibility="shown")
    threading.Timer(random.uniform(0.5, 3), lambda: publish_post(**given)).start()
    return post
view.publish_post = hasty
view.bake_now = lambda keys: None
"""


@pytest.fixture
def hasty_house(tmp_path: Path) -> Iterator[Served]:
    """The same server, whose application answers before it has kept anything."""
    (tmp_path / "hasty.py").write_text(SABOTEUR)
    wrapper = (
        "import sys; from commonwire.ops import serve, supervise; real = serve.programs\n"
        "def programs(environment):\n"
        "    made = real(environment)\n"
        "    web = made[1]\n"
        "    return [made[0], supervise.Program(web.name, [*web.command[:-1], 'hasty:behind_the_gate'], web.nice, web.leaves), made[2]]\n"
        "serve.programs = programs\n"
        "import argparse; parser = argparse.ArgumentParser(); serve.configure(parser); sys.exit(serve.run(parser.parse_args()))\n"
    )
    (tmp_path / "hasty_serve.py").write_text(wrapper)
    from tests.house import serving as house

    real = house._commonwire
    house._commonwire = lambda *arguments: [sys.executable, "-m", "hasty_serve", *arguments[1:]]
    try:
        path = os.pathsep.join([str(tmp_path), str(Path(__file__).parents[2])])
        with serving(tmp_path / "data", "--empty", FORM_MIN_SECONDS="0", SENDINGS_PER_HOUR="100000", PYTHONPATH=path) as served:
            yield served
    finally:
        house._commonwire = real


def test_a_house_that_answers_before_it_keeps_would_be_caught(hasty_house: Served) -> None:
    answers(hasty_house.url)
    storm = Storm(hasty_house.url)
    for number in range(6):
        form = storm._preview(f"Hasty {number} end", picture=False)
        assert form is not None
        storm._send(f"Hasty {number} end", form)
    _kill_all(hasty_house)
    with contextlib.closing(sqlite3.connect(hasty_house.data_dir / "commonwire.sqlite3")) as database:
        shown = database.execute("SELECT headline, path FROM newswire_post WHERE visibility = 'shown'").fetchall()
    assert lost(Aftermath(storm, 1, hasty_house.data_dir, shown, 0, "", {})) != []
