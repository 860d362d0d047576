"""The editors' screen for turnout: which of the figures that readers filed were really said by whom they name."""

from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from commonwire.accounts.doors import MemberRequest, members_only, refusal
from commonwire.accounts.rules import may_edit
from commonwire.base.ids import is_public_id
from commonwire.chrome.answers import answer
from commonwire.coverage.confirm_estimate import confirm_estimate, doubt_estimate
from commonwire.coverage.keys import TURNOUT
from commonwire.coverage.models import Estimate
from commonwire.coverage.queries import estimates_of
from commonwire.coverage.seek import current_days
from commonwire.mobilizations.models import Mobilization
from commonwire.mobilizations.queries import by_slug
from commonwire.press.bake import bake_now

AT_ONCE = 200
ACTS = {"confirm": confirm_estimate, "doubt": doubt_estimate}


@require_safe
@members_only(may_edit)
def turnouts(request: MemberRequest) -> HttpResponse:
    """The days of action that are reported of now."""
    return answer(request, "coverage/desk_turnouts.html", {"mobilizations": current_days()}, title=_("Turnout"))


@require_http_methods(["GET", "HEAD", "POST"])
@members_only(may_edit)
def turnout(request: MemberRequest, slug: str) -> HttpResponse:
    mobilization = by_slug(slug)
    if mobilization is None:
        raise Http404
    if request.method == "POST":
        return _decide(request, mobilization)
    estimates = estimates_of(mobilization)
    context = {
        "mobilization": mobilization,
        "estimates": sorted(estimates, key=lambda each: each.is_confirmed)[:AT_ONCE],
        "more": len(estimates) > AT_ONCE,
        "done": is_public_id(request.GET.get("done", "")),
    }
    return answer(request, "coverage/desk_turnout.html", context, title=_("Turnout"))


def _decide(request: MemberRequest, mobilization: Mobilization) -> HttpResponse:
    act, public_id = next(((act, request.POST[act]) for act in ACTS if act in request.POST), ("", ""))
    found = Estimate.objects.filter(mobilization=mobilization, public_id=public_id) if is_public_id(public_id) else None
    estimate = found.select_related("mobilization__post", "rally__post").first() if found else None
    if estimate is None:
        raise Http404
    try:
        ACTS[act](estimate=estimate, by=f"member:{request.member.pk}")
    except ValidationError as error:
        return refusal(request, error.messages[0], status=409)
    bake_now([mobilization.part(TURNOUT)])
    return HttpResponseRedirect(f"{reverse('coverage:turnout', args=[mobilization.slug])}?{urlencode({'done': public_id})}", status=303)
