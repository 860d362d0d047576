import json
from datetime import UTC, date, datetime
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commonwire.base.text import clean_text
from commonwire.newswire.contact import ContactSplit, propose_split
from commonwire.newswire.release import Bullet, Bullets, Paragraph, Release, embargo_moment, find_release

SEEDS = Path(__file__).parents[2].parent / "shared" / "seeds"

TEXT = """We were sent this by the dockers.

PORT OF BRÁNIS DOCKERS & PILOTS VOTE TO STOP WORK ON MAY 3rd

NO LOADING, NO TOWING

FOR IMMEDIATE RELEASE:
Ines Okafor Bránis Dockers Union Press Officer

BRÁNIS – The dockers of *this* port stop work on May 3. They said:
“Not one crate.”

They ask for:
* Pay that <keeps> up &amp; more.
  With the rent.
* A doctor at the quay.

•	A roof.

Closing words http://dockers.example/may3

# # #

The union is the union of 400 people.
http://dockers.example

## What happened since

It is *over*."""


def content(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.strip()]


def test_a_release_is_taken_apart() -> None:
    assert find_release(TEXT) == Release(
        before="We were sent this by the dockers.",
        headlines=["PORT OF BRÁNIS DOCKERS & PILOTS VOTE TO STOP WORK ON MAY 3rd", "NO LOADING, NO TOWING"],
        status="FOR IMMEDIATE RELEASE:",
        contact=["Ines Okafor Bránis Dockers Union Press Officer"],
        blocks=[
            Paragraph("BRÁNIS – The dockers of *this* port stop work on May 3. They said:\n“Not one crate.”"),
            Paragraph("They ask for:"),
            Bullets(
                (
                    Bullet("* ", "Pay that <keeps> up &amp; more.\n  With the rent."),
                    Bullet("* ", "A doctor at the quay."),
                    Bullet("•\t", "A roof."),
                )
            ),
            Paragraph("Closing words http://dockers.example/may3"),
        ],
        end_mark="# # #",
        boilerplate=["The union is the union of 400 people.\nhttp://dockers.example"],
        after="## What happened since\n\nIt is *over*.",
    )


def test_what_can_be_asked_of_a_release() -> None:
    release = find_release(TEXT)
    assert release is not None
    assert (release.dateline, release.dateline_and_dash) == ("BRÁNIS", ("BRÁNIS", " – "))
    assert release.contact_split == ContactSplit("Ines Okafor", "Bránis Dockers Union", "Press Officer")
    assert release.embargo is None and release.moment("UTC") is None
    assert list(release.lines()) == content(TEXT)[1:-2]


@pytest.mark.parametrize(
    "line",
    [
        "FOR IMMEDIATE RELEASE",
        "For Immediate Release:",
        "For immediate release",
        "**FOR IMMEDIATE RELEASE**",
        "FOR IMMEDIATE RELEASE – March 3, 2026",
        "FOR IMMEDIATE RELEASE: Contact: Jo Doe, 555-123-4567",
        "FOR RELEASE ON RECEIPT",
        "FOR RELEASE March 3, 2026",
        "PARA PUBLICACIÓN INMEDIATA",
        "EMBARGOED UNTIL 3 March 2026, 9am",
        "Embargoed until March 3",
        "EMBARGOED UNTIL DELIVERY OF THE SPEECH",
        "NOT FOR RELEASE BEFORE 9 AM MARCH 3",
        "EMBARGO: noon, Friday",
    ],
)
def test_a_status_line(line: str) -> None:
    release = find_release(f"Words before.\n\n{line}\n\nWords after.")
    assert release is not None
    assert (release.before, release.status, release.blocks) == ("Words before.", line, [Paragraph("Words after.")])


@pytest.mark.parametrize(
    "line",
    [
        "for immediate release",
        "The statement was marked FOR IMMEDIATE RELEASE by its authors.",
        "For immediate release of all prisoners we march.",
        "FOR IMMEDIATE RELEASE OF 40 PRISONERS",
        "Embargoed until Friday, the report shows that everything was known.",
        "EMBARGOED COUNTRIES MEET",
        "Released for immediate release",
        "For release",
        "# FOR IMMEDIATE RELEASE",
        "> FOR IMMEDIATE RELEASE",
    ],
)
def test_no_status_line(line: str) -> None:
    assert find_release(f"Words before.\n\n{line}\n\nWords after.") is None


@pytest.mark.parametrize("mark", ["###", "-30-", "# # #", "– 30 –", "####", "ENDS", "-ENDS-", "  ###"])
def test_an_end_mark(mark: str) -> None:
    release = find_release(f"FOR IMMEDIATE RELEASE\n\nWords.\n\n{mark}\n\nAbout us.\n\nMore about us.")
    assert release is not None
    assert (release.end_mark, release.boilerplate, release.after) == (mark, ["About us.", "More about us."], "")


def test_the_block_ends_with_a_heading() -> None:
    release = find_release("FOR IMMEDIATE RELEASE\n\nWords.\n\n# Comment\n\nMine.")
    assert release is not None
    assert (release.blocks, release.end_mark, release.after) == ([Paragraph("Words.")], "", "# Comment\n\nMine.")
    inside = find_release("FOR IMMEDIATE RELEASE\n\nWords.\n# Said\n\n###\n\nAbout.\n# Comment")
    assert inside is not None
    assert (inside.blocks, inside.boilerplate, inside.after) == ([Paragraph("Words.\n# Said")], ["About."], "# Comment")


@pytest.mark.parametrize(
    ("lines", "issued", "contact"),
    [
        (["Mara Lind Harbour Choir Secretary", "", "LOW QUAY – It sings."], "", ["Mara Lind Harbour Choir Secretary"]),
        (["", "Contact: Mara Lind", "555-123-4567", "", "It sings."], "", ["Contact: Mara Lind", "555-123-4567"]),
        (["", "Media contact:", "Mara Lind, Harbour Choir", "", "It sings."], "", ["Media contact:", "Mara Lind, Harbour Choir"]),
        (["May 3, 2026", "mara@choir.example", "It sings at the quay."], "May 3, 2026", ["mara@choir.example"]),
        (["Contact:", "", "Mara Lind", "", "Choir Sings Again", "", "LOW QUAY – It sings."], "", ["Contact:", "Mara Lind"]),
        (["", "Choir Sings At The Quay", "", "LOW QUAY – It sings."], "", []),
        (["CHOIR SINGS", "LOW QUAY – It sings."], "", []),
        (["It sings at the quay on Monday."], "", []),
        (["* Mara Lind"], "", []),
    ],
)
def test_contact_lines(lines: list[str], issued: str, contact: list[str]) -> None:
    release = find_release("\n".join(["FOR IMMEDIATE RELEASE", *lines]))
    assert release is not None
    assert (release.issued, release.contact) == (issued, contact)
    assert list(release.lines()) == ["FOR IMMEDIATE RELEASE", *filter(None, lines)]


@pytest.mark.parametrize(
    ("lines", "split"),
    [
        (["Mara Lind"], ContactSplit("Mara Lind", "", "")),
        (["Contact: Mara J. Lind, Harbour Choir, 555-123-4567"], ContactSplit("Mara J. Lind", "Harbour Choir", "")),
        (["Mara Lind | Director | Harbour Choir | mara@choir.example"], ContactSplit("Mara Lind", "Harbour Choir", "Director")),
        (
            ["Contact:", "Mara Lind", "Communications Director, Choir"],
            ContactSplit("Mara Lind", "Choir", "Communications Director"),
        ),
        (
            ["Mara V. Lind Low Quay Choir Deputy Press Officer"],
            ContactSplit("Mara V. Lind", "Low Quay Choir", "Deputy Press Officer"),
        ),
        (["mara@choir.example"], None),
        (["Harbour Choir of the Low Quay"], None),
        ([], None),
    ],
)
def test_a_split_is_proposed(lines: list[str], split: ContactSplit | None) -> None:
    assert propose_split(lines) == split


@pytest.mark.parametrize(
    ("text", "dateline"),
    [
        ("LOW QUAY – It sings.", ("LOW QUAY", " – ")),
        ("LOW QUAY, Ohio (May 3, 2026) — It sings.", ("LOW QUAY, Ohio (May 3, 2026)", " — ")),
        ("Low Quay, OH -- It sings.", ("Low Quay, OH", " -- ")),
        ("LOW QUAY—It sings.", ("LOW QUAY", "—")),
        ("LOW QUAY - It sings.", ("LOW QUAY", " - ")),
        ("It sings – and how.", ("", "")),
        ("It sings.", ("", "")),
    ],
)
def test_datelines(text: str, dateline: tuple[str, str]) -> None:
    release = find_release(f"FOR IMMEDIATE RELEASE\n\n{text}")
    assert release is not None
    assert release.dateline_and_dash == dateline
    assert text.startswith("".join(dateline))


@pytest.mark.parametrize(
    ("line", "moment"),
    [
        ("EMBARGOED UNTIL January 23, 2026 9:00 AM", (2026, 1, 23, 17, 0)),
        ("EMBARGOED UNTIL 23 January 2026, 9am", (2026, 1, 23, 17, 0)),
        ("EMBARGOED UNTIL 2026-01-23 09:00", (2026, 1, 23, 17, 0)),
        ("EMBARGOED UNTIL 2026-01-23T09:00Z", (2026, 1, 23, 9, 0)),
        ("EMBARGOED UNTIL Friday, Jan. 23rd, 2026 at noon ET", (2026, 1, 23, 17, 0)),
        ("EMBARGOED UNTIL Friday, January 23, 12:30 p.m. CT", (2026, 1, 23, 18, 30)),
        ("EMBARGOED UNTIL 12:01 AM MT ON JULY 4TH, 2026", (2026, 7, 4, 6, 1)),
        ("EMBARGOED UNTIL MIDNIGHT JANUARY 23 2026 UTC", (2026, 1, 24, 0, 0)),
        ("EMBARGOED UNTIL 12 a.m. January 23, 2026 UTC", (2026, 1, 23, 0, 0)),
        ("EMBARGOED UNTIL 0001 hrs GMT 3 March 2026", (2026, 3, 3, 0, 1)),
        ("EMBARGOED UNTIL 1/23/26 9 AM PT", (2026, 1, 23, 17, 0)),
        ("EMBARGOED UNTIL 23/1/2026 9 AM PT", (2026, 1, 23, 17, 0)),
        ("EMBARGOED UNTIL 23.1.2026 21.15", (2026, 1, 24, 5, 15)),
        ("EMBARGOED UNTIL January 5", (2027, 1, 5, 8, 0)),
        ("EMBARGADO HASTA el 5 de mayo de 2026 a las 10:00", (2026, 5, 5, 17, 0)),
    ],
)
def test_moments(line: str, moment: tuple[int, int, int, int, int]) -> None:
    assert embargo_moment(line, "America/Los_Angeles", date(2026, 1, 10)) == datetime(*moment, tzinfo=UTC)


@pytest.mark.parametrize("line", ["EMBARGOED UNTIL DELIVERY", "EMBARGOED UNTIL Friday 9 AM", "June 31, 2026", "May 3, 2026 29:00", ""])
def test_no_moment(line: str) -> None:
    assert embargo_moment(line, "UTC") is None


def test_an_embargo_is_what_the_line_says() -> None:
    release = find_release("EMBARGOED UNTIL:\nMay 3, 2026, 9 AM\n\nWords.")
    assert release is not None
    assert (release.issued, release.embargo) == ("May 3, 2026, 9 AM", "May 3, 2026, 9 AM")
    assert release.moment("Europe/Berlin") == datetime(2026, 5, 3, 7, 0, tzinfo=UTC)
    unread = find_release("EMBARGOED UNTIL DELIVERY\n\nWords.")
    assert unread is not None
    assert (unread.embargo, unread.moment("UTC")) == ("DELIVERY", None)


LINES = st.sampled_from(
    [
        *(
            "",
            "",
            "FOR IMMEDIATE RELEASE",
            "EMBARGOED UNTIL May 3, 2026",
            "LOW QUAY – It sings.",
            "NO SONG TODAY",
            "It sings.",
            "# Said",
        ),
        *(
            "###",
            "-30-",
            "* one",
            "  • two",
            "  further",
            "– three",
            "Contact: Mara Lind",
            "555-123-4567",
            "May 3, 2026",
            "Mara Lind",
        ),
        *("<b>&amp;</b>", "http://a.example", "*", "-", "•", "    deep"),
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(LINES | st.text(max_size=20), max_size=24).map("\n".join))
def test_no_line_is_lost_moved_or_changed(text: str) -> None:
    release = find_release(text)
    if release is not None:
        assert content(release.before) + list(release.lines()) + content(release.after) == content(clean_text(text))
        assert Release.from_json(json.loads(json.dumps(release.as_json()))) == release


@pytest.mark.parametrize(
    "tail",
    [
        "A," * 100_000,
        "LOW " * 49_000 + "x – y",
        "A" + " " * 200_000 + "x",
        "# " + " " * 200_000 + "-",
        "1" * 200_000,
        "Jo, " * 50_000,
    ],
)
def test_no_line_costs_seconds(tail: str) -> None:
    start = process_time()
    release = find_release(f"FOR IMMEDIATE RELEASE\n{tail}")
    assert release is not None
    assert (release.contact_split, release.embargo, release.dateline) == (None, None, "")
    assert list(release.lines()) == ["FOR IMMEDIATE RELEASE", tail.rstrip()]
    assert process_time() - start < 1


def test_the_given_document() -> None:
    if not SEEDS.is_dir():
        pytest.skip("the given documents are not beside this checkout")
    (path,) = SEEDS.glob("002*")
    release = find_release(path.read_text())
    assert release is not None
    assert [len(release.headlines), len(release.contact), len(release.blocks)] == [2, 1, 5]
    assert (release.dateline, release.end_mark) == ("MINNEAPOLIS", "###")
    assert release.contact_split == ContactSplit("Stacie Balkaran", "Minneapolis AFL-CIO", "Communications Director")
    assert content(release.before) + list(release.lines()) == content(clean_text(path.read_text()))
