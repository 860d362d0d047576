"""The short address `/n/ID/`, and pages of posts that are not (yet) on the shelf."""

from django.http import Http404, HttpResponse, HttpResponsePermanentRedirect
from django.utils.translation import gettext as _

from commonwire.chrome.answers import answer
from commonwire.chrome.asking import WireRequest
from commonwire.newswire.models import Post
from commonwire.press.on_demand import on_demand


def short(request: WireRequest, public_id: str) -> HttpResponse:
    """Leads to the post, or says why it does not."""
    post = Post.objects.filter(public_id=public_id).first()
    if post is None:
        raise Http404
    if post.path and not (post.hidden_by and post.hidden_by.removes):
        return HttpResponsePermanentRedirect(post.path)
    status = 410 if post.is_over or (post.hidden_by and post.hidden_by.removes) else 200
    return answer(request, "newswire/short.html", {"post": post}, title=_("A report"), status=status)


def by_path(request: WireRequest, path: str) -> HttpResponse:
    """A post's page that the shelf lost: printed now, kept from now on."""
    address = f"/{path}"
    post = Post.objects.filter(path=address).first()
    if post is None:
        raise Http404
    return on_demand(post.key, address)
