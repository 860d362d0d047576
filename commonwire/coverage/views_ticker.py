"""The desk's screen for a ticker: how sure each entry is."""

from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from commonwire.accounts.doors import MemberRequest, members_only
from commonwire.accounts.rules import may_moderate
from commonwire.base.ids import is_public_id
from commonwire.chrome.answers import answer
from commonwire.coverage.check_entry import check_entry
from commonwire.coverage.forms import CheckForm
from commonwire.coverage.keys import LIVE
from commonwire.coverage.models import TickerEntry
from commonwire.coverage.queries import entries_of
from commonwire.coverage.seek import current_days
from commonwire.mobilizations.models import Mobilization
from commonwire.mobilizations.queries import by_slug
from commonwire.press.bake import bake_now

AT_ONCE = 100


@require_safe
@members_only(may_moderate)
def tickers(request: MemberRequest) -> HttpResponse:
    """The days of action that are reported of now."""
    return answer(request, "coverage/tickers.html", {"mobilizations": current_days()}, title=_("Tickers"))


@require_http_methods(["GET", "HEAD", "POST"])
@members_only(may_moderate)
def ticker(request: MemberRequest, slug: str) -> HttpResponse:
    mobilization = by_slug(slug)
    if mobilization is None:
        raise Http404
    return _say(request, mobilization) if request.method == "POST" else _show(request, mobilization)


def _show(
    request: MemberRequest, mobilization: Mobilization, wrong: tuple[str, CheckForm] | None = None, status: int = 200
) -> HttpResponse:
    """With what was typed and what is wrong with it beside the entry it is about."""
    forms = {wrong[0]: wrong[1]} if wrong else {}
    rows = []
    for entry in entries_of(mobilization, AT_ONCE):
        rows.append((entry, forms.get(entry.public_id) or CheckForm(initial={"state": entry.state, "correction": entry.correction})))
    context = {"mobilization": mobilization, "rows": rows, "done": is_public_id(request.GET.get("done", ""))}
    return answer(request, "coverage/ticker.html", context, title=_("Ticker"), status=status)


def _say(request: MemberRequest, mobilization: Mobilization) -> HttpResponse:
    public_id = request.POST.get("entry", "")
    entry = TickerEntry.objects.filter(mobilization=mobilization, public_id=public_id).first() if is_public_id(public_id) else None
    if entry is None:
        raise Http404
    form = CheckForm(request.POST)
    try:
        if form.is_valid():
            check_entry(entry=entry, **form.cleaned_data, by=f"member:{request.member.pk}")
    except ValidationError as error:
        form.add_error("correction", error.messages[0])
    if form.errors:
        return _show(request, mobilization, (public_id, form), status=422)
    bake_now([mobilization.part(LIVE)])
    return HttpResponseRedirect(f"{reverse('coverage:ticker', args=[mobilization.slug])}?{urlencode({'done': public_id})}", status=303)
