"""Answers that are not baked: a form, a preview, a page of the desk."""

from typing import cast

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from commonwire.chrome.asking import WireRequest
from commonwire.chrome.frame import Frame


def answer(
    request: HttpRequest, template: str, context: dict[str, object], *, title: str, status: int = 200, section: str = ""
) -> HttpResponse:
    """Render a dynamic page in the frame of the site, in the language of its address. Never indexed, never kept."""
    asked = cast(WireRequest, request)  # the middleware made it one
    frame = Frame(site=asked.site, language=asked.language, title=title, section=section, findable=False)
    full = {**context, "frame": frame, "site": frame.site, "language": frame.language, "request": request}
    return HttpResponse(render_to_string(template, full), status=status)
