"""A day, a week or a month on which nothing is: answered as long as it is near to something, and not kept."""

from datetime import date

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from commonwire.calendar.links import Cut
from commonwire.calendar.pages_cuts import page_of
from commonwire.calendar.queries import is_near, of_days
from commonwire.chrome.asking import WireRequest
from commonwire.press.bake import rendered
from commonwire.press.on_demand import on_demand


@require_safe
def month(request: WireRequest, year: str, number: str) -> HttpResponse:
    return _answered(request, _read("month", int(year), int(number), 1))


@require_safe
def week(request: WireRequest, year: str, number: str) -> HttpResponse:
    try:
        monday = date.fromisocalendar(int(year), int(number), 1)
    except ValueError:
        raise Http404 from None
    return _answered(request, _read("week", monday.year, monday.month, monday.day))


@require_safe
def day(request: WireRequest, year: str, number: str, day: str) -> HttpResponse:
    return _answered(request, _read("day", int(year), int(number), int(day)))


def _read(kind: str, *parts: int) -> Cut:
    try:
        cut = Cut.of(kind, date(*parts))
        return cut if cut.earlier.earlier.first.year > 1 and cut.later.later.last.year < 9998 else _nowhere()
    except (ValueError, OverflowError):
        return _nowhere()


def _nowhere() -> Cut:
    raise Http404


def _answered(request: WireRequest, cut: Cut) -> HttpResponse:
    if of_days(cut.first, cut.last):  # it has a page, which is not there yet
        return on_demand(f"calendar@{cut.first:%Y-%m}" if cut.kind == "month" else f"calendar@{cut.first:%Y-%m-%d}", request.path)
    if not is_near(cut.first, cut.last, request.site):
        raise Http404
    return HttpResponse(rendered(page_of(cut, request.site, request.language))[0])
