"""Around every answer of the app: protecting headers, and the language that the address names."""

import logging
from collections.abc import Callable
from typing import cast

from django.core.exceptions import BadRequest, PermissionDenied, SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse
from django.http.multipartparser import MultiPartParserError
from django.utils import translation

from commonwire.base.errors import where
from commonwire.base.headers import headers_for
from commonwire.chrome.asking import WireRequest
from commonwire.site.queries import the_site

log = logging.getLogger("commonwire.chrome")
_ASKED_AMISS = (Http404, BadRequest, MultiPartParserError, PermissionDenied, SuspiciousOperation)
Answer = Callable[[HttpRequest], HttpResponse]


def protect(get_response: Answer) -> Answer:
    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        for name, value in headers_for(request.path).items():
            response.headers.setdefault(name, value)
        response.headers.setdefault("Cache-Control", "no-store")
        return response

    answer.process_exception = _write_down  # type: ignore[attr-defined]
    return answer


def _write_down(request: HttpRequest, error: Exception) -> None:
    """Where it broke, for the operator: the kind of error and the places in the code, never what was sent.

    What a visitor asked amiss broke nothing: a line for it would tell to the second that somebody was here, and fill the disk.
    """
    if not isinstance(error, _ASKED_AMISS):
        log.error("%s", where(error))


def speak(get_response: Answer) -> Answer:
    """`/es/publish/` is `/publish/` in Spanish. Nothing negotiates by header or cookie."""

    def answer(request: HttpRequest) -> HttpResponse:
        site = the_site()
        first, _, rest = request.path_info[1:].partition("/")
        language = site.language
        if first in site.spoken and first != site.language:
            language, request.path_info = first, f"/{rest}"
        asked = cast(WireRequest, request)
        asked.site, asked.language = site, language
        with translation.override(language):
            return get_response(request)

    return answer
