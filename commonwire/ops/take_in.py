"""Take in pages of an older site from their text, and report what each line became.

FILE is the text of one page in UTF-8; `-` reads it from standard input. Taking in the same document again changes nothing, and an
improved one mends the post it became. Exit code 0 when every line was placed, 1 when something needs a person, 2 when a file cannot
be read or taken in.
"""

import argparse
import json
import sys
from pathlib import Path

from django.db import DatabaseError, connection

from commonwire.archive.fill import fill_placeholder_of, is_there, placeholders_of, same_file
from commonwire.archive.models import TakenIn
from commonwire.archive.queries import keys_to_bake
from commonwire.archive.report import Report
from commonwire.archive.take_in import Taken, take_in
from commonwire.media.refused import Refused
from commonwire.newswire.models import Post
from commonwire.ops.progress import along
from commonwire.press.bake import NotBaked, bake
from commonwire.site.licences import LICENCES
from commonwire.site.queries import the_site

GOOD, LOOK, UNREAD = 0, 1, 2
STANDARD_INPUT = "-"


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", metavar="FILE", help="the text of a page; - for standard input")
    parser.add_argument("--address", default="", metavar="URL", help="where the page stood (with one FILE); that address then leads here")
    parser.add_argument("--zone", default="America/Los_Angeles", help="in which its times were written (default: %(default)s)")
    parser.add_argument("--language", default="en", help="in which it was written (default: %(default)s)")
    parser.add_argument("--licence", default="author", choices=list(LICENCES), help="under which it may be shown (default: %(default)s)")
    parser.add_argument("--media", type=Path, metavar="DIR", help="fill missing media with the files of these names found there")
    parser.add_argument("--fill", action="append", default=[], metavar="NAME=FILE", help="fill the missing medium of that name")
    parser.add_argument("--json", action="store_true", help="print the whole report as JSON: an object, or a list for several files")


def run(arguments: argparse.Namespace) -> int:
    wrong = _wrong(arguments)
    if wrong:
        print(wrong, file=sys.stderr)
        return UNREAD
    codes: list[int] = []
    reports: list[Report] = []
    for name in along(arguments.files, "taking in"):
        code, report = _one(name, arguments)
        codes.append(code)
        if report:
            reports.append(report)
            if not arguments.json:
                print(report.text(), flush=True)
    if arguments.json and reports:
        said = [report.as_json() for report in reports]
        print(json.dumps(said[0] if len(arguments.files) == 1 else said, ensure_ascii=False, indent=1))
    return max(codes)


def _wrong(arguments: argparse.Namespace) -> str:
    """What makes it useless to begin."""
    if arguments.address and len(arguments.files) > 1:
        return "--address names where one page stood: give it with one FILE."
    if arguments.media and not arguments.media.is_dir():
        return f"--media {arguments.media}: there is no such folder."
    missing = next((each for each in arguments.fill if not Path(each.partition("=")[2]).is_file()), None)
    if missing:
        return f"--fill {missing}: write NAME=FILE with a file that is there."
    try:
        ready = TakenIn._meta.db_table in connection.introspection.table_names()
    except DatabaseError as error:
        return f"The database does not answer: {error}"
    return "" if ready else "The database is not prepared yet: run `commonwire setup` first."


def _one(name: str, arguments: argparse.Namespace) -> tuple[int, Report | None]:
    try:
        text, remarks = _read(name)
        taken = take_in(text=text, zone=arguments.zone, address=arguments.address, language=arguments.language, licence=arguments.licence)
    except (OSError, ValueError) as error:
        print(f"{name}: {error.strerror if isinstance(error, OSError) and error.strerror else error}", file=sys.stderr)
        return UNREAD, None
    if taken.left:
        remarks.append("What stands here was corrected or erased since it was taken in: it is left as it is.")
    troubles = [*_fill(taken.post, arguments), *_bake(taken.post)]
    looks = bool(troubles or taken.left or taken.page.unplaced)
    return (LOOK if looks else GOOD), _report(taken, [*remarks, *troubles])


def _report(taken: Taken, remarks: list[str]) -> Report:
    post = Post.objects.get(pk=taken.post.pk)
    return Report(taken.page, the_site().address(post.path or post.short_path), tuple(remarks))


def _read(name: str) -> tuple[str, list[str]]:
    """UTF-8; what is not is read as the Windows encoding that old pages used, and the report says so."""
    content = sys.stdin.buffer.read() if name == STANDARD_INPUT else Path(name).read_bytes()
    if b"\0" in content:
        raise ValueError("this is not a text file")
    try:
        return content.decode(), []
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace"), ["The document is not UTF-8: it was read as windows-1252."]


def _fill(post: Post, arguments: argparse.Namespace) -> list[str]:
    """Fill what is missing; what could not be filled, in sentences."""
    given = [(name, Path(file)) for name, _sign, file in (each.partition("=") for each in arguments.fill)]
    if arguments.media:
        there = sorted(path for path in arguments.media.iterdir() if path.is_file())
        given += [(file.name, path) for file in placeholders_of(post) for path in there if same_file(file.name, path.name)]
    troubles = []
    for name, path in given:
        try:
            with path.open("rb") as upload:
                filled = fill_placeholder_of(name=name, post=post, upload=upload, size=path.stat().st_size)
        except (OSError, Refused) as error:
            troubles.append(f"{path.name} could not fill {name}: {error}")
            continue
        if filled is None and not is_there(post, name):
            troubles.append(f"No medium is missing under the name {name}.")
    return troubles


def _bake(post: Post) -> list[str]:
    """The page is there when the command ends, also without a worker."""
    try:
        bake(keys_to_bake(post))
    except NotBaked as error:
        return [f"Taken in, but these pages could not be baked yet: {error}"]
    return []
