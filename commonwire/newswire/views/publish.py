"""Publish in two steps: the form gives a preview, the preview publishes or goes back. Nothing typed is lost on the way."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial

from django.db import OperationalError
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from commonwire.base import clock
from commonwire.chrome.answers import answer
from commonwire.chrome.asking import WireRequest
from commonwire.media.rules import WrongState
from commonwire.media.templatetags.files import says
from commonwire.newswire.article import article_of_wording
from commonwire.newswire.draft import Draft, files_of, handle_of, new_draft, read_draft, wait_out
from commonwire.newswire.forms import PublishForm
from commonwire.newswire.kinds import EXTRAS, Extra
from commonwire.newswire.models import Post
from commonwire.newswire.publish import publish_post
from commonwire.newswire.questions import Questions, ask
from commonwire.newswire.rules import is_held
from commonwire.newswire.trouble import Troubled, explain
from commonwire.newswire.uploads import Uploads, take_files
from commonwire.newswire.wording import Wording
from commonwire.press.bake import bake_now

SOONEST, LATEST = 5, 60  # minutes of the random moment
HONEYPOT = "website"


@dataclass
class Sending:
    """One request at the publish door, read."""

    request: WireRequest
    extra: Extra | None
    draft: Draft
    form: PublishForm
    questions: Questions
    uploads: Uploads = field(default_factory=Uploads)
    notices: list[str] = field(default_factory=list)

    @property
    def is_valid(self) -> bool:
        return all([self.form.is_valid(), self.questions.is_valid()])

    @property
    def hidden_inputs(self) -> list[tuple[str, str]]:
        """Everything typed, to travel with the preview."""
        names = [*self.form.fields, *self.questions.names]
        typed = [(name, value) for name in names for value in self.request.POST.getlist(name)]
        return [*typed, *(("file", handle_of(file)) for file in self.uploads.files), ("draft", self.draft.token)]


@require_POST
def preview(request: WireRequest, kind: str = "") -> HttpResponse:
    """The page exactly as it will be, with the receipt; or the form again, saying what needs the author."""
    return _at_the_door(request, kind, _preview)


@require_POST
def edit(request: WireRequest, kind: str = "") -> HttpResponse:
    """Back from the preview to the form, everything kept."""
    return _at_the_door(request, kind, partial(_form_again, status=200))


@require_POST
def send(request: WireRequest, kind: str = "") -> HttpResponse:
    """Publish what was previewed."""
    return _at_the_door(request, kind, _send)


def _at_the_door(request: WireRequest, kind: str, step: Callable[[Sending], HttpResponse]) -> HttpResponse:
    sending = _read(request, kind)
    try:
        sending.uploads = take_files(request)
        return step(sending)
    except (OSError, OperationalError) as error:
        trouble = explain(error)
    except Troubled as known:
        trouble = known
    except WrongState:
        trouble = Troubled(
            _("A picture of this draft was already used or has expired. Your text stands below: please add the picture again."), 409
        )
    sending.notices.append(str(trouble))
    if not sending.uploads.files:  # the trouble came before they were counted
        sending.uploads.files = files_of(request.POST.getlist("file"))
    response = _form_again(sending, status=trouble.status)
    response.headers["Retry-After"] = "60"
    return response


def _read(request: WireRequest, kind: str) -> Sending:
    if kind and kind not in EXTRAS:
        raise Http404
    extra = EXTRAS.get(kind)
    typed = request.POST.copy()
    form = PublishForm(typed, site=request.site, language=request.language)
    if extra:
        form.is_only(kind, extra.title)
        typed["kind"] = kind
    sending = Sending(request, extra, new_draft(), form, ask(kind, request.site, data=typed))
    given = request.POST.get("draft", "")
    draft = read_draft(given) if given else None
    if draft:
        sending.draft = draft
    elif given:
        sending.notices.append(_("This form could not be recognised, so your receipt is a new one: please note the six words below."))
    return sending


def _preview(sending: Sending) -> HttpResponse:
    if not sending.is_valid or sending.uploads.refused:
        return _form_again(sending, status=422)
    if sending.draft.expired:
        sending.draft = sending.draft.renewed()
    return _preview_page(sending)


def _preview_page(sending: Sending) -> HttpResponse:
    request, wording = sending.request, sending.form.wording()
    context = {
        "sending": sending,
        "article": article_of_wording(wording, sending.uploads.files, clock.minute(), sending.questions.details),
        "draft": sending.draft,
        "wording": wording,
        "embargo": sending.form.embargo,
        "preview": True,
        "facts": sending.questions.facts(sending.form.site),
        "lasts_told": sending.extra.lasts_told if sending.extra else "",
        "told": list(dict.fromkeys(words for file in sending.uploads.files for words in says(file))),
        "here": _here(sending.extra),
    }
    return answer(request, "newswire/preview.html", context, title=_("Preview"))


def _form_again(sending: Sending, status: int) -> HttpResponse:
    context = form_context(sending.form, sending.extra, sending.questions) | {
        "draft": sending.draft,
        "files": sending.uploads.files,
        "handles": [(handle_of(file), file) for file in sending.uploads.files],
        "upload_rows": sending.uploads.rows,
        "refused": sending.uploads.refused,
        "notices": sending.notices,
    }
    if status == 200:
        sending.form.forgive()
        sending.questions.forgive()
    return answer(sending.request, "newswire/publish.html", context, title=_("Publish"), status=status)


def _send(sending: Sending) -> HttpResponse:
    if not sending.is_valid or sending.uploads.refused:
        return _form_again(sending, status=422)
    if not sending.request.POST.get("draft") or sending.draft.expired or sending.notices:
        sending.draft = sending.draft.renewed()
        return _preview_page(sending)
    wait_out(sending.draft)
    wording = sending.form.wording()
    if _says_something_else(sending.draft, wording):
        sending.notices.append(_("This draft is published already. To change it, use your receipt; what you changed here stands below."))
        return _form_again(sending, status=409)
    post = publish_post(
        wording=wording,
        files=sending.uploads.files,
        receipt=sending.draft.receipt,
        public_id=sending.draft.id,
        publish_at=_publish_at(sending),
        held=_held(sending),
        attach=sending.questions.attach,
    )
    bake_now([post.key])
    return HttpResponseRedirect(post.path if post.path and post.is_shown else post.short_path, status=303)


def _says_something_else(draft: Draft, wording: Wording) -> bool:
    """Whether the draft was published before, in other words: sent twice it is one post, but a later change must not vanish unsaid."""
    known = Post.objects.filter(public_id=draft.id).first()
    return known is not None and not known.is_over and any(getattr(known, name) != said for name, said in wording.columns().items())


def _publish_at(sending: Sending) -> datetime | None:
    moments = []
    if sending.form.embargo and sending.form.embargo > clock.now():
        moments.append(sending.form.embargo)
    if sending.form.cleaned_data.get("when") == "random":
        moments.append(clock.minutes_ahead(SOONEST + secrets.randbelow(LATEST - SOONEST + 1)))
    return max(moments, default=None)


def _held(sending: Sending) -> bool:
    wording = sending.form.wording()
    suspicious = bool(sending.request.POST.get(HONEYPOT)) or sending.request.headers.get("X-Wire-Verdict") == "hold"
    links = (wording.related_url, wording.source_url, wording.credit_url, *(url for _title, url in wording.further_media))
    said = (wording.headline, wording.byline, wording.summary, wording.body, wording.source_name, wording.credit, sending.questions.words)
    words = " ".join((*said, *links))
    return is_held(sending.form.site, words=words, has_files=bool(sending.uploads.files), suspicious=suspicious)


def form_context(form: PublishForm, extra: Extra | None, questions: Questions) -> dict[str, object]:
    """What the publish template needs, also for the baked, empty form."""
    return {
        "form": form,
        "extra": extra,
        "questions": questions,
        "here": _here(extra),
        "upload_rows": Uploads().rows,
    }


def _here(extra: Extra | None) -> str:
    return f"/publish/{extra.kind}/" if extra else "/publish/"
