"""Below /desk/ a request may come from a member and must come from our own pages. Everywhere else nobody is recognised."""

from collections.abc import Callable
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from commonwire.accounts.doors import BELOW, COOKIE, refusal
from commonwire.accounts.visit import visit

SAFE_METHODS = ("GET", "HEAD", "OPTIONS")
_PORTS = {"http": 80, "https": 443}


def recognise(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Sets `request.member` and `request.member_session`, both None for strangers and outside of the desk."""

    def answer(request: HttpRequest) -> HttpResponse:
        request.member = request.member_session = None  # type: ignore[attr-defined]
        if not request.path_info.startswith(BELOW):
            return get_response(request)
        response = _at_the_desk(request, get_response)
        response.headers["Cache-Control"] = "no-store"
        # Under `no-referrer` browsers send `Origin: null` from our own forms; this keeps it and still tells other sites nothing.
        response.headers["Referrer-Policy"] = "same-origin"
        return response

    return answer


def _at_the_desk(request: HttpRequest, get_response: Callable[[HttpRequest], HttpResponse]) -> HttpResponse:
    if request.method not in SAFE_METHODS and not from_our_pages(request):
        return refusal(request, _("This form was not sent from this site, so nothing was done. Open the page here and send it again."))
    token = request.COOKIES.get(COOKIE)
    session = visit(token=token) if token else None
    if session is not None:
        request.member, request.member_session = session.member, session  # type: ignore[attr-defined]
    return get_response(request)


def from_our_pages(request: HttpRequest) -> bool:
    """Browsers name where a form came from; a page of another site cannot change that. Older ones only send the Origin."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site in ("same-origin", "none")
    origin = request.headers.get("Origin")
    return origin is not None and _place(origin) is not None and _place(origin) == _place(settings.SITE_URL)


def _place(address: str) -> tuple[str, str, int] | None:
    try:
        parts = urlsplit(address)
        port = parts.port or _PORTS.get(parts.scheme, 0)
    except ValueError:
        return None
    return (parts.scheme, parts.hostname, port) if parts.hostname else None
