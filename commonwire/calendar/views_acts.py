"""The doors to what can be done about an event: a reader's word whether it happened, and the desk's acts."""

from django import forms
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from commonwire.accounts.doors import MemberRequest, members_only
from commonwire.accounts.rules import may_moderate
from commonwire.calendar.acts import ACTS, Act, acts_for
from commonwire.calendar.models import Event, Occurrence
from commonwire.calendar.showing import showing_of
from commonwire.calendar.tell_happened import tell_happened
from commonwire.calendar.whereabouts import after_reveal
from commonwire.chrome.answers import answer
from commonwire.chrome.asking import WireRequest
from commonwire.press.bake import bake_now


@require_POST
def happened(request: WireRequest, public_id: str, code: str) -> HttpResponse:
    """Counted, and back to the page. Too many from one network within an hour are not counted, and told so."""
    date = next((each for each in _dates(public_id) if each.code == code), None)
    if date is None or not date.post.is_shown:
        raise Http404
    try:
        if request.headers.get("X-Wire-Verdict") == "hold":
            raise ValidationError(_("So much was sent from your network within an hour that this was not counted. Try again later."))
        tell_happened(occurrence=date, happened=request.POST.get("happened") == "yes")
    except ValidationError as refused:
        context = {"sentence": refused.messages[0], "post": date.post}
        return answer(request, "calendar/not_counted.html", context, title=_("Not counted"), status=403)
    bake_now([date.post.key])
    return HttpResponseRedirect(f"{date.post.path}#happened", status=303)


def _dates(public_id: str) -> list[Occurrence]:
    return list(Occurrence.objects.filter(event__post__public_id=public_id).select_related("event__post"))


@require_http_methods(["GET", "HEAD", "POST"])
@members_only(may_moderate)
def desk(request: MemberRequest, public_id: str) -> HttpResponse:
    """One screen: how the event stands, its dates, and each act with its questions."""
    event = Event.objects.filter(post__public_id=public_id).select_related("post").first()
    if event is None or event.post.is_over:
        raise Http404
    act = next((each for each in acts_for(event) if each.code == request.POST.get("act")), None)
    return _acted(request, event, act) if request.method == "POST" and act else _screen(request, event)


def _acted(request: MemberRequest, event: Event, act: Act) -> HttpResponse:
    form = _form(act, event, request.POST)
    try:
        if not form.is_valid():
            return _screen(request, event, tried=(act, form))
        act.do(event, form.cleaned_data, f"member:{request.member.pk}")
    except ValidationError as refused:
        form.add_error(None, refused)
        return _screen(request, event, tried=(act, form))
    bake_now([event.post.key])
    return HttpResponseRedirect(f"{request.path}?done={act.code}", status=303)


def _screen(request: MemberRequest, event: Event, *, tried: tuple[Act, forms.Form] | None = None) -> HttpResponse:
    tried_act, tried_form = tried or (None, None)
    context = {
        "event": event,
        "post": event.post,
        "shown": showing_of(event),
        "whole_place": after_reveal(event),
        "acts": [(act, tried_form if act == tried_act else _form(act, event)) for act in acts_for(event)],
        "told": next((act.done for act in ACTS if act.code == request.GET.get("done")), ""),
        "form": tried_form,
    }
    return answer(request, "calendar/desk.html", context, title=_("Event"), status=422 if tried else 200)


def _form(act: Act, event: Event, data: object = None) -> forms.Form:
    return act.form(data, event=event) if act.form else forms.Form(data)  # type: ignore[arg-type]
