"""Say what a file shows: title, words for those who do not see it, caption, credit, licence."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from commonwire.base import clock
from commonwire.base.text import clean_line, clean_text
from commonwire.ledger.record import record
from commonwire.media.models import File
from commonwire.media.refused import Refused
from commonwire.media.rules import must_be

LONGEST = {"title": 300, "alt": 2000, "caption": 4000, "credit": 300, "licence": 100}
_TOO_LONG = {
    "title": _("The file’s title is longer than 300 characters: please shorten it."),
    "alt": _("The description of the picture is longer than 2,000 characters: please shorten it."),
    "caption": _("The caption is longer than 4,000 characters: please shorten it, or move some of it into the text."),
    "credit": _("The credit is longer than 300 characters: please shorten it."),
    "licence": _("The licence is longer than 100 characters: please shorten it."),
}


@transaction.atomic
def describe_file(*, file: File, title: str = "", alt: str = "", caption: str = "", credit: str = "", licence: str = "") -> None:
    """Replaces all five. Refused for one that is too long, WrongState for an erased file."""
    must_be(file, File.State.DRAFT, File.State.READY, File.State.MISSING)
    words = {"title": clean_line(title), "alt": clean_line(alt), "caption": clean_text(caption)}
    words |= {"credit": clean_line(credit), "licence": clean_line(licence)}
    for name, text in words.items():
        if len(text) > LONGEST[name]:
            raise Refused("too_long", _TOO_LONG[name])
        setattr(file, name, text)
    file.save(update_fields=list(words))
    record("file.described", f"file:{file.pk}", touched=[f"file:{file.pk}"], at=clock.hour())
