"""What the six words of a day of action open besides correcting it: its phase, its demands, further receipts for co-organisers; and with
the words of an endorsement or a pledge, to stand behind it no more."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from commonwire.mobilizations.acts import ACTS, Act
from commonwire.mobilizations.forms_of_acts import NameForm
from commonwire.mobilizations.models import Endorsement, Mobilization, Pledge, Statement
from commonwire.mobilizations.queries import mobilization_of
from commonwire.mobilizations.statements.settle_statement import stand_down
from commonwire.mobilizations.typed import TypedLine
from commonwire.mobilizations.words import STANDS
from commonwire.newswire.models import Post
from commonwire.newswire.name_receipt import name_receipt, revoke_receipt
from commonwire.newswire.receipt_acts import ReceiptAct, register_act
from commonwire.newswire.submission import Submission
from commonwire.newswire.words import Kind


def _is_action(submission: Submission) -> bool:
    return isinstance(submission, Post) and submission.kind == Kind.ACTION and not submission.is_over


def _of(post: Post) -> Mobilization:
    found = mobilization_of(post)
    if found is None:
        raise LookupError("a post of kind action has its row")
    return found


def _by_receipt(act: Act) -> ReceiptAct:
    def do(post: Post, given: dict[str, Any]) -> str:
        act.do(_of(post), given, "")
        return str(act.done)

    def form(data: object = None, *, submission: Post) -> forms.Form:
        return act.form(data, mobilization=_of(submission))

    return ReceiptAct(code=f"action-{act.code}", label=act.label, fits=_is_action, form=form, act=do)


for each in ACTS:
    if each.by_author:
        register_act(_by_receipt(each))


def _name(post: Post, given: dict[str, Any]) -> str:
    words = name_receipt(post=post, name=given["co_organiser"])
    return _("The receipt for “%(name)s” is: %(words)s. It is told this once: hand it on, by mouth or on paper.") % {
        "name": given["co_organiser"],
        "words": words,
    }


def _revoke(post: Post, given: dict[str, Any]) -> str:
    revoke_receipt(post=post, name=given["revoked"])
    return _("This receipt opens nothing any more.")


class RevokeForm(forms.Form):
    revoked = forms.ChoiceField(label=gettext_lazy("Whose receipt"))

    def __init__(self, data: object = None, *, submission: Post) -> None:
        super().__init__(data)  # type: ignore[arg-type]
        self.fields["revoked"].choices = [(name, name) for name in _names(submission)]  # type: ignore[attr-defined]


def _names(post: Post) -> list[str]:
    return list(post.named_receipts.order_by("name").values_list("name", flat=True))


register_act(
    ReceiptAct(
        code="name-receipt",
        label=gettext_lazy("A receipt for a co-organiser"),
        fits=_is_action,
        form=lambda data=None, *, submission: NameForm(data, mobilization=_of(submission)),
        act=_name,
        first_alone=True,
    )
)
register_act(
    ReceiptAct(
        code="revoke-receipt",
        label=gettext_lazy("Take back a co-organiser's receipt"),
        fits=lambda submission: _is_action(submission) and bool(_names(submission)),  # type: ignore[arg-type]
        form=RevokeForm,
        act=_revoke,
        first_alone=True,
    )
)


class StandDownForm(forms.Form):
    why = TypedLine(gettext_lazy("Why, in a sentence that readers see"), 300)

    def __init__(self, data: object = None, *, submission: Submission) -> None:
        super().__init__(data)  # type: ignore[arg-type]


def _stand_down(statement: Statement, given: dict[str, Any]) -> str:
    stand_down(statement=statement, note=given["why"])
    return _("The list says that it stands behind it no more. To take its name out of the list altogether, withdraw it.")


register_act(
    ReceiptAct(
        code="stand-down",
        label=gettext_lazy("Stand behind it no more"),
        fits=lambda said: isinstance(said, Endorsement | Pledge) and said.standing in STANDS and not said.is_over,
        form=StandDownForm,
        act=_stand_down,
    )
)
