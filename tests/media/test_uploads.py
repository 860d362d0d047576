"""Files as they arrive in a request: noise on disk, no name, gone with the request."""

from dataclasses import replace
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile, TemporaryUploadedFile, UploadedFile
from django.http import HttpRequest
from django.test import RequestFactory, override_settings

from commonwire.media.accept import accept_picture
from commonwire.media.refused import Refused
from commonwire.media.uploads import Spool
from tests.media import pictures
from tests.media.shelf import quarantined, stored

HANDLERS = override_settings(FILE_UPLOAD_HANDLERS=["commonwire.media.uploads.QuarantineUploads"])
LARGE = pictures.NEEDLE.encode() * 130_000  # about 3 MB, past what Django keeps in memory


def _request(content: bytes) -> HttpRequest:
    return RequestFactory().post("/", {"file": SimpleUploadedFile(f"{pictures.NEEDLE}.jpg", content, "image/jpeg")})


def _sent(request: HttpRequest) -> "UploadedFile[bytes]":
    upload = request.FILES["file"]
    assert isinstance(upload, UploadedFile)
    return upload


@HANDLERS
def test_a_large_upload_is_noise_on_disk_and_whole_when_read(data_dir: Path) -> None:
    request = _request(LARGE)
    upload = _sent(request)
    (path,) = quarantined(data_dir)
    assert pictures.NEEDLE[:8].encode() not in path.read_bytes()
    assert (upload.name, upload.size) == ("upload", len(LARGE))
    assert [upload.read(), b"".join(upload.chunks()), b"".join(upload.chunks())] == [LARGE] * 3
    request.close()
    assert quarantined(data_dir) == []


def test_djangos_own_way_would_show_the_words(data_dir: Path) -> None:
    """The control: what this replaces."""
    with override_settings(FILE_UPLOAD_HANDLERS=["django.core.files.uploadhandler.TemporaryFileUploadHandler"]):
        request = _request(LARGE)
        upload = _sent(request)
        assert isinstance(upload, TemporaryUploadedFile)
        assert upload.name == f"{pictures.NEEDLE}.jpg"
        assert pictures.NEEDLE.encode() in Path(upload.temporary_file_path()).read_bytes()
        request.close()


@HANDLERS
def test_an_upload_that_breaks_off_leaves_nothing(data_dir: Path) -> None:
    whole = _request(LARGE)
    body = whole.body
    broken = RequestFactory().generic("POST", "/", body[: len(body) // 2], content_type=whole.META["CONTENT_TYPE"])
    broken.META["CONTENT_LENGTH"] = str(len(body))
    assert len(broken.FILES) <= 1
    broken.close()
    assert quarantined(data_dir) == []


@HANDLERS
@pytest.mark.django_db
def test_one_larger_than_any_picture_is_counted_not_kept(data_dir: Path) -> None:
    with override_settings(ENVIRONMENT=replace(settings.ENVIRONMENT, max_picture_mb=1)):
        request = _request(LARGE)
        upload = _sent(request)
        (path,) = quarantined(data_dir)
        assert path.stat().st_size <= 1024 * 1024
        assert upload.size == len(LARGE)
        with pytest.raises(Refused, match="1 MB"):
            accept_picture(upload=upload, size=upload.size or 0)
        request.close()
    assert quarantined(data_dir) == []


@HANDLERS
@pytest.mark.django_db
def test_a_picture_that_came_so_is_accepted(data_dir: Path) -> None:
    request = _request(pictures.telling_jpeg())
    upload = _sent(request)
    file = accept_picture(upload=upload, size=upload.size or 0)
    request.close()
    assert (file.width, len(stored(data_dir)), quarantined(data_dir)) == (80, 2, [])


def test_a_spool_is_read_from_its_start_only(data_dir: Path) -> None:
    spool = Spool()
    spool.write(b"abc")
    spool.seek(0)
    assert (spool.read(2), spool.read()) == (b"ab", b"c")
    with pytest.raises(OSError, match="from its start"):
        spool.seek(1)
    spool.close()
    assert spool.closed
    assert quarantined(data_dir) == []
