"""Correct a contribution with its receipt."""

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _

from commonwire.newswire.contributions import Contribution, registered, words_of
from commonwire.newswire.correct_submission import correct_submission
from commonwire.newswire.queries import keys_of_submission
from commonwire.newswire.rules import is_change_held
from commonwire.newswire.trouble import Troubled
from commonwire.newswire.views.opened import Opened, choices
from commonwire.press.bake import bake_now


def correct(opened: Opened) -> HttpResponse:
    """The form with its words; saved, it stands at once, or goes back before the desk when it would be held if it were new."""
    contribution = registered(opened.submission)
    form = _form(opened, contribution)
    if not form.is_bound or not form.is_valid():
        return _page(opened, form, 422 if form.is_bound else 200)
    was_shown, held = opened.submission.is_shown, _waits(opened, contribution, form)
    before = keys_of_submission(opened.submission)
    corrected = correct_submission(submission=opened.submission, words=form.cleaned_data, held=held)
    bake_now({*before, *keys_of_submission(corrected)})
    address = contribution.told(corrected).address
    if corrected.is_shown and address:
        return HttpResponseRedirect(address, status=303)
    back = _("Your correction is kept. A member of the collective looks at it; until then it is not shown.")
    return choices(opened, notice=back if was_shown and held else _("Your correction is kept."))


def typed_again(opened: Opened, trouble: Troubled) -> HttpResponse:
    form = _form(opened, registered(opened.submission))
    return _page(opened, form, trouble.status, [str(trouble)])


def _form(opened: Opened, contribution: Contribution) -> forms.Form:
    data = opened.request.POST if opened.request.POST.get("save") else None
    about = contribution.subject(opened.submission) if contribution.subject else None
    return contribution.form(data, site=opened.request.site, about=about, initial=contribution.initial(opened.submission))


def _waits(opened: Opened, contribution: Contribution, form: forms.Form) -> bool:
    site, old = opened.request.site, words_of(contribution.initial(opened.submission))
    return contribution.always_held(site) or is_change_held(site, old=old, new=words_of(form.cleaned_data), has_files=False)


def _page(opened: Opened, form: forms.Form, status: int, notices: list[str] | None = None) -> HttpResponse:
    contribution = registered(opened.submission)
    about = contribution.subject(opened.submission) if contribution.subject else None
    context = {"form": form, "contribution": contribution, "about": about, "title": opened.title, "notices": notices or []}
    return opened.page("newswire/correct_contribution.html", context, title=_("Correct it"), status=status)
