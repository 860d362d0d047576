"""What is nowhere."""

from django.http import HttpResponse
from django.utils.translation import gettext as _

from commonwire.chrome.answers import answer
from commonwire.chrome.asking import WireRequest


def not_found(request: WireRequest, exception: Exception | None = None) -> HttpResponse:
    return answer(request, "front/not_found.html", {}, title=_("There is no page here"), status=404)


def bad_request(request: WireRequest, exception: Exception | None = None) -> HttpResponse:
    return answer(request, "front/bad_request.html", {}, title=_("This could not be read"), status=400)


def broken(request: WireRequest) -> HttpResponse:
    """An error of ours: said plainly, without asking anything of a house that may be broken. The middleware wrote down where."""
    return HttpResponse(
        '<!doctype html><html lang="en"><title>Something broke</title><h1>Something broke on our side</h1>'
        "<p>It was written down, without anything about you. Nothing was published. Go back: your browser still holds what you typed.</p>"
        '<p><a href="/">To the front page</a></p></html>',
        status=500,
    )
