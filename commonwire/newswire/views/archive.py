"""A month of a list that has no post has no page until somebody asks for it: then it is printed, and kept."""

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from commonwire.base import clock
from commonwire.chrome.asking import WireRequest
from commonwire.newswire.lists import Listing, facet_keys, listing_of, place_keys
from commonwire.press.on_demand import on_demand


@require_safe
def month(request: WireRequest, base: str, year: str, number: str) -> HttpResponse:
    listing = _listing_at(f"/{base}/")
    months = listing.months(request.site.zoneinfo) if listing else []
    wanted, present = f"{year}-{number}", clock.now().astimezone(request.site.zoneinfo)
    if listing is None or not months or not f"{months[-1]:%Y-%m}" <= wanted <= f"{present:%Y-%m}" or not "01" <= number <= "12":
        raise Http404
    return on_demand(f"{listing.key}@{wanted}", request.path)


def _listing_at(path: str) -> Listing | None:
    return next((each for key in [*facet_keys(), *place_keys()] if (each := listing_of(key)) and each.path == path), None)
