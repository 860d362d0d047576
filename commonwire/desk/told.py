"""The sentence after an act, made from the address it led back to: nothing is kept between two requests."""

from dataclasses import dataclass

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from commonwire.base.ids import is_public_id
from commonwire.desk.case import Case, case_of
from commonwire.newswire.queries import find_submission

LATER = "-later"
SENTENCES: dict[str, Promise] = {
    "shown": _("It is shown."),
    "waits": _("It waits for its hour and is then published by itself."),
    "hidden": _("It is hidden, and readers see why."),
    "unhidden": _("It is shown again, with its old standing."),
    "held": _("It is held again."),
    "sorted": _("It is sorted."),
}


@dataclass(frozen=True)
class Told:
    sentence: str | Promise
    case: Case
    later: bool  # the act stands, but its page could not be baked at once


def told(query: QueryDict) -> Told | None:
    done = query.get("done", "")
    sentence = SENTENCES.get(done.removesuffix(LATER))
    public_id = query.get("of", "")
    submission = find_submission(public_id) if sentence and is_public_id(public_id) else None
    return Told(sentence, case_of(submission), done.endswith(LATER)) if sentence and submission else None
