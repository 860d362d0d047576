"""Words as they are compared: without case, accents and signs, so that “Día de Acción” and "dia de accion" are one."""

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+")
# What every call and every report says; as evidence it is worth nothing. English and Spanish, the shipped languages.
_COMMON = """
    a about after against all an and are as at be before but by call calls can city day days do down end everyone for from get go has have
    how if in into is it its january february march april may june july august september october november december join just
    make more new no not now of on one or our out over people rally rallies said stand stands state statewide stop strike strikes take than
    that the their them there these they this time to today tonight truth under up us was we week were what when where which who
    will with work
    worker workers you your action actions general national mass protest protests freedom justice monday tuesday wednesday thursday friday
    saturday sunday
    al ante asi cada como con contra cuando de del desde dia dias donde el en entre es esta este esto fue general hasta hay hoy
    huelga ir jornada
    justicia la las libertad lo los mas marcha masiva nacional ni no nos nuestra nuestro o para paro pero por protesta pueblo que
    se si sin sobre
    su sus todo todos trabajadores trabajo un una y ya enero febrero marzo abril mayo junio julio agosto septiembre octubre
    noviembre diciembre
"""
COMMON = frozenset(_COMMON.split())


def words_of(text: str) -> list[str]:
    """In order, each without its accents."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return _WORD.findall("".join(letter for letter in plain if not unicodedata.combining(letter)))


def phrase(text: str) -> str:
    """The words with one space on each side of each, so that `phrase(a) in phrase(b)` holds for whole words only."""
    return f" {' '.join(words_of(text))} "


def telling(text: str) -> list[str]:
    """The words that tell this subject from others: three letters or more, not a number, not among those that everybody uses."""
    return list(dict.fromkeys(word for word in words_of(text) if len(word) >= 3 and word not in COMMON and not word.isdigit()))
