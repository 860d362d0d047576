"""Translate the demands, or word some of them anew in another language, by their numbers."""

import re
from collections.abc import Mapping

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from commonwire.base.text import clean_line
from commonwire.ledger.record import record
from commonwire.mobilizations.demands.wordings import add_wording
from commonwire.mobilizations.models import Mobilization
from commonwire.mobilizations.queries import keys_of
from commonwire.mobilizations.words import DEMANDS

_NUMBERED = re.compile(r"^\s*\(?(\d{1,3})[.):]\s*(\S.*)$")


def read_numbered(text: str) -> dict[int, str]:
    """`2. Ningún barco zarpa …`: what each number says. ValidationError names the line that has none."""
    lines = [line for line in text.split("\n") if line.strip()]
    read = [(line, _NUMBERED.match(line)) for line in lines]
    wrong = next((line for line, found in read if not found), None)
    if wrong is not None:
        told = _("Begin each line with the number of its demand, as in: 2. Nobody is disciplined. This one has none: “%(line)s”")
        raise ValidationError(told, params={"line": wrong[:80]})
    return {int(found[1]): clean_line(found[2]) for _line, found in read if found}


@transaction.atomic
def translate_demands(*, mobilization: Mobilization, language: str, texts: Mapping[int, str], by: str = "") -> None:
    demands = {each.number: each for each in mobilization.demands.all()}
    unknown = sorted(set(texts) - set(demands))
    if unknown:
        raise ValidationError(_("There is no demand %(number)d."), params={"number": unknown[0]})
    for number, text in texts.items():
        add_wording(demands[number], language, text)
    record("demands.translated", f"mobilization:{mobilization.pk}", touched=keys_of(mobilization, DEMANDS), by=by, language=language)
