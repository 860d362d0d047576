import re
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commonwire.base.difference import differences


@pytest.mark.parametrize(
    ("old", "new", "html"),
    [
        ("The ferry leaves.", "The ferry leaves.", ""),
        ("The  ferry", "The ferry", ""),
        ("", "", ""),
        ("", "Nets & lines", "<p><ins>Nets &amp; lines</ins></p>"),
        ("Gone", "", "<p><del>Gone</del></p>"),
        (
            "The march starts at 9 & ends late.",
            "The march starts at <noon> & ends late.",
            "<p>The march starts at <del>9 </del><ins>&lt;noon&gt; </ins>&amp; ends late.</p>",
        ),
        ("One.\n\nTwo.", "One. Two.", "<p>One. <del>¶</del> Two.</p>"),
        ("One. Two.", "One.\n\nTwo.", "<p>One.<ins>¶</ins></p>\n<p>Two.</p>"),
        ("A.\n\nB.", "A.\n\nB.\n\nC.", "<p>A.</p>\n<p>B.<ins>¶</ins></p>\n<p><ins>C.</ins></p>"),
        ("&amp;", "&", "<p><del>&amp;amp;</del> <ins>&amp;</ins></p>"),
    ],
)
def test_differences(old: str, new: str, html: str) -> None:
    assert differences(old, new) == html


def test_long_unchanged_stretches_become_dots() -> None:
    words = " ".join(f"w{number}" for number in range(60))
    html = differences(f"{words} old {words}", f"{words} new {words}")
    first, last = " ".join(f"w{n}" for n in range(48, 60)), " ".join(f"w{n}" for n in range(12))
    assert html == f"<p>… {first} <del>old </del><ins>new </ins>{last} …</p>"


TEXTS = st.lists(st.sampled_from(["the", "ferry", "<b>", "&", "sails", "\n\n", "\n", "…"]), max_size=14).map(" ".join)


@settings(deadline=None)
@given(TEXTS, TEXTS)
def test_both_versions_can_be_read_from_it(old: str, new: str) -> None:
    html = differences(old, new)
    if not html:
        assert old.split() == new.split()
        return
    plain = re.sub(r"</?p>|<(?:ins|del)>¶</(?:ins|del)>", " ", html)
    for kept, dropped, text in (("ins", "del", new), ("del", "ins", old)):
        version = re.sub(rf"<{dropped}>.*?</{dropped}>", " ", plain, flags=re.DOTALL)
        version = re.sub(rf"</?{kept}>", "", version).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
        assert version.split() == text.split()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("a " * 9_000, "b a " * 4_000),
        ("a\n" * 9_000, "b\na\n" * 4_000),
        ("x " * 200_000, "y " * 200_000),
        (" ".join(map(str, range(9_000))), " ".join(str(number * 7 % 9_001) for number in range(9_000))),
    ],
)
def test_big_texts_are_bounded(old: str, new: str) -> None:
    start = process_time()
    assert differences(old, new)
    assert process_time() - start < 3
