"""What is nowhere."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from commonwire.chrome.answers import answer


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return answer(request, "front/not_found.html", {}, title=_("There is no page here"), status=404)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return answer(request, "front/bad_request.html", {}, title=_("This could not be read"), status=400)
