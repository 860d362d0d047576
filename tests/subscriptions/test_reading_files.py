"""Files in the manner of the programs that write them: each is understood as the text beside it says, word for word."""

from pathlib import Path

import pytest

from commonwire.subscriptions.reading.read import read_calendar
from tests.subscriptions.telling import told

FILES = sorted((Path(__file__).parent / "files").glob("*.ics"))
ZONE = "America/Los_Angeles"


def test_there_are_enough() -> None:
    assert len(FILES) >= 25


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_a_file_is_understood(path: Path) -> None:
    assert told(read_calendar(path.read_bytes(), zone=ZONE)) == path.with_suffix(".txt").read_text()
