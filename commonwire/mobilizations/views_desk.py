"""The members' screens: every day of action, and all that can be changed of one."""

from django import forms
from django.core.exceptions import ValidationError
from django.db import OperationalError
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from commonwire.accounts.doors import MemberRequest, members_only
from commonwire.accounts.rules import may_edit
from commonwire.chrome.answers import answer
from commonwire.mobilizations.acts import ACTS
from commonwire.mobilizations.change_from_desk import FACTS
from commonwire.mobilizations.demands.copies import copies_in
from commonwire.mobilizations.demands.queries import all_demands, in_words
from commonwire.mobilizations.models import Mobilization
from commonwire.mobilizations.queries import by_public_id, counts_of
from commonwire.mobilizations.rallies.table import spoken_of
from commonwire.mobilizations.statements.waiting import at_the_desk, how_many_wait
from commonwire.newswire.trouble import explain
from commonwire.newswire.words import Visibility
from commonwire.press.bake import bake_now

PATH = "/desk/actions/"
BY_CODE = {act.code: act for act in [*ACTS, FACTS]}
BELONGING_FIRST = 60


@require_safe
@members_only(may_edit)
def every_action(request: MemberRequest) -> HttpResponse:
    days = Mobilization.objects.select_related("post").order_by("-first_day", "-id")[:200]
    rows = [(each, how_many_wait(each)) for each in days]
    return answer(request, "mobilizations/desk_list.html", {"rows": rows}, title=_("Days of action"))


@require_http_methods(["GET", "HEAD", "POST"])
@members_only(may_edit)
def one_action(request: MemberRequest, public_id: str) -> HttpResponse:
    mobilization = by_public_id(public_id)
    if mobilization is None or mobilization.post.is_over:
        raise Http404
    return _act(request, mobilization) if request.method == "POST" else _page(request, mobilization, {})


def _act(request: MemberRequest, mobilization: Mobilization) -> HttpResponse:
    act = BY_CODE.get(request.POST.get("act", ""))
    if act is None:
        raise Http404
    form = act.form(request.POST, mobilization=mobilization)
    if not form.is_valid():
        return _page(request, mobilization, {act.code: form}, status=422)
    try:
        act.do(mobilization, form.cleaned_data, f"member:{request.member.pk}")
    except ValidationError as error:
        form.add_error(None, error)
        return _page(request, mobilization, {act.code: form}, status=422)
    except (OSError, OperationalError) as error:
        trouble = explain(error)
        form.add_error(None, str(trouble))
        return _page(request, mobilization, {act.code: form}, status=trouble.status)
    bake_now([mobilization.key])
    return HttpResponseRedirect(f"{PATH}{mobilization.post.public_id}/?done={act.code}#{act.code}", status=303)


def _page(request: MemberRequest, mobilization: Mobilization, sent: dict[str, forms.Form], status: int = 200) -> HttpResponse:
    """Only the form that was sent holds what was sent."""
    post = mobilization.post
    made = {act.code.replace("-", "_"): sent.get(act.code) or act.form(None, mobilization=mobilization) for act in BY_CODE.values()}
    done = BY_CODE.get(request.GET.get("done", ""))
    context = {
        "mobilization": mobilization,
        "post": post,
        "forms": made,
        "labels": {act.code.replace("-", "_"): act.label for act in BY_CODE.values()},
        "wrong": next(iter(sent.values()), None),
        "done": done.done if done else "",
        "counts": counts_of(mobilization),
        "demands": in_words(all_demands(mobilization), post.language),
        "copies": copies_in(mobilization),
        "statements": at_the_desk(mobilization),
        "belongings": mobilization.belongings.exclude(post__visibility__in=(Visibility.WITHDRAWN, Visibility.PURGED))
        .select_related("post", "rally__post")
        .order_by("-id")[:BELONGING_FIRST],
        "spoken_of": spoken_of(mobilization),
        "here": request.path,
    }
    return answer(request, "mobilizations/desk_one.html", context, title=mobilization.name, status=status)
