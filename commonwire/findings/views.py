"""The editors' doors: read posts, look at what the rules found, take over what is right."""

from itertools import groupby

from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from commonwire.accounts.doors import MemberRequest, members_only
from commonwire.accounts.rules import may_edit
from commonwire.chrome.answers import answer
from commonwire.findings.facts import FactKind
from commonwire.findings.forms import PostsForm, TakeForm
from commonwire.findings.models import Finding, Reading
from commonwire.findings.queries import recent, with_everything
from commonwire.findings.read_posts import read_posts
from commonwire.findings.take_over import take_over
from commonwire.newswire.models import Post
from commonwire.press.bake import bake_now


@require_http_methods(["GET", "HEAD", "POST"])
@members_only(may_edit)
def readings(request: MemberRequest) -> HttpResponse:
    form = PostsForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        made = read_posts(posts=form.cleaned_data["addresses"], by=_by(request))
        return HttpResponseRedirect(reverse("findings:reading", args=[made.public_id]), status=303)
    context = {"form": form, "readings": recent()}
    return answer(request, "findings/readings.html", context, title=_("What posts say"), status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@members_only(may_edit)
def reading(request: MemberRequest, public_id: str) -> HttpResponse:
    read = with_everything(public_id)
    if read is None:
        raise Http404
    form = TakeForm(read, request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            mobilization = take_over(reading=read, positions=form.cleaned_data["take"], into=form.cleaned_data["into"], by=_by(request))
        except ValidationError as error:
            form.add_error(None, error)
        else:
            bake_now([mobilization.key, mobilization.post.key])
            return HttpResponseRedirect(mobilization.path, status=303)
    return _page(request, read, form)


def _page(request: MemberRequest, read: Reading, form: TakeForm) -> HttpResponse:
    findings = list(read.findings.all())
    ticked = set(request.POST.getlist("take")) if form.is_bound else None
    context = {
        "reading": read,
        "form": form,
        "kinds": [(FactKind(kind).label, _rows(read, list(some), ticked)) for kind, some in groupby(findings, lambda each: each.kind)],
        "unread": list(read.unread.all()),
    }
    return answer(request, "findings/reading.html", context, title=_("What posts say"), status=422 if form.is_bound else 200)


def _rows(read: Reading, findings: list[Finding], ticked: set[str] | None) -> list[dict[str, object]]:
    posts: dict[int, Post] = {post.pk: post for post in read.posts.all()}
    return [
        {
            "finding": each,
            "twins": [f"{posts[pk].path}#{anchor}" for pk, anchor in each.twins if pk in posts and posts[pk].is_shown],
            "ticked": str(each.position) in ticked if ticked is not None else each.is_taken_at_first,
        }
        for each in findings
    ]


def _by(request: MemberRequest) -> str:
    return f"member:{request.member.pk}"
