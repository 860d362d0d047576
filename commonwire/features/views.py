"""The editors' doors: the list of features, and one form that adds, orders, searches, previews and saves. It needs no script."""

from collections.abc import Callable
from functools import wraps

from django.db import OperationalError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from commonwire.accounts.doors import MemberRequest, members_only, refusal
from commonwire.accounts.rules import may_edit
from commonwire.base.text import clean_line
from commonwire.chrome.answers import answer
from commonwire.features.acts import take_act
from commonwire.features.compose import Overtaken
from commonwire.features.composing import Composing, empty_form, form_of, save_composition
from commonwire.features.models import Feature
from commonwire.features.preview import page_before_saving
from commonwire.features.queries import feature_at, some_features
from commonwire.features.rules import may_be_changed
from commonwire.features.typed import Typed, read_typed
from commonwire.features.uploads import take_upload
from commonwire.newswire.queries import by_headline
from commonwire.newswire.questions import ask
from commonwire.newswire.trouble import explain
from commonwire.newswire.words import Kind
from commonwire.press.bake import bake_now
from commonwire.site.queries import the_site

FOUND = 20


@require_safe
@members_only(may_edit)
def desk(request: MemberRequest) -> HttpResponse:
    """Every feature, newest first, those out of sight too."""
    features, after = some_features(request.GET.get("after", ""))
    context = {"features": features, "after": after, "is_start": "after" not in request.GET}
    return answer(request, "features/compose_list.html", context, title=_("Features"))


def _losing_nothing(screen: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A session ends after hours, perhaps in the middle of a sentence: what was typed is given back, to be sent after signing in."""

    @wraps(screen)
    def door(request: HttpRequest, public_id: str = "") -> HttpResponse:
        if request.method != "POST" or request.member is not None:  # type: ignore[attr-defined]
            return screen(request, public_id)
        typed = _typed(request)
        context = {"pairs": typed.pairs, "typed": typed, "here": request.path}
        return answer(request, "features/compose_signed_out.html", context, title=_("Signed out"), status=403)

    return door


@require_http_methods(["GET", "HEAD", "POST"])
@_losing_nothing
@members_only(may_edit)
def compose(request: MemberRequest, public_id: str = "") -> HttpResponse:
    """A new feature, or the one with this public id."""
    feature = feature_at(public_id) if public_id else None
    if public_id and (feature is None or not may_be_changed(feature)):
        raise Http404
    if request.method == "POST":
        return _sent(request, feature)
    typed = form_of(feature) if feature else empty_form(the_site(), get_language() or the_site().language)
    if typed.is_too_much:
        return refusal(request, _("This feature has more links, quotations or pictures than the form can carry."), status=409)
    return _form(request, _composing(typed, feature))


def _typed(request: HttpRequest) -> Typed:
    return read_typed(request.POST, ask(Kind.FEATURE, the_site()).names)


def _composing(typed: Typed, feature: Feature | None) -> Composing:
    return Composing(typed, feature=feature, site=the_site())


def _sent(request: MemberRequest, feature: Feature | None) -> HttpResponse:
    act, typed = request.POST.get("act", ""), _typed(request)
    notices = [*take_upload(request, typed), *take_act(act, request.POST, typed)]
    if act in ("preview", "save"):
        typed.forget_empty()
    composing = _composing(typed, feature)
    composing.notices = notices
    if act not in ("preview", "save"):
        return _form(request, composing)
    if act == "save" and feature is None and (known := feature_at(composing.public_id)):
        return HttpResponseRedirect(known.post.path or "/desk/features/", status=303)
    if not composing.is_valid() or notices:
        return _form(request, composing, status=422)
    return _preview(request, composing) if act == "preview" else _save(request, composing)


def _save(request: MemberRequest, composing: Composing) -> HttpResponse:
    try:
        feature = save_composition(composing, by=f"member:{request.member.pk}")
    except Overtaken as overtaken:
        composing.typed.words["seen"] = str(overtaken.number)
        again = _composing(composing.typed, composing.feature)
        return _form(request, again, status=409, overtaken=overtaken.number)
    except (OSError, OperationalError) as error:
        trouble = explain(error)
        composing.notices.append(str(trouble))
        return _form(request, composing, status=trouble.status)
    bake_now([feature.post.key])
    return HttpResponseRedirect(feature.post.path or "/desk/features/", status=303)


def _preview(request: MemberRequest, composing: Composing) -> HttpResponse:
    page = page_before_saving(composing.composition, composing.files, composing.feature, composing.site, composing.questions.details)
    context = {**page, "pairs": composing.typed.pairs, "here": request.path, "composing": composing}
    return answer(request, "features/compose_preview.html", context, title=_("Preview"))


def _form(request: MemberRequest, composing: Composing, *, status: int = 200, overtaken: int = 0) -> HttpResponse:
    """The form with everything in it. Where nothing is wrong yet, nothing is judged."""
    if status in (200, 409):
        composing.hush()
    words = clean_line(composing.typed.words.get("find", ""))[:200]
    context = {
        "composing": composing,
        "form": composing.form,
        "feature": composing.feature,
        "find": words,
        "found": by_headline(words, FOUND) if words else [],
        "overtaken": overtaken,
        "here": request.path,
    }
    title = _("Change a feature") if composing.feature else _("Compose a feature")
    return answer(request, "features/compose.html", context, title=title, status=status)
