"""Whose calendars they are: a file sent by hand, an address to follow, and one calendar with all that can be changed about it."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from commonwire.accounts.doors import MemberRequest, members_only
from commonwire.accounts.rules import may_edit, may_moderate
from commonwire.chrome.answers import answer
from commonwire.subscriptions.drop_source import drop_source
from commonwire.subscriptions.follow_source import change_source, follow_source, look_soon
from commonwire.subscriptions.forms import SourceForm, UploadForm
from commonwire.subscriptions.models import Source
from commonwire.subscriptions.reading.taken import Unreadable
from commonwire.subscriptions.sifting import Sifted, sift
from commonwire.subscriptions.take_in_calendar import take_in_calendar


@require_http_methods(["GET", "HEAD", "POST"])
@members_only(may_moderate)
def upload(request: MemberRequest) -> HttpResponse:
    """A file by hand. It is read in this request and let go."""
    form = UploadForm(request.POST, request.FILES, site=request.site) if request.method == "POST" else UploadForm(site=request.site)
    if request.method == "POST" and form.is_valid() and (sifted := _read(form, request)):
        source = form.cleaned_data["source"] or _new(form, request)
        take_in_calendar(source=source, sifted=sifted, by=_by(request))
        return _to(source)
    status = 422 if form.errors else 200
    return answer(request, "subscriptions/upload.html", {"form": form}, title=_("Upload a calendar"), status=status)


def _read(form: UploadForm, request: MemberRequest) -> Sifted | None:
    try:
        return sift(form.content, zone=request.site.zone, past=form.cleaned_data["past"])
    except Unreadable as refusal:
        form.add_error("file", str(refusal))
        return None


def _new(form: UploadForm, request: MemberRequest) -> Source:
    given, places = form.cleaned_data, form.places
    return follow_source(
        name=given["name"], language=given["language"], regions=places["regions"], topics=places["topics"], by=_by(request)
    )


def _by(request: MemberRequest) -> str:
    return f"member:{request.member.pk}"


def _to(source: Source) -> HttpResponse:
    return HttpResponseRedirect(reverse("subscriptions:source", args=[source.public_id]), status=303)


@require_http_methods(["GET", "HEAD", "POST"])
@members_only(may_edit)
def follow(request: MemberRequest) -> HttpResponse:
    """An address that is looked at again and again."""
    form = SourceForm(request.POST, site=request.site) if request.method == "POST" else SourceForm(site=request.site)
    if request.method == "POST" and form.is_valid():
        given = {name: value for name, value in _given(form).items() if name != "paused"}
        try:
            return _to(follow_source(**given, by=_by(request)))
        except ValidationError as error:
            form.add_error(None, error)
    status = 422 if form.errors else 200
    return answer(request, "subscriptions/follow.html", {"form": form}, title=_("Follow a calendar"), status=status)


def _given(form: SourceForm) -> dict[str, Any]:
    return form.cleaned_data | form.places


@require_http_methods(["GET", "HEAD", "POST"])
@members_only(may_moderate)
def source(request: MemberRequest, public_id: str) -> HttpResponse:
    """One calendar: what came of it last, and, for editors, all that can be changed."""
    found = Source.objects.filter(public_id=public_id).first()
    if found is None:
        raise Http404
    if request.method != "POST" or not may_edit(request.member):
        return _page(request, found, _form(request, found), status=200 if request.method != "POST" else 403)
    acts = {"save": _save, "drop": _drop, "look": _look}
    return acts.get(request.POST.get("act", ""), _save)(request, found)


def _form(request: MemberRequest, found: Source, data: Any = None) -> SourceForm:
    names = ("name", "url", "hours", "language", "trusted", "paused")
    initial: dict[str, Any] = {name: getattr(found, name) for name in names}
    initial |= {name: [place.slug for place in getattr(found, name).all()] for name in ("regions", "topics")}
    return SourceForm(data, site=request.site, initial=initial, by_hand=not found.url)


def _save(request: MemberRequest, found: Source) -> HttpResponse:
    form = _form(request, found, request.POST)
    if form.is_valid():
        try:
            return _to(change_source(source=found, **_given(form), by=_by(request)))
        except ValidationError as error:
            form.add_error(None, error)
    return _page(request, found, form, status=422)


def _drop(request: MemberRequest, found: Source) -> HttpResponse:
    drop_source(source=found, by=_by(request))
    return HttpResponseRedirect(reverse("subscriptions:desk"), status=303)


def _look(request: MemberRequest, found: Source) -> HttpResponse:
    look_soon(source=found, by=_by(request))
    return _to(found)


def _page(request: MemberRequest, found: Source, form: SourceForm, *, status: int) -> HttpResponse:
    context = {"source": found, "form": form, "waiting": found.events.all().waiting().count(), "may_edit": may_edit(request.member)}
    return answer(request, "subscriptions/source.html", context, title=found.name, status=status)
