"""The stewards' page: who is in the collective, who is invited, who changes."""

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from commonwire.accounts.change_role import change_role, deactivate_member, reactivate_member
from commonwire.accounts.doors import MemberRequest, members_only
from commonwire.accounts.forms import ChangeMemberForm, InviteForm
from commonwire.accounts.invite import invite_member, join_path
from commonwire.accounts.models import Member
from commonwire.accounts.renew import prove_password
from commonwire.accounts.rules import may_steward
from commonwire.accounts.trouble import NotAccepted
from commonwire.chrome.answers import answer


@require_http_methods(["GET", "HEAD"])
@members_only(may_steward)
def people(request: MemberRequest) -> HttpResponse:
    return _page(request)


@require_POST
@members_only(may_steward)
def invite(request: MemberRequest) -> HttpResponse:
    """The link stands in this answer and nowhere else. A stolen session alone cannot make a member: the password is asked."""
    form = InviteForm(request.POST, prefix="invite")
    if not form.is_valid():
        return _page(request, inviting=form, status=422)
    try:
        prove_password(request.member, form.cleaned_data["password"])
        token = invite_member(role=form.cleaned_data["role"], by=request.member)
    except NotAccepted as no:
        form.add_error(None, str(no.sentence))
        return _page(request, inviting=form, status=no.status)
    return answer(request, "accounts/invitation.html", {"path": join_path(token)}, title=_("An invitation"))


@require_POST
@members_only(may_steward)
def change(request: MemberRequest) -> HttpResponse:
    form = ChangeMemberForm(request.POST, prefix="change")
    if not form.is_valid():
        return _page(request, changing=form, status=422)
    try:
        prove_password(request.member, form.cleaned_data["password"])
        _apply(form.cleaned_data["act"], form.cleaned_data["handle"], request.member)
    except NotAccepted as no:
        form.add_error(None, str(no.sentence))
        return _page(request, changing=form, status=no.status)
    return HttpResponseRedirect(reverse("accounts:people"), status=303)


def _apply(act: str, member: Member, by: Member) -> None:
    if act == "deactivate":
        deactivate_member(member=member, by=by)
    elif act == "reactivate":
        reactivate_member(member=member, by=by)
    else:
        change_role(member=member, role=act, by=by)


def _page(
    request: MemberRequest, *, inviting: InviteForm | None = None, changing: ChangeMemberForm | None = None, status: int = 200
) -> HttpResponse:
    context = {
        "people": Member.objects.all(),
        "inviting": inviting or InviteForm(prefix="invite"),
        "changing": changing or ChangeMemberForm(prefix="change"),
    }
    return answer(request, "accounts/people.html", context, title=_("People"), status=status)
