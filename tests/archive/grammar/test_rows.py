import pytest

from commonwire.archive.grammar import Link, LinkRow
from commonwire.archive.grammar.rows import kinds_of, read_row


def row(line: str, word: str = "", label: str = "", joint: str = "", *links: tuple[str, str]) -> LinkRow:
    return LinkRow(line, word, label, joint, tuple(Link(*link) for link in links))


@pytest.mark.parametrize(
    "expected",
    [
        row("event Read More | Day of Bread", "event", "Read More", " | ", ("", "Day of Bread")),
        row("Coverage: photo A | video B: a film", "", "Coverage", ": ", ("photo", "A"), ("video", "B: a film")),
        row("See Also: article A & B | C", "", "See Also", ": ", ("article", "A & B"), ("", "C")),
        row("Previous words: pdf The Budget", "", "Previous words", ": ", ("pdf", "The Budget")),
        row("photo Photos: 1 | 2 | video Video: 1", "photo", "Photos", ": ", ("", "1"), ("", "2"), ("video", "Video: 1")),
        row("photo 30,000 March in Kelso", "", "", "", ("photo", "30,000 March in Kelso")),
        row("photo/video From the Steps", "", "", "", ("photo/video", "From the Steps")),
        row("audio and photo The Choir | action Sign", "", "", "", ("audio and photo", "The Choir"), ("action", "Sign")),
        row(
            "imc_photo.gif Photos and Words | feature The Year",
            "",
            "",
            "",
            ("imc_photo.gif", "Photos and Words"),
            ("feature", "The Year"),
        ),
    ],
    ids=lambda expected: expected.line,
)
def test_rows_print_as_they_stood(expected: LinkRow) -> None:
    assert read_row(expected.line) == expected
    assert expected.printed == expected.line


@pytest.mark.parametrize(
    "line",
    [
        "The bakers' call asked for:",
        "Ines Varga writes: video killed nothing, and the rest is told in a sentence.",
        "article 5 of the treaty says otherwise",
        "See also: the long letter that the union sent to every kitchen of the town in the spring.",
        "action without a capital",
        "",
        "|",
    ],
)
def test_prose_is_no_row(line: str) -> None:
    assert read_row(line) is None


def test_a_label_with_a_kind_word_is_a_link_itself() -> None:
    found = read_row("event Read More | Day of Bread")
    assert found is not None
    assert found.entries() == (Link("event", "Read More"), Link("", "Day of Bread"))


def test_kinds() -> None:
    assert [kinds_of(word) for word in ("pdf", "photo video", "imc_audio.gif", "photos/photo", "")] == [
        ("document",),
        ("photo", "video"),
        ("audio",),
        ("photo",),
        (),
    ]
