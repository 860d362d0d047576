"""A month of the calendar without an event has no page until somebody asks for it."""

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from commonwire.calendar.queries import months
from commonwire.chrome.asking import WireRequest
from commonwire.press.on_demand import on_demand


@require_safe
def month(request: WireRequest, year: str, number: str) -> HttpResponse:
    if f"{year}-{number}" not in {f"{each:%Y-%m}" for each in months()}:
        raise Http404
    return on_demand(f"calendar@{year}-{number}", request.path)
