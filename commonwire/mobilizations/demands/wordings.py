"""The wordings of a demand: which one counts, a new version, what of two texts is the same."""

import re
import unicodedata

from commonwire.base import clock
from commonwire.mobilizations.models import Demand, DemandWording

_WORD = re.compile(r"[\w§]+")


def normal(text: str) -> str:
    """Its words alone, in lower case and without accents: what stays the same when a text is retyped or pasted."""
    folded = unicodedata.normalize("NFKD", text).casefold()
    bare = "".join(sign for sign in folded if not unicodedata.combining(sign))
    return " ".join(_WORD.findall(bare.replace("'", "").replace("’", "")))


def wording_in(demand: Demand, language: str) -> str:
    """The newest in exactly this language, or nothing."""
    versions = [each for each in demand.wordings.all() if each.language == language]
    return max(versions, key=lambda each: each.version).text if versions else ""


def add_wording(demand: Demand, language: str, text: str) -> DemandWording | None:
    """A new version, unless it says what the newest one says. Within a verb's transaction."""
    newest = demand.wordings.filter(language=language).order_by("-version").first()
    if newest and newest.text == text:
        return None
    version = newest.version + 1 if newest else 1
    return DemandWording.objects.create(demand=demand, language=language, version=version, text=text, at=clock.minute())
