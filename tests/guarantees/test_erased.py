"""What its author corrected or took back is nowhere: not in the database, its log, its index, not in a page, feed or file."""

import contextlib
import time
from pathlib import Path

import pytest

from tests.guarantees.sender import Sender, answers
from tests.house.serving import serving
from tests.media.pictures import quarters, saved
from tests.newswire.door import the_form

pytestmark = pytest.mark.guarantee
WORDS = ("Quillwort", "Zephyrine", "Ombudsgull", "Wrackline")  # headline, text, byline, words of the picture


def _holding(data: Path, words: tuple[str, ...]) -> list[str]:
    kept = {}
    for file in sorted(data.rglob("*")):
        with contextlib.suppress(FileNotFoundError):  # the worker is at work meanwhile
            if file.is_file():
                kept[str(file.relative_to(data))] = file.read_bytes().lower()
    return [f"{word} in {name}" for name, content in kept.items() for word in words if word.lower().encode() in content]


def _soon(data: Path, words: tuple[str, ...], seconds: float = 20) -> list[str]:
    """What is left when the worker has had its time."""
    until = time.monotonic() + seconds
    while (left := _holding(data, words)) and time.monotonic() < until:
        time.sleep(0.3)
    return left


def test_corrected_and_withdrawn_words_are_gone(tmp_path: Path) -> None:
    with serving(tmp_path / "data", "--empty", FORM_MIN_SECONDS="0") as served:
        answers(served.url)
        one = Sender(served.url)
        headline, text, byline, alt = WORDS
        draft = one.preview(
            {"upload_1": ("x.jpg", saved(quarters(400, 300), "JPEG"))},
            headline="Plain",
            body=text,
            byline=byline,
            upload_alt_1=alt,
            summary=headline,
        )
        page = one.post("/publish/preview/", draft.data).text
        receipt = " ".join(part.split("</span>")[0] for part in page.split('class="words"')[1].split("</p>")[0].split("<span>")[1:])
        sent = one.post("/publish/send/", the_form(page, "send/").data)
        address = {name.lower(): value for name, value in sent.headers.items()}["location"]
        time.sleep(2)
        assert {each.split(" in ")[0] for each in _holding(served.data_dir, WORDS)} == set(WORDS)  # the search would find them
        keys = {"receipt_for": address, "receipt_words": receipt}
        form = the_form(one.post("/receipt/open/", keys | {"act": "correct"}).text, "/receipt/open/")
        mended = one.post("/receipt/open/", form.fill(summary="Short", body="Other", save="yes").data)
        assert mended.status == 303
        assert _soon(served.data_dir, (headline, text)) == []
        assert one.post("/receipt/open/", keys | {"act": "withdraw", "sure": "yes"}).status == 303
        assert _soon(served.data_dir, WORDS) == []
        assert list((served.data_dir / "media").rglob("*.jpg")) == []
