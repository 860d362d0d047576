"""Contribute in two steps, as publishing: `/send/NOUN/ABOUT/` shows the form, then a preview with the receipt, then it is sent."""

from dataclasses import dataclass, field

from django import forms
from django.core.exceptions import ValidationError
from django.db import OperationalError
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from commonwire.chrome.answers import answer
from commonwire.chrome.asking import WireRequest
from commonwire.newswire.contribute import contribute
from commonwire.newswire.contributions import Contribution, Sealed, by_word, words_of
from commonwire.newswire.draft import Draft, new_draft, read_draft, wait_out
from commonwire.newswire.rules import is_held
from commonwire.newswire.submission import Submission
from commonwire.newswire.trouble import explain
from commonwire.newswire.views.publish import HONEYPOT
from commonwire.press.bake import bake_now


@dataclass
class Sending:
    """One request at the door of a contribution, read."""

    request: WireRequest
    contribution: Contribution
    about: object
    word: str  # for what it is about, in the address
    form: forms.Form
    draft: Draft | None
    notices: list[str] = field(default_factory=list)

    @property
    def context(self) -> dict[str, object]:
        named, noun = self.contribution.named, self.contribution.word or self.contribution.noun
        return {
            "sending": self,
            "here": f"/send/{noun}/{self.word}/",
            "contribution": self.contribution,
            "about": self.about,
            "named": named(self.about) if named else None,
            "form": self.form,
            "draft": self.draft,
            "notices": self.notices,
        }

    @property
    def hidden_inputs(self) -> list[tuple[str, str]]:
        """Everything typed, to travel with the preview."""
        return [(each.html_name, value) for each in self.form for value in self.request.POST.getlist(each.html_name)]


@require_http_methods(["GET", "HEAD", "POST"])
def contribute_about(request: WireRequest, noun: str, about: str) -> HttpResponse:
    contribution = by_word(noun)
    if contribution is None:
        raise Http404
    subject = contribution.about(about)
    if subject is None:
        return _nothing_to_be_about(request, contribution)
    form = contribution.form(request.POST if request.method == "POST" else None, site=request.site, about=subject)
    sending = Sending(request, contribution, subject, about, form, read_draft(request.POST.get("draft", "")))
    return _step(sending) if request.method == "POST" else _form_page(sending, 200)


def _nothing_to_be_about(request: WireRequest, contribution: Contribution) -> HttpResponse:
    """It was hidden or withdrawn while somebody wrote: they keep their words."""
    typed = [str(value) for name, value in request.POST.items() if str(value).strip() and name not in ("draft", "act", HONEYPOT)]
    if not typed:
        raise Http404
    return answer(request, "newswire/contribute_gone.html", {"typed": typed}, title=str(contribution.title), status=404)


def _step(sending: Sending) -> HttpResponse:
    given, act = sending.request.POST, sending.request.POST.get("act")
    if act == "edit":
        sending.form.full_clean()
        sending.form.errors.clear()  # going back is no mistake
        return _form_page(sending, 200)
    if not sending.form.is_valid():
        return _form_page(sending, 422)
    if given.get("draft") and sending.draft is None:
        sending.notices.append(_("This form could not be recognised, so your receipt is a new one: please note the six words below."))
    if act != "publish" or sending.draft is None or sending.draft.expired:
        sending.draft = sending.draft.renewed() if sending.draft and sending.draft.expired else sending.draft or new_draft()
        return _preview(sending)
    return _send(sending, sending.draft)


def _form_page(sending: Sending, status: int) -> HttpResponse:
    return answer(sending.request, "newswire/contribute.html", sending.context, title=str(sending.contribution.title), status=status)


def _preview(sending: Sending) -> HttpResponse:
    facts = sending.contribution.facts(sending.about, sending.form.cleaned_data, sending.request.site)
    return answer(sending.request, "newswire/contribute_preview.html", sending.context | {"facts": facts}, title=_("Preview"))


def _send(sending: Sending, draft: Draft) -> HttpResponse:
    wait_out(draft)
    contribution, words = sending.contribution, sending.form.cleaned_data
    try:
        known = contribution.model._default_manager.filter(public_id=draft.id).first()
        if known is not None and _says_something_else(contribution, known, words):
            sending.notices.append(_("This was sent already. To change it, use your receipt; what you changed here stands below."))
            return _form_page(sending, 409)
        sealed = Sealed(draft.receipt, draft.id, sending.request.language, _held(sending))
        made = contribute(contribution=contribution, about=sending.about, words=words, sealed=sealed)
    except ValidationError as error:
        sending.form.add_error(None, error)
        return _form_page(sending, 422)
    except (OSError, OperationalError) as error:
        trouble = explain(error)
        sending.notices.append(str(trouble))
        return _form_page(sending, trouble.status)
    return _sent(sending, made)


def _says_something_else(contribution: Contribution, known: Submission, words: dict[str, object]) -> bool:
    """Whether this draft was sent before, in other words: a later change must not vanish unsaid."""
    said = contribution.initial(known)
    return not known.is_over and any(isinstance(new, str) and name in said and str(said[name] or "") != new for name, new in words.items())


def _held(sending: Sending) -> bool:
    given, site = sending.request.POST, sending.request.site
    suspicious = bool(given.get(HONEYPOT)) or sending.request.headers.get("X-Wire-Verdict") == "hold"
    words = words_of(sending.form.cleaned_data)
    return sending.contribution.always_held(site) or is_held(site, words=words, has_files=False, suspicious=suspicious)


def _sent(sending: Sending, made: Submission) -> HttpResponse:
    """To where it stands; or, when it waits or stands nowhere by itself, a page that says so."""
    if made.is_shown:
        bake_now(sending.contribution.keys(made))
        address = sending.contribution.told(made).address
        if address:
            return HttpResponseRedirect(address, status=303)
    context = sending.context | {"made": made}
    return answer(sending.request, "newswire/contribute_sent.html", context, title=_("It arrived") if made.is_shown else _("Held"))
