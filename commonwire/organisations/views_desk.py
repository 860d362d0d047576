"""The members' screen: find a profile, edit it, place it below its umbrella, merge two, note a call, confirm a website."""

from collections.abc import Callable

from django.core.exceptions import ValidationError
from django.db import OperationalError
from django.http import Http404, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from commonwire.accounts.doors import MemberRequest, members_only
from commonwire.accounts.rules import may_moderate
from commonwire.base.text import clean_line
from commonwire.chrome.answers import answer
from commonwire.newswire.trouble import explain
from commonwire.organisations.desk_acts import ACTS, Desk
from commonwire.organisations.forms import CallForm, MergeForm, ProfileForm
from commonwire.organisations.models import Organisation
from commonwire.organisations.queries import found_at_desk, possible_doubles
from commonwire.organisations.sourced import sourced
from commonwire.organisations.statements import KEY, PROFILE
from commonwire.press.bake import bake_now
from commonwire.site.queries import the_site

TOLD: dict[str, Callable[[], str]] = {
    "edit": lambda: _("Changed."),
    "merge": lambda: _("Merged."),
    "call": lambda: _("Noted."),
    "confirm": lambda: _("The website is confirmed: proofs by its domain count from now on."),
    "doubt": lambda: _("The website is no longer confirmed."),
    "forget-size": lambda: _("Taken away."),
}


@require_safe
@members_only(may_moderate)
def search(request: MemberRequest) -> HttpResponse:
    words = clean_line(request.GET.get("words", ""))[:200]
    found, more = found_at_desk(words)
    context = {"words": words, "found": found, "more": more}
    return answer(request, "organisations/desk.html", context, title=_("Organisations"))


@require_http_methods(["GET", "HEAD", "POST"])
@members_only(may_moderate)
def one(request: MemberRequest, public_id: str) -> HttpResponse:
    organisation = Organisation.objects.filter(public_id=public_id, merged_into=None).first()
    if organisation is None or organisation.is_over:
        raise Http404
    desk = Desk(organisation, f"member:{request.member.pk}", *_forms(organisation, request.POST, request.POST.get("act", "")))
    return _act(request, desk) if request.method == "POST" else _page(request, desk)


def _forms(organisation: Organisation, given: QueryDict, act: str) -> tuple[ProfileForm, MergeForm, CallForm]:
    """Only the form that was sent is filled with what was sent."""
    return (
        ProfileForm(given if act == "edit" else None, site=the_site(), about=organisation),
        MergeForm(given if act == "merge" else None),
        CallForm(given if act == "call" else None, organisation=organisation),
    )


def _act(request: MemberRequest, desk: Desk) -> HttpResponse:
    name, _colon, which = request.POST.get("act", "").partition(":")
    try:
        act = ACTS.get(name)
        went_well = act(desk, which) if act else False
    except ValidationError as error:
        return _page(request, desk, notices=error.messages, status=422)
    except (OSError, OperationalError) as error:
        trouble = explain(error)
        return _page(request, desk, notices=[str(trouble)], status=trouble.status)
    if not went_well:
        return _page(request, desk, status=422)
    bake_now([desk.stays.key])
    return HttpResponseRedirect(f"{reverse('organisations:one', args=[desk.stays.public_id])}?told={name}", status=303)


def _page(request: MemberRequest, desk: Desk, *, notices: list[str] | None = None, status: int = 200) -> HttpResponse:
    organisation = Organisation.objects.select_related("umbrella").get(pk=desk.organisation.pk)
    told = TOLD.get(request.GET.get("told", ""))
    context = {
        "organisation": organisation,
        "form": desk.profile,
        "merge": desk.merge,
        "call": desk.call,
        "sizes": [sourced(each) for each in organisation.sizes.all()],
        "doubles": possible_doubles(organisation),
        "notices": notices or [],
        "told": told() if told else "",
        "profile_word": PROFILE,
        "key_word": KEY,
    }
    return answer(request, "organisations/desk_one.html", context, title=organisation.name, status=status)
