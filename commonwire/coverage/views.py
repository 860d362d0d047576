"""The editors' screen: reports that probably belong to a day of action, the best first, confirmed or refused with one key each."""

from collections.abc import Iterator

from django.core.exceptions import ValidationError
from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from commonwire.accounts.doors import MemberRequest, members_only, refusal
from commonwire.accounts.rules import may_edit
from commonwire.base.ids import is_public_id
from commonwire.chrome.answers import answer
from commonwire.coverage.confirm import confirm_coverage, refuse_coverage
from commonwire.coverage.keys import REPORTS
from commonwire.coverage.models import Proposal
from commonwire.coverage.queries import confirmed_lately, open_proposals, proposal_at
from commonwire.coverage.reasons import sentences
from commonwire.mobilizations.queries import by_slug
from commonwire.press.bake import bake_now

AT_ONCE, LATELY = 50, 10
CONFIRM, REFUSE = "confirm", "refuse"


@require_http_methods(["GET", "HEAD", "POST"])
@members_only(may_edit)
def proposals(request: MemberRequest) -> HttpResponse:
    """All of them, or those of one day with `?day=SLUG`."""
    if request.method == "POST":
        return _decide(request)
    day = by_slug(request.GET.get("day", ""))
    found = open_proposals(AT_ONCE + 1, day)
    context: dict[str, object] = {
        "day": day,
        "rows": [(each, handle_of(each), sentences(each.reasons)) for each in found[:AT_ONCE]],
        "more": len(found) > AT_ONCE,
        "lately": [(each, handle_of(each)) for each in confirmed_lately(LATELY, day)],
        "told": _told(request.GET),
    }
    return answer(request, "coverage/proposals.html", context, title=_("Coverage"))


def handle_of(proposal: Proposal) -> str:
    """What stands for it in the form: never a row number."""
    return f"{proposal.mobilization.slug}:{proposal.post.public_id}"


def _decide(request: MemberRequest) -> HttpResponse:
    act, handles = _asked(request.POST)
    chosen = list(_found(handles))
    if act not in (CONFIRM, REFUSE) or not chosen:
        return refusal(request, _("Choose at least one report, and what is to be done with it."), status=422)
    by = f"member:{request.member.pk}"
    try:
        for proposal in chosen:
            confirm_coverage(proposal=proposal, by=by) if act == CONFIRM else refuse_coverage(proposal=proposal, by=by)
    except ValidationError as error:
        return refusal(request, error.messages[0], status=409)
    finally:
        bake_now({proposal.mobilization.part(REPORTS) for proposal in chosen})
    query: list[tuple[str, str | int]] = [("done", act), ("count", len(chosen))]
    if by_slug(request.POST.get("day", "")):
        query.append(("day", request.POST["day"]))
    return HttpResponseRedirect(f"{reverse('coverage:proposals')}?{urlencode(query)}", status=303)


def _asked(sent: QueryDict) -> tuple[str, list[str]]:
    """One report's own button names it; the buttons for all that are marked say only what is to be done."""
    for act in (CONFIRM, REFUSE):
        if act in sent:
            return act, [str(sent[act])]
    return sent.get("act", ""), sent.getlist("marked")[:AT_ONCE]


def _found(handles: list[str]) -> Iterator[Proposal]:
    for handle in dict.fromkeys(handles):
        slug, _colon, public_id = handle.partition(":")
        proposal = proposal_at(slug, public_id) if is_public_id(public_id) else None
        if proposal:
            yield proposal


def _told(query: QueryDict) -> str:
    """What was done, from the address it led back to: nothing is kept between two requests."""
    count = query.get("count", "")
    number = int(count) if count.isascii() and count.isdigit() and len(count) < 4 else 0
    if not number:
        return ""
    if query.get("done") == CONFIRM:
        return ngettext("%(count)d report belongs to its day now.", "%(count)d reports belong to their day now.", number) % {
            "count": number
        }
    if query.get("done") == REFUSE:
        refused = ngettext("%(count)d report was refused.", "%(count)d reports were refused.", number) % {"count": number}
        return f"{refused} {_('It is not proposed again.')}"
    return ""
