"""Around every answer of the app: protecting headers, and the language that the address names."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import translation

from commonwire.base.headers import SECURITY_HEADERS
from commonwire.site.queries import the_site

Answer = Callable[[HttpRequest], HttpResponse]


def protect(get_response: Answer) -> Answer:
    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        for name, value in SECURITY_HEADERS.items():
            response.headers.setdefault(name, value)
        response.headers.setdefault("Cache-Control", "no-store")
        return response

    return answer


def speak(get_response: Answer) -> Answer:
    """`/es/publish/` is `/publish/` in Spanish. Nothing negotiates by header or cookie."""

    def answer(request: HttpRequest) -> HttpResponse:
        site = the_site()
        first, _, rest = request.path_info[1:].partition("/")
        language = site.language
        if first in site.spoken and first != site.language:
            language, request.path_info = first, f"/{rest}"
        request.site, request.language = site, language  # type: ignore[attr-defined]
        with translation.override(language):
            return get_response(request)

    return answer
