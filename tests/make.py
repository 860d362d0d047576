"""What the tests stand on, made through the verbs: `make.post(headline=…)`, `make.event(…)`, `make.region("Harbor")`."""

import io
import itertools
from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import cache
from typing import Any
from unittest.mock import patch

from commonwire.base import clock
from commonwire.calendar.models import Event
from commonwire.calendar.place_event import DETAILS, place_event
from commonwire.ledger.settle import settle
from commonwire.media import accept, jail
from commonwire.media.accept import accept_picture
from commonwire.media.describe import describe_file
from commonwire.media.models import File
from commonwire.newswire.add_part import add_part
from commonwire.newswire.comment import add_comment
from commonwire.newswire.models import Comment, Part, Post
from commonwire.newswire.publish import publish_post
from commonwire.newswire.wording import Wording
from commonwire.site.models import PolicyParagraph, Site
from commonwire.taxonomy.arrange import add_region, add_topic
from commonwire.taxonomy.models import Region, Topic
from tests.media.pictures import quarters, saved

RECEIPT = "anchor basil copper drizzle ember fjord"
_numbers = itertools.count(1)


def site(**decisions: Any) -> Site:
    """The one row, as the collective decided; without the ledger line, so that a test sees only its own."""
    made, _ = Site.objects.update_or_create(pk=1, defaults=decisions)
    return made


def region(name: str = "Harbor", **names: str) -> Region:
    return add_region(names={"en": name, **names})


def topic(name: str = "Housing", **names: str) -> Topic:
    return add_topic(names={"en": name, **names})


def paragraph(code: str = "spam", *, removes: bool = False) -> PolicyParagraph:
    made, _ = PolicyParagraph.objects.get_or_create(
        code=code, defaults={"titles": {"en": code.capitalize()}, "sentences": {"en": f"It is {code}."}, "removes": removes}
    )
    return made


def wording(headline: str = "Harbor workers meet", **words: Any) -> Wording:
    return Wording(headline=headline, **words)


def post(
    headline: str = "",
    *,
    files: Sequence[File] = (),
    receipt: str = "",
    public_id: str = "",
    publish_at: datetime | None = None,
    published: datetime | None = None,
    held: bool = False,
    **words: Any,
) -> Post:
    """A post that anyone could have sent; a headline of its own when none is given."""
    return publish_post(
        wording=wording(headline or f"Report number {next(_numbers)} from the quay", **words),
        files=files,
        receipt=receipt,
        public_id=public_id,
        publish_at=publish_at,
        published=published,
        held=held,
    )


def event(
    headline: str = "", *, starts: datetime | None = None, zone: str = "UTC", held: bool = False, receipt: str = "", **given: Any
) -> Event:
    """An event, tomorrow unless said otherwise; what is no detail of an event is a word of its post."""
    details: dict[str, object] = {"starts": starts or clock.minute() + timedelta(days=1), "zone": zone}
    details |= {name: given.pop(name) for name in DETAILS if name in given}
    rows: list[Event] = []
    publish_post(
        wording=wording(headline or f"Gathering number {next(_numbers)}", kind="event", **given),
        held=held,
        receipt=receipt,
        attach=lambda made: rows.append(place_event(post=made, details=details)),
    )
    return rows[0]


def part(of: Post, title: str = "Later the same day", **words: Any) -> Part:
    return add_part(post=of, title=title, **words)


def comment(under: Post, body: str = "I was there.", kind: str = "comment", **words: Any) -> Comment:
    return add_comment(post=under, body=body, kind=kind, **words)


def picture(alt: str = "Four quarters of colour", **words: str) -> File:
    """A draft; needs the fixture `data_dir`. The jail cleans this picture once for the whole process."""
    with patch("commonwire.media.accept._cleaned", _cleaned_once):
        file = accept_picture(upload=io.BytesIO(b""), size=1)
    describe_file(file=file, alt=alt, **words)
    return file


_through_the_jail = accept._cleaned


@cache
def _cleaned() -> jail.Cleaned:
    return _through_the_jail(io.BytesIO(saved(quarters(), "JPEG")), most=1_000_000, max_side=4096)


def _cleaned_once(upload: object, **limits: int) -> jail.Cleaned:
    return _cleaned()


def settled() -> None:
    """Let the worker do everything that is due."""
    while settle():
        pass
