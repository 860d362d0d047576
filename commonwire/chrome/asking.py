"""A request as the house sees it: the middleware has said which site and which language."""

from django.http import HttpRequest

from commonwire.site.models import Site


class WireRequest(HttpRequest):
    site: Site  # type: ignore[assignment]  # the stubs mean django.contrib.sites, which is not installed
    language: str
