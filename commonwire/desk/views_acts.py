"""The acts of the desk: each a plain POST that calls a verb and leads back to where it was pressed, with a sentence."""

from collections.abc import Callable
from urllib.parse import urlencode

from django import forms
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from commonwire.accounts.doors import MemberRequest, members_only, refusal
from commonwire.accounts.rules import may_moderate
from commonwire.desk.case import case_of
from commonwire.desk.forms import HideForm, SortForm
from commonwire.desk.told import LATER
from commonwire.newswire.comment import release_comment
from commonwire.newswire.hide import hide, unhide
from commonwire.newswire.models import Comment, Part, Post
from commonwire.newswire.queries import find_submission, keys_of_submission
from commonwire.newswire.release_part import release_part
from commonwire.newswire.release_post import release_post
from commonwire.newswire.release_submission import release_submission
from commonwire.newswire.sort import sort_post
from commonwire.newswire.submission import Submission
from commonwire.newswire.words import Visibility
from commonwire.press.bake import bake_now

Act = Callable[[Submission], str]


@require_POST
@members_only(may_moderate)
def show(request: MemberRequest, public_id: str) -> HttpResponse:
    def act(submission: Submission) -> str:
        if isinstance(submission, Post):
            return "waits" if release_post(post=submission, by=_by(request)).visibility == Visibility.EMBARGOED else "shown"
        if isinstance(submission, Comment):
            release_comment(comment=submission, by=_by(request))
            return "shown"
        if isinstance(submission, Part):
            release_part(part=submission, by=_by(request))
        else:
            release_submission(submission=submission, by=_by(request))
        return "shown"

    return _done(request, public_id, act)


@require_POST
@members_only(may_moderate)
def hide_case(request: MemberRequest, public_id: str) -> HttpResponse:
    form = HideForm(request.POST)
    if not form.is_valid():
        return _not_clear(request, form)
    given = form.cleaned_data

    def act(submission: Submission) -> str:
        hide(submission=submission, paragraph=given["paragraph"], sentence=given["sentence"], by=_by(request))
        return "hidden"

    return _done(request, public_id, act)


@require_POST
@members_only(may_moderate)
def unhide_case(request: MemberRequest, public_id: str) -> HttpResponse:
    def act(submission: Submission) -> str:
        return "unhidden" if unhide(submission=submission, by=_by(request)).is_shown else "held"

    return _done(request, public_id, act)


@require_POST
@members_only(may_moderate)
def sort(request: MemberRequest, public_id: str) -> HttpResponse:
    form = SortForm(request.POST)
    if not form.is_valid():
        return _not_clear(request, form)

    def act(submission: Submission) -> str:
        if not isinstance(submission, Post):
            raise Http404
        sort_post(post=submission, **form.changes, by=_by(request))  # type: ignore[arg-type]
        return "sorted"

    return _done(request, public_id, act)


def _done(request: MemberRequest, public_id: str, act: Act) -> HttpResponse:
    """Do it, have the page baked, lead back. What cannot be done any more is said with 409."""
    submission = find_submission(public_id)
    if submission is None:
        raise Http404
    try:
        done = act(submission)
    except ValidationError as error:
        return refusal(request, error.messages[0], status=409)
    post = case_of(submission).post
    if not bake_now([post.key] if post else keys_of_submission(submission)):
        done += LATER
    return HttpResponseRedirect(f"{_back(request, public_id)}{urlencode([('done', done), ('of', public_id)])}", status=303)


def _back(request: MemberRequest, public_id: str) -> str:
    """To the case's own page, or to the queue at the place where the button stood."""
    if request.POST.get("from") == "case":
        return f"{reverse('desk:case', args=[public_id])}?"
    place = {name: request.POST[name] for name in ("queue", "after") if request.POST.get(name)}
    return f"{reverse('desk:desk')}?{urlencode(place)}{'&' if place else ''}"


def _by(request: MemberRequest) -> str:
    return f"member:{request.member.pk}"


def _not_clear(request: MemberRequest, form: forms.Form) -> HttpResponse:
    return refusal(request, next(str(error) for some in form.errors.values() for error in some), status=422)
