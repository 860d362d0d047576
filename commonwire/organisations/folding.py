"""Names without what people write differently: case, accents, punctuation, "&" for "and"."""

import re
import unicodedata

_JOINED = re.compile(r"(?<=\w)['’.·](?=\w|\s|$)")  # "workers'" and "U.S." are one word each
_BETWEEN = re.compile(r"[^\w]+|_+")


def fold(name: str) -> str:
    """`Trabajadores de Sánchez & Co.` becomes `trabajadores de sanchez and co`."""
    plain = unicodedata.normalize("NFKD", name.replace("&", " and ")).casefold()
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return " ".join(_BETWEEN.sub(" ", _JOINED.sub("", plain)).split())


def key_of(name: str) -> str:
    """To compare whole names by: folded, and without spaces, so that AFL-CIO, AFL CIO and A.F.L.-C.I.O. are one."""
    return fold(name).replace(" ", "")


def keys_for(name: str, short_name: str) -> dict[str, str]:
    """What a row keeps beside its names."""
    folded = f"{fold(name)} {fold(short_name)}".strip()
    return {"name_key": key_of(name)[:200], "short_key": key_of(short_name)[:60], "folded": folded[:300]}
