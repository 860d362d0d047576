"""A member's own page: sessions, password, authenticator, recovery codes."""

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from commonwire.accounts.authenticator import shown
from commonwire.accounts.change_password import change_password
from commonwire.accounts.doors import MemberRequest, members_only, take_back
from commonwire.accounts.enrol import Enrolment, unwrap, wrap
from commonwire.accounts.forms import ChangePasswordForm, ConfirmForm, PasswordForm
from commonwire.accounts.models import Session
from commonwire.accounts.renew import begin_renewal, renew_authenticator, renew_recovery_codes
from commonwire.accounts.rules import may_moderate, may_steward
from commonwire.accounts.sign_out import revoke_session, revoke_sessions
from commonwire.accounts.trouble import NotAccepted
from commonwire.base import clock
from commonwire.chrome.answers import answer


@require_http_methods(["GET", "HEAD"])
@members_only(may_moderate)
def you(request: MemberRequest) -> HttpResponse:
    member = request.member
    context = {
        "member": member,
        "sessions": Session.objects.filter(member=member, expires__gt=clock.now()),
        "here": request.member_session,
        "codes_left": member.recovery_codes.count(),
        "may_steward": may_steward(member),
        "done": request.GET.get("done", ""),
    }
    return answer(request, "accounts/you.html", context, title=_("Your page"))


@require_POST
@members_only(may_moderate)
def revoke(request: MemberRequest) -> HttpResponse:
    """One session by its public id, or with `all` every one, this one included."""
    if "all" in request.POST:
        revoke_sessions(member=request.member)
        return take_back(HttpResponseRedirect(reverse("accounts:sign-in"), status=303))
    revoke_session(member=request.member, public=request.POST.get("session", "")[:20])
    return _back_to_you("session")


@require_http_methods(["GET", "HEAD", "POST"])
@members_only(may_moderate)
def password(request: MemberRequest) -> HttpResponse:
    form = ChangePasswordForm(request.POST if request.method == "POST" else None, handle=request.member.handle)
    status = 422 if form.is_bound else 200
    if form.is_valid():
        given = form.cleaned_data
        try:
            change_password(member=request.member, current=given["current"], new=given["new"], keep=request.member_session)
        except NotAccepted as no:
            form.add_error("current", str(no.sentence))
            status = no.status
        else:
            return _back_to_you("password")
    return answer(request, "accounts/password.html", {"form": form}, title=_("Change your password"), status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@members_only(may_moderate)
def recovery(request: MemberRequest) -> HttpResponse:
    form = PasswordForm(request.POST if request.method == "POST" else None)
    status = 422 if form.is_bound else 200
    if form.is_valid():
        try:
            codes = renew_recovery_codes(member=request.member, password=form.cleaned_data["password"])
        except NotAccepted as no:
            form.add_error("password", str(no.sentence))
            status = no.status
        else:
            return answer(request, "accounts/recovery_codes.html", {"codes": codes}, title=_("Your recovery codes"))
    return answer(request, "accounts/new_recovery_codes.html", {"form": form}, title=_("New recovery codes"), status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@members_only(may_moderate)
def authenticator(request: MemberRequest) -> HttpResponse:
    """First the password, then a code of the new authenticator."""
    purpose = f"renew {request.member.pk}"
    if "state" in request.POST:
        return _confirm(request, purpose)
    form = PasswordForm(request.POST if request.method == "POST" else None)
    status = 422 if form.is_bound else 200
    if form.is_valid():
        try:
            enrolment = begin_renewal(member=request.member, password=form.cleaned_data["password"])
        except NotAccepted as no:
            form.add_error("password", str(no.sentence))
            status = no.status
        else:
            return _show_secret(request, ConfirmForm(initial={"state": wrap(enrolment, purpose)}), enrolment, 200)
    return answer(request, "accounts/new_authenticator.html", {"form": form}, title=_("A new authenticator"), status=status)


def _confirm(request: MemberRequest, purpose: str) -> HttpResponse:
    form = ConfirmForm(request.POST)
    form.is_valid()
    try:
        enrolment = unwrap(form.cleaned_data.get("state", ""), purpose)
    except NotAccepted as no:
        context: dict[str, object] = {"form": PasswordForm(), "sentence": str(no.sentence)}
        return answer(request, "accounts/new_authenticator.html", context, title=_("A new authenticator"), status=no.status)
    code = form.cleaned_data.get("code", "")
    try:
        renew_authenticator(member=request.member, enrolment=enrolment, code=code, keep=request.member_session)
    except NotAccepted as no:
        form.add_error("code", str(no.sentence))
        return _show_secret(request, form, enrolment, no.status)
    return _back_to_you("authenticator")


def _show_secret(request: MemberRequest, form: ConfirmForm, enrolment: Enrolment, status: int) -> HttpResponse:
    context = {"form": form, "secret": shown(enrolment.seed, enrolment.handle)}
    return answer(request, "accounts/authenticator.html", context, title=_("Your authenticator"), status=status)


def _back_to_you(done: str) -> HttpResponse:
    return HttpResponseRedirect(f"{reverse('accounts:you')}?done={done}", status=303)
