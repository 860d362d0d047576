"""Comment in two steps, as publishing: the preview makes the receipt, then it stands under the post."""

from django.core.exceptions import ValidationError
from django.db import OperationalError
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from commonwire.base.markup import render
from commonwire.chrome.answers import answer
from commonwire.chrome.asking import WireRequest
from commonwire.newswire.comment import add_comment
from commonwire.newswire.draft import Draft, new_draft, read_draft, wait_out
from commonwire.newswire.forms import CommentForm
from commonwire.newswire.models import Post
from commonwire.newswire.rules import is_held
from commonwire.newswire.talk import takes_comments
from commonwire.newswire.trouble import explain
from commonwire.newswire.views.publish import HONEYPOT
from commonwire.press.bake import bake_now


@require_POST
def comment(request: WireRequest, public_id: str) -> HttpResponse:
    post = Post.objects.filter(public_id=public_id).first()
    if post is None or not post.is_shown:
        raise Http404
    form = CommentForm(request.POST)
    draft = read_draft(request.POST.get("draft", ""))
    if not takes_comments(post, request.site):
        return _form_again(
            request, post, form, _("The comments under this post are closed. Your text stands below, so that you can keep it."), 403
        )
    if request.POST.get("act") == "edit" or not form.is_valid():
        return _form_again(request, post, form, "", 200 if request.POST.get("act") == "edit" else 422)
    if request.POST.get("act") != "publish" or draft is None or draft.expired:
        return _preview(request, post, form, draft.renewed() if draft else new_draft())
    return _send(request, post, form, draft)


def _preview(request: WireRequest, post: Post, form: CommentForm, draft: Draft) -> HttpResponse:
    html = render(form.cleaned_data["body"], anchor_prefix="c").html
    context = {"post": post, "form": form, "draft": draft, "html": html, "typed": _typed(request, form)}
    return answer(request, "newswire/comment_preview.html", context, title=_("Preview"))


def _typed(request: WireRequest, form: CommentForm) -> list[tuple[str, str]]:
    return [(name, request.POST.get(name, "")) for name in form.fields]


def _form_again(request: WireRequest, post: Post, form: CommentForm, notice: str, status: int) -> HttpResponse:
    context = {"post": post, "form": form, "notice": notice, "draft": read_draft(request.POST.get("draft", ""))}
    return answer(request, "newswire/comment.html", context, title=_("Write an addition or comment"), status=status)


def _send(request: WireRequest, post: Post, form: CommentForm, draft: Draft) -> HttpResponse:
    wait_out(draft)
    words = form.cleaned_data
    suspicious = bool(request.POST.get(HONEYPOT)) or request.headers.get("X-Wire-Verdict") == "hold"
    held = is_held(request.site, words=f"{words['title']} {words['body']}", has_files=False, suspicious=suspicious)
    try:
        made = add_comment(post=post, **words, language=request.language, receipt=draft.receipt, public_id=draft.id, held=held)
    except ValidationError as error:
        return _form_again(request, post, form, error.messages[0], 403)
    except (OSError, OperationalError) as error:
        trouble = explain(error)
        return _form_again(request, post, form, str(trouble), trouble.status)
    if held:
        return answer(request, "newswire/comment_held.html", {"post": post, "draft": draft}, title=_("Held"), status=200)
    bake_now([post.key])
    return HttpResponseRedirect(f"{post.path}#comment-{made.public_id}", status=303)
