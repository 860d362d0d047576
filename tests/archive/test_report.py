import json

from django.utils.translation import override

from commonwire.archive.grammar import read_page
from commonwire.archive.report import Report

TEXT = """ date 2031-05-02 top
East Bay | Kite Makers

Bread & roses

by Ada
Fri, May 2, 2031 6:05PM
Bread &amp; roses, said the bakers.
Bread &amp;amp; roses, said the bakers.
original image (20x10)
Text.
"""


def test_text() -> None:
    with override("en"):
        assert Report(read_page(TEXT), "https://wire.example.org/n/1/").text() == (
            "line 1: crawler's stamp: not content — date 2031-05-02 top\n"
            "line 2: regions and topics, with names that are not known: kept as written — East Bay | Kite Makers\n"
            "line 4: title — Bread & roses\n"
            "line 6: byline — by Ada\n"
            "line 7: time of publication — Fri, May 2, 2031 6:05PM\n"
            "line 8: summary — Bread &amp; roses, said the bakers.\n"
            "line 9: alt text equal to the summary: reported, not shown — Bread &amp;amp; roses, said the bakers.\n"
            "line 10: pixel size of an original image — original image (20x10)\n"
            "line 11: text — Text.\n"
            "\n"
            "Could not be placed, and shown where it stood:\n"
            "  2: East Bay | Kite Makers\n"
            "\n"
            "9 lines of text read.\n"
            "Content 6, not content 1, reported and not shown 1, not placed 1.\n"
            "\n"
            "https://wire.example.org/n/1/"
        )


def test_text_of_a_page_without_faults() -> None:
    with override("en"):
        report = Report(read_page("T\nby Ada\nSat, May 2, 2031 6:05PM\nText."))
        assert report.text().split("\n\n")[1:] == [
            "Every line was placed.",
            "To be looked at (line: what):\n  3: the weekday does not fit the date",
            "4 lines of text read.\nContent 4, not content 0, reported and not shown 0, not placed 0.",
        ]


def test_json() -> None:
    data = Report(read_page(TEXT), "/n/1/").as_json()
    assert json.loads(json.dumps(data)) == data
    lines = data.pop("lines")
    assert isinstance(lines, list) and len(lines) == 9
    assert lines[0] == {
        "number": 1,
        "text": " date 2031-05-02 top",
        "became": "crawler's stamp: not content",
        "outcome": "not content",
        "notes": [],
    }
    assert data == {
        "kind": "article",
        "title": "Bread & roses",
        "published": "Fri, May 2, 2031 6:05PM",
        "regions": ["east-bay"],
        "topics": [],
        "unknown_places": ["Kite Makers"],
        "parts": 0,
        "comments": 0,
        "not_placed": [2],
        "notes": [],
        "remarks": [],
        "counts": {"content": 6, "not content": 1, "reported, not shown": 1, "not placed": 1},
        "address": "/n/1/",
    }
