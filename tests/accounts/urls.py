"""The desk alone, so that these tests stand without the rooms above; and one page elsewhere."""

from django.http import HttpRequest, HttpResponse
from django.urls import include, path

from commonwire.accounts.doors import MemberRequest, members_only
from commonwire.accounts.rules import may_edit


def elsewhere(request: HttpRequest) -> HttpResponse:
    return HttpResponse(f"{request.member} {request.member_session}")  # type: ignore[attr-defined]


@members_only(may_edit)
def editors_room(request: MemberRequest, number: int) -> HttpResponse:
    return HttpResponse(f"{request.member.handle} in room {number}")


def boastful(request: HttpRequest) -> HttpResponse:
    return HttpResponse("keep me", headers={"Cache-Control": "public, max-age=3600", "Referrer-Policy": "unsafe-url"})


urlpatterns = [
    path("desk/", include("commonwire.accounts.urls")),
    path("desk/room/<int:number>/", editors_room),
    path("desk/boastful/", boastful),
    path("elsewhere/", elsewhere),
]
