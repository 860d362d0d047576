"""`commonwire take-in`: what it prints, bakes and answers."""

import argparse
import io
import json
from pathlib import Path
from types import SimpleNamespace

import pytest

from commonwire.newswire.models import Post
from commonwire.ops import take_in
from commonwire.press.bake import shelf
from tests import make
from tests.archive.written import ADDRESS, ARTICLE, FEATURE
from tests.conftest import SITE_URL
from tests.media.pictures import quarters, saved


@pytest.fixture(autouse=True)
def stood(transactional_db: None, data_dir: Path) -> None:
    make.site(name="The Harbor Wire", zone="UTC", languages=["en"])


def command(*arguments: str) -> int:
    parser = argparse.ArgumentParser()
    take_in.configure(parser)
    return take_in.run(parser.parse_args([str(each) for each in arguments]))


def document(folder: Path, text: str | bytes, name: str = "page.txt") -> str:
    file = folder / name
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    return str(file)


def test_the_last_line_is_the_address_of_a_page_that_is_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command(document(tmp_path, ARTICLE), "--address", ADDRESS) == 0
    last = capsys.readouterr().out.rstrip("\n").split("\n")[-1]
    assert last == f"{SITE_URL}/2031/05/02/bakers-millers-walk-out/"
    assert b"BAKERS WALK OUT" in (shelf().read(last.removeprefix(SITE_URL)) or b"")


def test_several_files_each_with_its_report(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command(document(tmp_path, FEATURE), document(tmp_path, ARTICLE, "b.txt")) == 0
    assert [line for line in capsys.readouterr().out.split("\n") if line.startswith("https://")] == [
        f"{SITE_URL}/2031/05/03/bread-for-all/",
        f"{SITE_URL}/2031/05/02/bakers-millers-walk-out/",
    ]
    assert b'href="/2031/05/02/bakers-millers-walk-out/"' in (shelf().read("/2031/05/03/bread-for-all/") or b"")


def test_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command(document(tmp_path, ARTICLE), "--json") == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["title"], said["address"]) == ("Bakers & millers walk out", f"{SITE_URL}/2031/05/02/bakers-millers-walk-out/")
    assert command(document(tmp_path, ARTICLE), document(tmp_path, FEATURE, "b.txt"), "--json") == 0
    assert [each["kind"] for each in json.loads(capsys.readouterr().out)] == ["article", "feature"]


def test_something_unplaced_is_told_by_the_exit_code(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command(document(tmp_path, ARTICLE.replace("U.S. Labor", "U.S. Kites | Labor"))) == 1
    assert "Could not be placed, and shown where it stood:\n  2: U.S. Kites | Labor & Workers" in capsys.readouterr().out


def test_windows_1252_is_read_and_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command(document(tmp_path, ARTICLE.replace("Bakers' Union", "Bakers’ Union").encode("cp1252"))) == 0
    assert "it was read as windows-1252" in capsys.readouterr().out
    assert "Bakers’ Union" in Post.objects.get().body


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(ARTICLE.encode())))
    assert command("-") == 0
    assert Post.objects.get().headline == "Bakers & millers walk out"


def test_what_cannot_be_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good = document(tmp_path, ARTICLE)
    cases = [
        (("none.txt",), "none.txt: No such file or directory"),
        ((document(tmp_path, b"\0\1", "b"),), "not a text file"),
        ((document(tmp_path, "\n", "c"),), "no line of content"),
        ((good, "--zone", "Mars"), "America/Los_Angeles"),
        ((good, "--address", "https://example.org/"), "is no address of a page of the older site"),
        ((good, good, "--address", ADDRESS), "give it with one FILE"),
        ((good, "--media", str(tmp_path / "none")), "no such folder"),
        ((good, "--fill", "gate.jpg=none.jpg"), "write NAME=FILE"),
    ]
    for arguments, sentence in cases:
        assert command(*arguments) == 2
        told = capsys.readouterr()
        assert sentence in told.err and told.out == ""
    assert Post.objects.count() == 0


def test_media_fill_their_places(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "media"
    folder.mkdir()
    (folder / "GATE.jpg").write_bytes(saved(quarters(64, 48), "JPEG"))
    lead = tmp_path / "lead.jpg"
    lead.write_bytes(saved(quarters(80, 40), "JPEG"))
    assert command(document(tmp_path, ARTICLE), "--media", str(folder), "--fill", f"original image={lead}") == 0
    assert (shelf().read("/2031/05/02/bakers-millers-walk-out/") or b"").count(b"<img") == 2
    (folder / "gate.jpg").write_bytes(b"no picture")
    other = document(tmp_path, ARTICLE.replace("Bakers & millers", "Cooks"), "other.txt")
    capsys.readouterr()
    assert command(other, "--fill", f"gate.jpg={folder / 'gate.jpg'}") == 1
    assert "gate.jpg could not fill gate.jpg: This is a text file, not a picture" in capsys.readouterr().out
    assert command(other, "--fill", f"door.jpg={lead}") == 1
    assert "No medium is missing under the name door.jpg." in capsys.readouterr().out
