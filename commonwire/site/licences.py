"""The licences a contributor may choose, by code. Names are not translated: they are names."""

from typing import NamedTuple


class Licence(NamedTuple):
    name: str
    address: str


LICENCES = {
    "by": Licence("Creative Commons Attribution 4.0", "https://creativecommons.org/licenses/by/4.0/"),
    "by-sa": Licence("Creative Commons Attribution-ShareAlike 4.0", "https://creativecommons.org/licenses/by-sa/4.0/"),
    "by-nc": Licence("Creative Commons Attribution-NonCommercial 4.0", "https://creativecommons.org/licenses/by-nc/4.0/"),
    "by-nc-sa": Licence("Creative Commons Attribution-NonCommercial-ShareAlike 4.0", "https://creativecommons.org/licenses/by-nc-sa/4.0/"),
    "cc0": Licence("Public domain (CC0)", "https://creativecommons.org/publicdomain/zero/1.0/"),
    "author": Licence("All rights with the author", ""),
}
DEFAULT_LICENCE = "by-nc-sa"
