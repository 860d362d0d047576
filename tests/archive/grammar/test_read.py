"""Whole documents, fictional, each compared whole with the structure that stands beside it."""

import json
from pathlib import Path

import pytest

from commonwire.archive.grammar import LegacyPage, Outcome, read_page
from tests.archive.as_data import as_data

DOCUMENTS = sorted((Path(__file__).parents[1] / "documents").glob("*.txt"))
SEEDS = Path(__file__).parents[4] / "shared" / "seeds"
HERE = "the two given pages are not beside this checkout"


def read(file: Path) -> LegacyPage:
    return read_page(file.read_bytes().decode())


def said(page: LegacyPage) -> tuple[str, ...]:
    """What the document says, line by line, its old furniture and repeated alt texts aside."""
    return tuple(line.text.strip() for line in page.placed if line.outcome in (Outcome.CONTENT, Outcome.UNPLACED))


def test_there_are_documents() -> None:
    assert len(DOCUMENTS) >= 14


@pytest.mark.parametrize("file", DOCUMENTS, ids=lambda file: file.stem)
def test_a_document_becomes_its_structure(file: Path) -> None:
    assert as_data(read(file)) == json.loads(file.with_suffix(".json").read_text())


@pytest.mark.parametrize("file", DOCUMENTS, ids=lambda file: file.stem)
def test_the_data_say_every_content_line_again_in_order(file: Path) -> None:
    page = read(file)
    assert page.content_lines() == said(page)


@pytest.mark.parametrize("file", DOCUMENTS, ids=lambda file: file.stem)
def test_line_ends_and_a_byte_order_mark_change_nothing(file: Path) -> None:
    text = file.read_text()
    expected = as_data(read_page(text))
    assert as_data(read_page("\ufeff" + text.replace("\n", "\r\n"))) == expected
    assert as_data(read_page(text.replace("\n", "\r"))) == expected


@pytest.mark.skipif(not SEEDS.is_dir(), reason=HERE)
class TestSeeds:
    """The two pages this system was asked to be."""

    def test_feature(self) -> None:
        page = read(SEEDS / "000_efadd7b676cf1a9c.txt")
        assert [line.number for line in page.placed if line.outcome is Outcome.NOT_CONTENT] == [1]
        assert page.content_lines() == said(page) == _filled(SEEDS / "000_efadd7b676cf1a9c.txt")[1:]
        assert (page.kind, page.title) == ("feature", "January 23: Strike ICE Out of Minnesota")
        assert len(page.headlines) == 3 and page.headlines[2] == page.title
        rows = [(row.word, row.label, [link.word for link in row.links]) for row in page.sections[1:]]  # type: ignore[union-attr]
        assert rows == [("event", "Read More", [""]), ("", "Coverage", ["photo"] * 2), ("", "See Also", ["article"] * 3)]
        assert (page.unplaced, page.notes) == ((), ())

    def test_article(self) -> None:
        page = read(SEEDS / "002_60d4f611ae87d08a.txt")
        lines = _filled(SEEDS / "002_60d4f611ae87d08a.txt")
        assert [line.number for line in page.placed if line.outcome is Outcome.NOT_CONTENT] == [1]
        assert [line.number for line in page.placed if line.outcome is Outcome.REPORTED] == [9]
        assert page.content_lines() == said(page) == tuple(line for line in lines[1:] if "&amp;" not in line)
        assert (page.placing.regions, page.placing.topics, page.byline) == (("us",), ("labor",), "LVP")
        assert [type(section).__name__ for section in page.sections] == [
            "MediaFile",
            "Prose",
            "AdditionalMedia",
            "ProductionCredit",
            "PressRelease",
            "Related",
        ]
        assert "worker and\u00a0community action" in page.body
        assert [(part.files[0].original_name, part.files[0].width, len(part.caption)) for part in page.parts] == [
            ("minneapolis_afl-cio_ice_out_2.jpeg", None, 1),
            ("minneapolis_teachers_ice_out_of_schools.jpg", 1080, 1),
            ("cwa_7250_protests_ice.jpg", 2048, 1),
        ]
        assert (page.unplaced, page.notes) == ((), ())

    def test_the_feature_names_the_article_by_its_title(self) -> None:
        article = read(SEEDS / "002_60d4f611ae87d08a.txt")
        row = read(SEEDS / "000_efadd7b676cf1a9c.txt").sections[-1]
        assert [link.label for link in row.links][-1] == article.title  # type: ignore[union-attr]


def _filled(file: Path) -> tuple[str, ...]:
    return tuple(line.strip() for line in file.read_text().split("\n") if line.strip())


def test_a_wrong_zone_is_refused_with_a_hint() -> None:
    for zone in ("Mars/Olympus", "", "../../etc/passwd"):
        with pytest.raises(ValueError, match="America/Los_Angeles"):
            read_page("x", zone=zone)


def test_an_empty_document() -> None:
    page = read_page("")
    assert (page.kind, page.title, page.content_lines(), page.placed) == ("article", "", (), ())
    assert [note.text for note in page.notes] == [
        "no date on the page and no stamp",
        "no title on the page",
        "no byline on the page",
    ]


def test_a_stack_is_never_a_placing() -> None:
    page = read_page("Title\nTue Jan 20 2026\nIraq\nU.S. Labor & Workers\n\nText.\n")
    assert page.headlines == ("Iraq", "U.S. Labor & Workers")
    assert page.placing.names == ()


def test_a_title_that_opens_with_a_region_stays_a_title() -> None:
    for title in ("Palestine Vigil Fills the Square", "Iraq", "California Farm Workers | A Chronicle"):
        page = read_page(f"{title}\nby Ada\nFri, Jan 16, 2026 8:21PM\nOne.\nTwo.")
        assert (page.title, page.placing.names, page.unplaced) == (title, (), ())


def test_the_summary_said_again_as_the_opening_of_a_text_stays() -> None:
    page = read_page("T\nby Ada\nFri, Jan 16, 2026 8:21PM\nSame.\nSame.\n\nMore.")
    assert (page.summary, page.body) == ("Same.", "Same.\n\nMore.")
    alt = read_page("T\nby Ada\nFri, Jan 16, 2026 8:21PM\nSame.\nSame.\nMore.")
    assert (alt.summary, alt.body) == ("Same.", "More.")


def test_the_alt_text_may_stand_below_a_blank_line() -> None:
    page = read_page("T\nby Ada\nFri, Jan 16, 2026 8:21PM\n\nA & B.\n\nA &amp; B.\n\noriginal image (20x10)\n\nText.")
    assert (page.summary, page.lead[0].width, page.body) == ("A & B.", 20, "Text.")


def test_a_repost_with_its_own_byline_and_day_is_no_comment() -> None:
    page = read_page("T\nby Ada\nFri, Jan 16, 2026 8:21PM\nSummary.\nFrom a paper:\n\nby Bo\nJanuary 3, 2026\n\nText.")
    assert (page.comments, page.body) == ((), "From a paper:\n\nby Bo\nJanuary 3, 2026\n\nText.")


def test_placing_below_the_date() -> None:
    page = read_page("T\nby Ada\nFri, Jan 16, 2026 8:21PM\nRelated Categories: Haiti | Womyn\nS.\nText.")
    assert (page.title, page.placing.regions, page.placing.topics, page.summary) == ("T", ("haiti",), ("womyn",), "S.")
    assert page.content_lines() == said(page)


def test_a_page_without_byline_keeps_its_text_below_its_title() -> None:
    page = read_page("T\n\n" + "A long paragraph. " * 30 + "\n\nAgreed\nby Bo\nFri, Jan 16, 2026 8:21PM\nYes.")
    assert (page.title, page.byline, page.published, len(page.comments), page.comments[0].title) == ("T", "", None, 1, "Agreed")
    poem = read_page("T\n\nby the sea\n\nby the sea\n\nIt ends.")
    assert poem.content_lines() == said(poem)


def test_the_related_address_may_stand_on_the_next_line() -> None:
    page = read_page("T\nby Ada\nFri, Jan 16, 2026 8:21PM\nS.\nText.\nFor more information:\nhttp://a.example.org\n")
    assert page.related_url == "http://a.example.org"
    assert page.content_lines() == said(page)
