"""The files of a form: those already cleaned, which come back as handles, and those that came with this sending."""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.conf import settings
from django.utils.translation import gettext as _

from commonwire.base.text import clean_line
from commonwire.chrome.asking import WireRequest
from commonwire.media.accept import accept_picture
from commonwire.media.describe import describe_file
from commonwire.media.erase import erase_file
from commonwire.media.models import File
from commonwire.media.refused import Refused
from commonwire.newswire.draft import files_of
from commonwire.site.licences import LICENCES

ROWS = 3
LONGEST = {"title": 200, "alt": 1000, "caption": 1000, "credit": 200}


@dataclass
class Uploads:
    files: list[File] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    typed: dict[int, dict[str, str]] = field(default_factory=dict)  # words beside a row of which no file was taken

    @property
    def rows(self) -> list[tuple[int, dict[str, str]]]:
        """The rows for more files, each with the words that wait in it: a refused file does not take its words along."""
        return [(number, self.typed.get(number, {})) for number in range(1, ROWS + 1)]


def take_files(request: WireRequest, already: int = 0) -> Uploads:
    """Clean what was uploaded, describe everything as the form says. A refused file costs a sentence, never the text."""
    taken = Uploads()
    for file in files_of(request.POST.getlist("file")):
        if request.POST.get(f"file_remove_{file.public_id}"):
            erase_file(file=file)
        else:
            taken.files.append(described(file, request, f"file_{{}}_{file.public_id}"))
    for number in range(1, ROWS + 1):
        before = len(taken.files)
        for upload in request.FILES.getlist(f"upload_{number}"):
            _take(taken, upload, request, f"upload_{{}}_{number}", already)
        if len(taken.files) == before:
            taken.typed[number] = {word: request.POST.get(f"upload_{word}_{number}", "") for word in (*LONGEST, "licence")}
    return taken


def _take(taken: Uploads, upload: object, request: WireRequest, names: str, already: int) -> None:
    if len(taken.files) + already >= settings.ENVIRONMENT.max_files:
        taken.refused.append(_("A post holds at most %(count)d files; the rest was left out.") % {"count": settings.ENVIRONMENT.max_files})
        return
    try:
        file = accept_picture(upload=upload, size=upload.size)  # type: ignore[arg-type,attr-defined]
    except Refused as refusal:
        taken.refused.append(_("File %(number)d: %(why)s") % {"number": len(taken.files) + len(taken.refused) + 1, "why": refusal})
    else:
        taken.files.append(described(file, request, names))


def described(file: File, request: WireRequest, names: str) -> File:
    """`names` is the pattern of the field names: `file_{}_ID` or `upload_{}_NUMBER`. A form that does not carry them changes nothing."""
    say: Callable[[str], str] = lambda word: clean_line(request.POST.get(names.format(word), ""))[: LONGEST[word]]  # noqa: E731
    if names.format("alt") not in request.POST:
        return file
    licence = request.POST.get(names.format("licence"), "")
    describe_file(
        file=file,
        title=say("title"),
        alt=say("alt"),
        caption=say("caption"),
        credit=say("credit"),
        licence=licence if licence in LICENCES else "",
    )
    return file
