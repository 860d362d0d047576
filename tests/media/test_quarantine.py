"""An upload waits as noise, under no name of its own, and not a moment too long."""

import io
import os
from pathlib import Path

import pytest

from commonwire.media import quarantine
from tests.media.pictures import NEEDLE
from tests.media.shelf import quarantined

CONTENT = NEEDLE.encode() * 50_000


def test_on_disk_there_is_noise_and_behind_the_descriptor_the_upload(data_dir: Path) -> None:
    with quarantine.held(io.BytesIO(CONTENT), most=len(CONTENT)) as held:
        (path,) = quarantined(data_dir)
        noise = path.read_bytes()
        assert len(noise) == len(CONTENT) == held.size
        assert NEEDLE.encode()[:8] not in noise
        assert path.stat().st_mode & 0o777 == 0o600
        with held.opened() as handle:
            assert os.read(handle, len(CONTENT) + 1) == CONTENT
        with pytest.raises(OSError):
            os.fstat(handle)
    assert quarantined(data_dir) == []


def test_two_uploads_are_two_noises(data_dir: Path) -> None:
    with quarantine.held(io.BytesIO(CONTENT), most=len(CONTENT)), quarantine.held(io.BytesIO(CONTENT), most=len(CONTENT)):
        one, other = (path.read_bytes() for path in quarantined(data_dir))
    assert one != other


def test_one_byte_too_many_is_too_large_and_leaves_nothing(data_dir: Path) -> None:
    with pytest.raises(quarantine.TooLarge), quarantine.held(io.BytesIO(CONTENT), most=len(CONTENT) - 1):
        pytest.fail("it was let in")
    assert quarantined(data_dir) == []


def test_a_failure_inside_leaves_nothing(data_dir: Path) -> None:
    with pytest.raises(ZeroDivisionError), quarantine.held(io.BytesIO(CONTENT), most=len(CONTENT)):
        raise ZeroDivisionError
    assert quarantined(data_dir) == []


def test_the_start_empties_what_a_kill_left(data_dir: Path) -> None:
    folder = data_dir / "quarantine"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "left").write_bytes(b"x")
    (folder / "tmpx.upload.jpg").write_bytes(b"x")
    assert (quarantine.empty(), quarantined(data_dir)) == (2, [])


def test_an_empty_house_has_nothing_to_empty(data_dir: Path) -> None:
    (data_dir / "quarantine").rmdir()
    assert quarantine.empty() == 0
