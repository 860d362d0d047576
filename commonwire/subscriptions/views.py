"""What waits of other calendars: chosen by ticking, decided by a button; and one event in full. It needs no script."""

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from commonwire.accounts.doors import MemberRequest, members_only
from commonwire.accounts.rules import may_edit, may_moderate
from commonwire.chrome.answers import answer
from commonwire.subscriptions.call_duplicate import call_duplicate
from commonwire.subscriptions.deciding import FITTING, Decided, decide
from commonwire.subscriptions.forms import MOST_AT_ONCE, DuplicateForm, Places
from commonwire.subscriptions.models import Source, TakenEvent
from commonwire.subscriptions.queries import Queue, for_desk, queue, sources
from commonwire.subscriptions.telling import changes_of, facts_of, when_words
from commonwire.subscriptions.words import WAITING, TakenState


@require_http_methods(["GET", "HEAD", "POST"])
@members_only(may_moderate)
def desk(request: MemberRequest) -> HttpResponse:
    """The queues and the calendars."""
    if request.method != "POST":
        return _overview(request)
    act, form = request.POST.get("act", ""), Places(request.POST)
    chosen = request.POST.getlist("taken")[:MOST_AT_ONCE]
    rows = [row for row in for_desk(TakenEvent.objects.filter(public_id__in=chosen)) if act in FITTING.get(row.state, ())]
    if not rows or not form.is_valid():
        troubles = [] if form.errors else [_("Choose at least one event that waits for this.")]
        return _overview(request, form, Decided(troubles=troubles, left=chosen), status=422)
    places = form.places if request.POST.get("placed") else None
    decided = decide(act, rows, by=_by(request), places=places)
    if decided.troubles:
        return _overview(request, form, decided, status=422)
    return HttpResponseRedirect(f"{_here(request)}{'&' if request.GET.get('of') else '?'}done={decided.done}", status=303)


def _by(request: MemberRequest) -> str:
    return f"member:{request.member.pk}"


def _here(request: MemberRequest) -> str:
    of = request.GET.get("of", "")
    return reverse("subscriptions:desk") + (f"?of={of}" if of.isalnum() else "")


def _overview(request: MemberRequest, form: Places | None = None, decided: Decided | None = None, *, status: int = 200) -> HttpResponse:
    source = Source.objects.filter(public_id=request.GET.get("of", "")).first()
    only, after = request.GET.get("queue", ""), request.GET.get("after", "")
    states = [state for state in WAITING if not only or state == only]
    queues = [queue(state, source=source, after=after if only else "") for state in states]
    done = request.GET.get("done", "")
    context: dict[str, object] = {
        "queues": [_shown(each, request) for each in queues],
        "source": source,
        "sources": sources(),
        "form": form or Places(),
        "decided": decided or Decided(),
        "done": ngettext("Done with one event.", "Done with %(count)s events.", int(done)) % {"count": done} if done.isdecimal() else "",
        "here": _here(request),
        "may_edit": may_edit(request.member),
        "has_more_before": bool(after),
    }
    return answer(request, "subscriptions/desk.html", context, title=_("Other calendars"), status=status)


def _shown(each: Queue, request: MemberRequest) -> dict[str, object]:
    rows = [(row, row.said["summary"], when_words(row.taken, request.site), changes_of(row, request.site)) for row in each.rows]
    return {"state": each.state, "rows": rows, "more": each.more, "acts": FITTING[each.state]}


@require_http_methods(["GET", "HEAD", "POST"])
@members_only(may_moderate)
def one(request: MemberRequest, public_id: str) -> HttpResponse:
    """All that its calendar says of one event, and every act that fits it."""
    row = for_desk(TakenEvent.objects.filter(public_id=public_id)).first()
    if row is None:
        raise Http404
    if request.method != "POST":
        return _event(request, row)
    act = request.POST.get("act", "")
    return _duplicate_of(request, row) if act == "duplicate" else _decided(request, row, act)


def _decided(request: MemberRequest, row: TakenEvent, act: str) -> HttpResponse:
    form = Places(request.POST)
    if act not in FITTING.get(row.state, ()) or not form.is_valid():
        troubles = [] if form.errors else [_("This does not fit any more: it is %(state)s.") % {"state": TakenState(row.state).label}]
        return _event(request, row, form, troubles=troubles, status=422)
    decided = decide(act, [row], by=_by(request), places=form.places if act == "accept" and not row.event_id else None)
    if decided.troubles:
        return _event(request, row, form, troubles=decided.troubles, status=422)
    return HttpResponseRedirect(f"{reverse('subscriptions:desk')}?done=1", status=303)


def _duplicate_of(request: MemberRequest, row: TakenEvent) -> HttpResponse:
    form = DuplicateForm(request.POST)
    if not form.is_valid() or "duplicate" not in FITTING.get(row.state, ()):
        return _event(request, row, duplicate=form, status=422)
    call_duplicate(taken=row, of=form.cleaned_data["of"], by=_by(request))
    return HttpResponseRedirect(f"{reverse('subscriptions:desk')}?done=1", status=303)


def _event(
    request: MemberRequest,
    row: TakenEvent,
    form: Places | None = None,
    *,
    duplicate: DuplicateForm | None = None,
    troubles: list[str] | None = None,
    status: int = 200,
) -> HttpResponse:
    taken = row.taken
    given = {name: [place.slug for place in getattr(row.source, name).all()] for name in ("regions", "topics")}
    context = {
        "row": row,
        "taken": taken,
        "facts": facts_of(taken, request.site),
        "changes": changes_of(row, request.site),
        "acts": FITTING.get(row.state, ()),
        "form": form or Places(initial=given),
        "duplicate": duplicate or DuplicateForm(initial={"of": row.twin.post.path or row.twin.post.public_id} if row.twin else {}),
        "troubles": troubles or [],
    }
    return answer(request, "subscriptions/event.html", context, title=taken.summary, status=status)
