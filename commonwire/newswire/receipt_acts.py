"""Acts that rooms above offer behind the six words: cancel or postpone an event, confirm a series, name a co-organiser's receipt.

register_act(ReceiptAct(code="cancel-event", label=_("Cancel the event"), fits=…, form=CancelForm, act=…))   # in a room's kinds.py
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.functional import Promise

from commonwire.newswire.submission import Submission

OWN = ("correct", "part", "withdraw", "extend", "forget")
# The first receipt alone: whoever holds a further one helps, and does not decide for the others.
FIRST_ALONE = ("withdraw", "extend", "forget")


@dataclass(frozen=True)
class ReceiptAct:
    code: str
    label: "str | Promise"
    fits: Callable[[Submission], bool]  # whether it is offered for this one, now
    form: Callable[..., forms.Form] | None  # form(data or None, submission=…); None: pressed is done
    act: Callable[[Any, dict[str, Any]], "str | Promise"]  # calls the verb, says what was done; ValidationError stands in the form
    template: str | None = None  # the fields; None: one below the other
    first_alone: bool = False  # not for named receipts


ACTS: dict[str, ReceiptAct] = {}


def register_act(act: ReceiptAct) -> None:
    if act.code in OWN:
        raise ValueError(f"{act.code} is an act of the newswire")
    ACTS[act.code] = act


def acts_for(submission: Submission, holder: str = "") -> list[ReceiptAct]:
    """What is offered now to whoever holds the first receipt, or one of this name."""
    return [act for act in ACTS.values() if not (holder and act.first_alone) and act.fits(submission)]
