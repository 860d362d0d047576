"""How a request comes to a screen of the desk: with a member whom the rule lets in, or by way of the sign-in page."""

import re
from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, cast
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from commonwire.accounts.models import Member, Session
from commonwire.chrome.answers import answer
from commonwire.chrome.asking import WireRequest

COOKIE = "wire_session"
BELOW = "/desk/"
P = ParamSpec("P")
_SAFE_NEXT = re.compile(r"^/desk/[A-Za-z0-9_~./?=&%+:@,-]*\Z")


class MemberRequest(WireRequest):
    """A request behind `members_only`: there is a member, and the session they came with."""

    member: Member
    member_session: Session


Screen = Callable[Concatenate[MemberRequest, P], HttpResponse]
View = Callable[Concatenate[HttpRequest, P], HttpResponse]


def members_only(rule: Callable[[Member | None], bool]) -> Callable[[Screen[P]], View[P]]:
    """`@members_only(may_edit)`: strangers are sent to sign in and back, members whom the rule does not know get a sentence."""

    def guard(screen: Screen[P]) -> View[P]:
        @wraps(screen)
        def view(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            member: Member | None = request.member  # type: ignore[attr-defined]
            if member is None:
                back = urlencode({"next": request.get_full_path()})
                return HttpResponseRedirect(f"{reverse('accounts:sign-in')}?{back}", status=303)
            if not rule(member):
                return refusal(request, _("Your role does not open this page. A steward can change your role."))
            return screen(cast(MemberRequest, request), *args, **kwargs)

        return view

    return guard


def safe_next(wanted: str) -> str:
    """A place below the desk on this site, or the desk itself: never another site, never a way up and out."""
    if _SAFE_NEXT.match(wanted) and ".." not in wanted and "//" not in wanted.partition("?")[0]:
        return wanted
    return "/desk/"


def refusal(request: HttpRequest, sentence: str, status: int = 403) -> HttpResponse:
    return answer(request, "accounts/refusal.html", {"sentence": sentence}, title=_("Not possible"), status=status)


def hand_out(response: HttpResponse, token: str) -> HttpResponse:
    """The only cookie of the site: below the desk alone, out of reach of scripts and other sites, gone with the browser."""
    secure = settings.SITE_URL.startswith("https:")
    response.set_cookie(COOKIE, token, path=BELOW, secure=secure, httponly=True, samesite="Strict")
    return response


def take_back(response: HttpResponse) -> HttpResponse:
    response.delete_cookie(COOKIE, path=BELOW, samesite="Strict")
    return response
