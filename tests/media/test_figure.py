"""What pages show of a file, and how many questions they ask the database for it."""

import io
from pathlib import Path

import pytest
from django.template.loader import render_to_string
from pytest_django import DjangoAssertNumQueries

from commonwire.media.claim import claim_file
from commonwire.media.describe import describe_file
from commonwire.media.erase import erase_file
from commonwire.media.models import File
from commonwire.media.placeholder import make_placeholder
from commonwire.media.queries import picture, sound, thumb
from commonwire.media.sound import keep_sound
from commonwire.media.templatetags.files import megabytes, says
from tests.media import pictures
from tests.media.shelf import accepted, stored

pytestmark = pytest.mark.django_db


def _figure(file: File) -> str:
    return render_to_string("media/figure.html", {"file": File.objects.with_renditions().get(pk=file.pk)}).strip()


def _photo(width: int, height: int) -> File:
    return accepted(pictures.saved(pictures.quarters(width, height), "JPEG"))


def _tone(folder: Path) -> File:
    path = folder / "tone.mp3"
    path.write_bytes(b"\xff\xfb\x90\x00" + bytes(1_300_000))
    return keep_sound(path=path, content_type="audio/mpeg", seconds=845, title="At the pier", credit="Low Tide Radio")


def test_a_large_picture_is_shown_reduced_with_a_link_to_all_of_it(data_dir: Path) -> None:
    file = _photo(2263, 1108)
    describe_file(file=file, title="Gate", alt='The "banner" & crew', caption="One\ntwo", credit="Ada", licence="by-sa")
    view = picture(file)
    assert view is not None
    assert (view.width, view.height, view.full and view.full[1:]) == (960, 470, (2263, 1108))
    assert [(source.type, source.moving) for source in view.sources] == [("image/webp", False)]
    assert [part.split()[1] for part in view.sources[0].srcset.split(", ")] == ["320w", "640w", "960w", "1600w"]
    html = _figure(file)
    assert '<img src="' + view.src in html
    assert 'width="960" height="470" alt="The &quot;banner&quot; &amp; crew" loading="lazy" decoding="async"' in html
    assert f'<a class="file-full" href="{view.full.path if view.full else ""}">Original image (2263 × 1108)</a>' in html
    assert '<strong class="file-title">Gate</strong> <span class="file-caption">One<br>two</span>' in html
    assert '<a rel="license" href="https://creativecommons.org/licenses/by-sa/4.0/">' in html
    assert "&amp;amp;" not in html


def test_a_picture_shown_at_its_own_size_has_no_link_and_no_empty_caption(data_dir: Path) -> None:
    file = _photo(600, 400)
    view = picture(file)
    assert view is not None
    assert (view.width, view.height, view.full) == (600, 400, None)
    html = _figure(file)
    assert ("Original image" in html, "figcaption" in html, 'alt=""' in html) == (False, False, True)


def test_every_address_in_a_figure_exists(data_dir: Path) -> None:
    view = picture(_photo(1700, 900))
    assert view is not None
    named = {part.split()[0] for source in [*view.sources] for part in source.srcset.split(", ")}
    named |= {part.split()[0] for part in view.srcset.split(", ")} | {view.src, view.full.path if view.full else ""}
    assert named == set(stored(data_dir))


def test_a_moving_picture_moves_only_for_those_who_do_not_mind(data_dir: Path) -> None:
    html = _figure(accepted(pictures.moving_gif()))
    assert 'media="(prefers-reduced-motion: no-preference)"' in html
    assert html.count("<source") == 1


def test_a_missing_picture_is_a_named_box(data_dir: Path) -> None:
    html = _figure(make_placeholder(name="sm_gate<1>.jpg", width=2263, height=1108))
    assert "<strong>sm_gate&lt;1&gt;.jpg</strong> (2263 × 1108)" in html
    assert "is missing from the archive." in html
    assert "<img" not in html


def test_a_sound_can_be_played_and_taken_along(data_dir: Path, tmp_path: Path) -> None:
    file = _tone(tmp_path)
    heard = sound(file)
    assert heard is not None
    assert (heard.duration, heard.bytes, set(stored(data_dir))) == ("14:05", 1_300_004, {heard.src})
    html = _figure(file)
    assert '<audio controls preload="none" aria-label="At the pier">' in html
    assert f'14:05 · 1.3 MB · <a href="{heard.src}" download>download</a>' in html


@pytest.mark.parametrize("content", [b"ID3\x04" + bytes(90), bytes(90), b"\xff\xfb" + bytes(200) + b"TAG" + bytes(125)])
def test_a_sound_with_words_in_it_is_not_kept(data_dir: Path, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.mp3").write_bytes(content)
    with pytest.raises(ValueError, match="not a clean sound"):
        keep_sound(path=tmp_path / "a.mp3", content_type="audio/mpeg", seconds=3)
    assert (stored(data_dir), File.objects.count()) == ({}, 0)


def test_an_erased_file_shows_nothing(data_dir: Path) -> None:
    file = _photo(600, 400)
    claim_file(file=file)
    erase_file(file=file)
    assert (_figure(file), picture(file), thumb(file)) == ("", None, None)


def test_a_thumb_is_the_nearest_plain_still(data_dir: Path) -> None:
    file = _photo(2000, 1000)
    small, large = thumb(file), thumb(file, around=900)
    assert small is not None
    assert large is not None
    assert (small.width, small.height, large.width, small.src[-4:]) == (320, 160, 960, ".jpg")


def test_ten_pictures_cost_as_many_queries_as_one(data_dir: Path, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    for _ in range(3):
        _photo(700, 400)
    with django_assert_num_queries(2):
        for file in File.objects.with_renditions():
            assert picture(file)
            assert thumb(file)
            render_to_string("media/figure.html", {"file": file})


def test_the_author_is_told_in_words(data_dir: Path) -> None:
    told = says(accepted(pictures.telling_jpeg()))
    assert told[0] == "where it was taken"
    assert len(told) == 6


@pytest.mark.parametrize(("size", "words"), [(1, "1 kB"), (840_200, "840 kB"), (1_340_000, "1.3 MB"), (13_400_000, "13 MB")])
def test_sizes_are_said_as_people_say_them(size: int, words: str) -> None:
    assert megabytes(size) == words


def test_nothing_refers_to_an_upload_by_name(data_dir: Path) -> None:
    upload = io.BytesIO(pictures.telling_jpeg())
    upload.name = f"{pictures.NEEDLE}.jpg"
    accepted(upload.getvalue())
    assert not [path for path in data_dir.rglob("*") if pictures.NEEDLE in path.name]
