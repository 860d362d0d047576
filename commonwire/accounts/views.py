"""The door: sign in, sign out, and join by an invitation's link."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from commonwire.accounts.authenticator import shown
from commonwire.accounts.doors import MemberRequest, hand_out, members_only, refusal, safe_next, take_back
from commonwire.accounts.enrol import begin_enrolment, unwrap, wrap
from commonwire.accounts.forms import ConfirmForm, JoinForm, SignInForm
from commonwire.accounts.join import join
from commonwire.accounts.models import Invitation
from commonwire.accounts.rules import may_moderate
from commonwire.accounts.sign_in import sign_in
from commonwire.accounts.sign_out import sign_out
from commonwire.accounts.tokens import digest
from commonwire.accounts.trouble import InvitationGone, NotAccepted
from commonwire.chrome.answers import answer


@require_http_methods(["GET", "HEAD", "POST"])
def sign_in_page(request: HttpRequest) -> HttpResponse:
    form = SignInForm(request.POST) if request.method == "POST" else SignInForm(initial={"next": request.GET.get("next", "")})
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            given = form.cleaned_data
            try:
                signed_in = sign_in(handle=given["handle"], password=given["password"], code=given["code"])
            except NotAccepted as no:
                form.add_error(None, str(no.sentence))
                status = no.status
            else:
                place = reverse("accounts:authenticator") if signed_in.recovered else safe_next(given["next"])
                return hand_out(HttpResponseRedirect(place, status=303), signed_in.token)
    return answer(request, "accounts/sign_in.html", {"form": form}, title=_("Sign in"), status=status)


@require_POST
@members_only(may_moderate)
def sign_out_here(request: MemberRequest) -> HttpResponse:
    sign_out(session=request.member_session)
    return take_back(HttpResponseRedirect(reverse("accounts:sign-in"), status=303))


@require_http_methods(["GET", "HEAD", "POST"])
def join_page(request: HttpRequest, token: str) -> HttpResponse:
    """First handle and password, then the authenticator; the form of the second step carries the first."""
    if not Invitation.objects.open().filter(digest=digest(token)).exists():
        gone = InvitationGone()
        return refusal(request, str(gone.sentence), gone.status)
    purpose = f"join {digest(token).hex()}"
    if "state" in request.POST:
        return _confirm(request, token, purpose)
    form = JoinForm(request.POST) if request.method == "POST" else JoinForm()
    if form.is_valid():
        try:
            enrolment = begin_enrolment(handle=form.cleaned_data["handle"], password=form.cleaned_data["new"])
        except NotAccepted as no:
            form.add_error(None, str(no.sentence))
            return _join_form(request, form, no.status)
        confirm = ConfirmForm(initial={"state": wrap(enrolment, purpose)})
        context = {"form": confirm, "secret": shown(enrolment.seed, enrolment.handle)}
        return answer(request, "accounts/authenticator.html", context, title=_("Your authenticator"))
    return _join_form(request, form, 422 if form.is_bound else 200)


def _join_form(request: HttpRequest, form: JoinForm, status: int, sentence: str = "") -> HttpResponse:
    return answer(request, "accounts/join.html", {"form": form, "sentence": sentence}, title=_("Join the collective"), status=status)


def _confirm(request: HttpRequest, token: str, purpose: str) -> HttpResponse:
    form = ConfirmForm(request.POST)
    form.is_valid()
    try:
        enrolment = unwrap(form.cleaned_data.get("state", ""), purpose)
    except NotAccepted as no:
        return _join_form(request, JoinForm(), no.status, str(no.sentence))
    try:
        joined = join(token=token, enrolment=enrolment, code=form.cleaned_data.get("code", ""))
    except NotAccepted as no:
        form.add_error("code", str(no.sentence))
        context = {"form": form, "secret": shown(enrolment.seed, enrolment.handle)}
        return answer(request, "accounts/authenticator.html", context, title=_("Your authenticator"), status=no.status)
    codes = {"codes": joined.recovery_codes, "joined": True}
    return hand_out(answer(request, "accounts/recovery_codes.html", codes, title=_("Your recovery codes")), joined.token)
