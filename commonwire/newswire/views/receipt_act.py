"""An act that a room above offers behind the six words: its form, then its verb, then the choices again with a sentence."""

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.utils.translation import gettext as _

from commonwire.newswire.queries import keys_of_submission
from commonwire.newswire.receipt_acts import ReceiptAct
from commonwire.newswire.trouble import Troubled
from commonwire.newswire.views.opened import Opened, choices
from commonwire.press.bake import bake_now


def perform(opened: Opened, act: ReceiptAct) -> HttpResponse:
    if not act.fits(opened.submission):
        return choices(opened, notice=_("This is not possible (any more)."), status=409)
    form = _form(opened, act)
    if form is not None and not (form.is_bound and form.is_valid()):
        return _page(opened, act, form, 422 if form.is_bound else 200)
    before = keys_of_submission(opened.submission)
    try:
        sentence = act.act(opened.submission, form.cleaned_data if form else {})
    except ValidationError as error:
        if form is None:
            return choices(opened, notice=" ".join(error.messages), status=409)
        form.add_error(None, error)
        return _page(opened, act, form, 422)
    opened.submission.refresh_from_db()
    bake_now({*before, *keys_of_submission(opened.submission)})
    return choices(opened, notice=str(sentence))


def typed_again(opened: Opened, act: ReceiptAct, trouble: Troubled) -> HttpResponse:
    form = _form(opened, act)
    if form is None:
        return choices(opened, notice=str(trouble), status=trouble.status)
    return _page(opened, act, form, trouble.status, [str(trouble)])


def _form(opened: Opened, act: ReceiptAct) -> forms.Form | None:
    data = opened.request.POST if opened.request.POST.get("save") else None
    return act.form(data, submission=opened.submission) if act.form else None


def _page(opened: Opened, act: ReceiptAct, form: forms.Form, status: int, notices: list[str] | None = None) -> HttpResponse:
    context = {"form": form, "act": act, "title": opened.title, "notices": notices or []}
    return opened.page("newswire/receipt_act.html", context, title=str(act.label), status=status)
