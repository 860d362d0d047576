"""Every message of the sources has a translation in every language shipped, with the same placeholders, compiled as it stands."""

import re
from collections.abc import Iterator
from pathlib import Path

import polib  # type: ignore[import-untyped]  # no types are published for it
import pytest
from django.conf import settings

from commonwire.ops.messages import collect
from commonwire.ops.translate import HOUSE, catalogues, read
from tests.house.sources import name, nothing

PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")


def test_every_language_but_english_has_a_catalogue() -> None:
    assert {path.parts[-3] for path in catalogues()} == {code for code, _ in settings.LANGUAGES} - {"en"}


@pytest.mark.parametrize("path", catalogues(), ids=lambda path: path.parts[-3])
def test_every_message_is_translated(path: Path) -> None:
    known = {(entry.msgctxt or "", entry.msgid, entry.msgid_plural or ""): entry for entry in read(path) if not entry.obsolete}
    nothing(
        f"{message.places[0]}: {message.text!r} is not in {path.parts[-3]}: bin/translate extract, then fill it in"
        for message in collect(HOUSE)
        if not (entry := known.get((message.context, message.text, message.plural))) or not entry.translated()
    )


def _pairs(entry: polib.POEntry) -> Iterator[tuple[str, str]]:
    if entry.msgid_plural:
        # the first form may leave its number out ("one post"), so only the others must carry all
        yield from ((entry.msgid_plural, translation) for form, translation in entry.msgstr_plural.items() if int(form) > 0)
    else:
        yield entry.msgid, entry.msgstr


@pytest.mark.parametrize("path", catalogues(), ids=lambda path: path.parts[-3])
def test_a_translation_fills_in_what_its_message_does(path: Path) -> None:
    nothing(
        f"{name(path, entry.linenum)} {text!r} and {translation!r} fill in different things"
        for entry in read(path)
        if not entry.obsolete
        for text, translation in _pairs(entry)
        if translation and sorted(PLACEHOLDER.findall(text)) != sorted(PLACEHOLDER.findall(translation))
    )


@pytest.mark.parametrize("path", catalogues(), ids=lambda path: path.parts[-3])
def test_the_compiled_catalogue_says_the_same(path: Path, tmp_path: Path) -> None:
    read(path).save_as_mofile(str(tmp_path / "made.mo"))
    assert path.with_suffix(".mo").read_bytes() == (tmp_path / "made.mo").read_bytes(), "bin/translate compile"
