"""Any text at all: nothing fails, every line that is not blank is in the report once, and the data say it again in order."""

import time

from hypothesis import example, given
from hypothesis import strategies as st

from commonwire.archive.grammar import LegacyPage, Outcome, read_page
from commonwire.archive.report import Report
from tests.archive.grammar.test_read import DOCUMENTS, said

ODD = ["", "\u00a0", "§", "|", "by ", "by\u00a0x", "Date:"]
LINES = [*sorted({line for file in DOCUMENTS for line in file.read_text().split("\n")}), *ODD]
TELLING = [line for line in LINES if len(line) < 60]


def holds(text: str) -> LegacyPage:
    page = read_page(text)
    source = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    filled = [(number, line) for number, line in enumerate(source, 1) if line.strip()]
    assert [(line.number, line.text) for line in page.placed if line.outcome is not Outcome.BLANK] == filled
    assert page.content_lines() == said(page)
    assert len(Report(page).lines) == len(filled)
    return page


@given(st.text(max_size=400))
@example("\ufeff\ufeff\r\r\n\u2028\x0b\x1c")
@example("Fri, Dec 31, 9999 11:59PM\nMon Jan 1 0001\nby x\nJan 1, 0001 0:00 AM")
@example("by x Fri, Jan 1, 0001 1:00AM\n\ud800")
@example("T\nDate:\nDecember 31, 9999\nTime:\n1:00 PM - 11:59 PM")
def test_random_text(text: str) -> None:
    holds(text)


@given(st.lists(st.sampled_from(LINES) | st.sampled_from(TELLING), max_size=40))
def test_lines_of_documents_in_any_order(lines: list[str]) -> None:
    holds("\n".join(lines))


@given(st.sampled_from(DOCUMENTS), st.integers(0, 4000), st.integers(0, 4000))
def test_truncated_documents(file: object, start: int, end: int) -> None:
    text = DOCUMENTS[DOCUMENTS.index(file)].read_text()  # type: ignore[arg-type]
    holds(text[start : max(start, end)])


@given(st.sampled_from(DOCUMENTS))
def test_documents_decoded_wrongly(file: object) -> None:
    holds(DOCUMENTS[DOCUMENTS.index(file)].read_bytes().decode("latin-1"))  # type: ignore[arg-type]


def test_large_documents_take_time_in_step_with_their_size() -> None:
    """Each of these was thought of as a way to make a reader look at every line once for every line."""
    repeated = [
        "Add Your Comments",
        "FOR IMMEDIATE RELEASE",
        "§Part",
        "Additional Media:",
        "by x",
        "Production of X",
        "https://a.example.org",
    ]
    for line in repeated:
        for below in ("\n", "\n\n", "\nA LINE\n"):
            started = time.process_time()
            page = read_page("T\nby x\nFri, Jan 16, 2026 8:21PM\n" + (line + below) * 3_000 + "§End")
            assert len(page.placed) > 3_000
            assert time.process_time() - started < 2
    started = time.process_time()
    read_page("word " * 500_000 + "\nby x\nFri, Jan 16, 2026 8:21PM\n" + "a | " * 500_000)
    assert time.process_time() - started < 5
