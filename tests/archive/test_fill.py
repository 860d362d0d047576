"""A file that turns up fills the place that was kept for it."""

import io
from pathlib import Path

import pytest

from commonwire.archive.fill import fill_placeholder_of, placeholders_of
from commonwire.archive.take_in import take_in
from commonwire.media.refused import Refused
from tests.archive.served import html_of, not_said
from tests.archive.written import ARTICLE
from tests.media.pictures import quarters, saved


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("stood")
class TestFill:
    def test_by_its_unreduced_name(self, data_dir: Path) -> None:
        post = take_in(text=ARTICLE).post
        html = html_of(post)
        assert '<svg viewBox="0 0 1600 1200" aria-hidden="true"></svg>' in html and "<img" not in html
        picture = saved(quarters(64, 48), "JPEG")
        filled = fill_placeholder_of(name="Gate.jpg", post=post, upload=io.BytesIO(picture), size=len(picture))
        assert filled and (filled.state, filled.width) == ("ready", 64)
        html = html_of(post)
        assert html.count("<img") == 1 and not_said(ARTICLE, html) == []
        assert [file.name for file in placeholders_of(post)] == ["original image"]
        assert (again := take_in(text=ARTICLE)).post == post and not again.created and html_of(post) == html

    def test_of_another_name(self, data_dir: Path) -> None:
        post = take_in(text=ARTICLE).post
        assert fill_placeholder_of(name="door.jpg", post=post, upload=io.BytesIO(b"x"), size=1) is None

    def test_what_is_no_picture_is_refused(self, data_dir: Path) -> None:
        post = take_in(text=ARTICLE).post
        with pytest.raises(Refused):
            fill_placeholder_of(name="gate.jpg", post=post, upload=io.BytesIO(b"no picture"), size=10)
        assert len(placeholders_of(post)) == 2
