from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commonwire.base.markup import Paragraph
from commonwire.base.text import clean_text
from commonwire.newswire.prose import prose
from tests.base.reading import Reading, stands_in_order
from tests.newswire.test_release import LINES, SEEDS, TEXT


def seen(html: str) -> str:
    """The text of a page without the addresses that `Reading` adds behind links."""

    class Seen(Reading):
        def handle_endtag(self, tag: str) -> None:
            assert self.open.pop() == tag

    return Seen(html).text


def test_a_release_stands_in_the_midst_of_markup() -> None:
    block = "NO SONG & NO DANCE\nFOR IMMEDIATE RELEASE\nMara Lind\n\nIt *sings*:\n* at <noon>\n\n###\n\nWe."
    made = prose(f"*Sent* to us.\n\n{block}\n\n# Then\n\nEnd.")
    rel = 'rel="nofollow ugc noopener noreferrer"'

    def link(number: int) -> str:
        return f'<a class="anchor" href="#p{number}" aria-label="Link to this paragraph" {rel}></a>'

    assert made.html == (
        f'<p id="p1"><em>Sent</em> to us.{link(1)}</p>\n'
        '<section class="release" aria-label="Press release">\n'
        '<p class="release-headline">NO SONG &amp; NO DANCE</p>\n'
        '<p class="release-status">FOR IMMEDIATE RELEASE</p>\n'
        '<p class="release-contact">Mara Lind</p>\n'
        f'<p id="p2">It *sings*:{link(2)}</p>\n'
        '<ul class="release-bullets">\n'
        f'<li id="p3"><span class="bullet" aria-hidden="true">* </span>at &lt;noon&gt;{link(3)}</li>\n'
        "</ul>\n"
        '<p class="release-end">###</p>\n'
        f'<p id="p4" class="release-boilerplate">We.{link(4)}</p>\n'
        "</section>\n"
        f'<h3 id="p5">Then{link(5)}</h3>\n'
        f'<p id="p6">End.{link(6)}</p>\n'
    )
    assert made.following == 7
    assert made.paragraphs[1:3] == [Paragraph("p2", "It *sings*:"), Paragraph("p3", "at <noon>")]


def test_every_line_of_a_release_is_seen_as_written() -> None:
    made = prose(TEXT)
    assert made.release is not None
    text = seen(made.html)
    at = 0
    for line in made.release.lines():
        at = text.index(line, at) + len(line)
    assert '<span class="release-place">BRÁNIS</span> – The dockers of *this* port' in made.html
    assert '<a href="http://dockers.example/may3" rel=' in made.html


def test_the_author_may_say_that_it_is_none() -> None:
    made = prose(TEXT, release=False, anchor_prefix="a", first=3, heading_floor=4)
    assert made.release is None and 'class="release' not in made.html and "<em>this</em>" in made.html
    assert made.paragraphs[0] == Paragraph("a3", "We were sent this by the dockers.")
    assert prose("Only *words*.").release is None


@settings(max_examples=200, deadline=None)
@given(st.lists(LINES | st.text(max_size=20), max_size=20).map("\n".join), st.booleans())
def test_no_letter_is_lost_and_nothing_foreign_is_made(source: str, release: bool) -> None:
    made = prose(source, release=release)
    reading = Reading(made.html)
    assert stands_in_order(clean_text(source), reading.text)
    assert reading.ids == [paragraph.anchor for paragraph in made.paragraphs]
    if made.release:
        text, at = seen(made.html), 0
        for line in made.release.lines():
            at = text.index(line, at) + len(line)


def test_the_given_document() -> None:
    if not Path(SEEDS).is_dir():
        pytest.skip("the given documents are not beside this checkout")
    (path,) = SEEDS.glob("002*")
    made = prose(path.read_text())
    assert made.release is not None
    text, at = seen(made.html), 0
    for line in made.release.lines():
        at = text.index(line, at) + len(line)
