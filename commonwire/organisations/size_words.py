"""What a size says to readers: the words of its source, numbers where it has none, and of what they are, said once."""

import re

from django.contrib.humanize.templatetags.humanize import intcomma
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from commonwire.organisations.sizes import read_size
from commonwire.organisations.words import SizeOf

# What stands around a number without saying of what it is: "about 5,000", "entre 2.000 y 3.000".
_AROUND = """
a about al almost and approximately approx around at below between by circa down estimated fewer from in just least less more most nearly
no not of or over plus probably roughly several some than the to under up upwards maximum minimum well k m mil million millions thousand
dozens hundreds many scores tens thousands
al aproximadamente alrededor algunos algunas ca casi cerca como de desde en entre hasta lo más mas máximo maximo menos mínimo minimo
millón millon millones no o por quizá unos unas y cientos decenas docenas miles muchos muchas
"""
_KNOWN = frozenset(_AROUND.split())
_WORD = re.compile(r"[^\W\d_]+")


def said_of(wording: str, of: str, low: int | None = None, high: int | None = None) -> str:
    """`over 140,000 people`, `11 affiliates`, `thousands (people)`: the unit stands beside words that name none."""
    words = wording or in_numbers(low, high)
    if any(word.lower() not in _KNOWN for word in _WORD.findall(words)) and wording:
        return words
    if not wording or read_size(wording).is_stated:
        return f"{words} {_unit(of, words)}"
    return f"{words} ({SizeOf(of).label})"


def _unit(of: str, words: str) -> str:
    count = 1 if words == "1" else 2
    if of == SizeOf.AFFILIATES:
        return ngettext("affiliated body", "affiliated bodies", count)
    return ngettext("person", "people", count)


def in_numbers(low: int | None, high: int | None) -> str:
    """As in "2,000 to 3,000", "at least 80,000", "at most 500"."""
    if low is not None and high is not None:
        return intcomma(low) if low == high else _("%(low)s to %(high)s") % {"low": intcomma(low), "high": intcomma(high)}
    if low is not None:
        return _("at least %(low)s") % {"low": intcomma(low)}
    return _("at most %(high)s") % {"high": intcomma(high or 0)}
