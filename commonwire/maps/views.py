"""The stewards' door: send a file, say which of its outlines means which region, look, and lay them. It needs no script."""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from commonwire.accounts.doors import MemberRequest, members_only
from commonwire.accounts.rules import may_steward
from commonwire.base.text import clean_line
from commonwire.chrome.answers import answer
from commonwire.maps.carried import written
from commonwire.maps.drawing import Drawing, Pin, draw_map, draw_shapes
from commonwire.maps.forms import Matching, OutlinesFile
from commonwire.maps.geojson import Feature, Reading, read_geojson
from commonwire.maps.lay_outline import lay_outline
from commonwire.maps.matching import joined
from commonwire.maps.models import Outline
from commonwire.maps.positions import NotRead
from commonwire.maps.remove_outline import remove_outline
from commonwire.maps.sketch import Shape
from commonwire.taxonomy.models import Region


@require_http_methods(["GET", "HEAD", "POST"])
@members_only(may_steward)
def desk(request: MemberRequest) -> HttpResponse:
    """What is laid, and a form for more."""
    acts = {"read": _read, "lay": _lay, "remove": _remove}
    if request.method == "POST" and (act := acts.get(request.POST.get("act", ""))):
        return act(request)
    return _laid(request, OutlinesFile())


def _read(request: MemberRequest) -> HttpResponse:
    form = OutlinesFile(request.POST, request.FILES)
    if not form.is_valid():
        return _laid(request, form, status=422)
    matching = Matching(features=form.reading.features, regions=list(Region.objects.all()))
    return _matching(request, matching, form.reading, form.cleaned_data["source"])


def _lay(request: MemberRequest) -> HttpResponse:
    source = clean_line(request.POST.get("source", ""))[:200]
    try:
        reading = read_geojson(request.POST.get("outlines", "").encode())
    except NotRead:
        form = OutlinesFile(request.POST)
        form.add_error("file", _("The outlines were lost on the way. Please send the file again."))
        return _laid(request, form, status=422)
    matching = Matching(request.POST, features=reading.features, regions=list(Region.objects.all()))
    if not matching.is_valid():
        return _matching(request, matching, reading, source, status=422)
    for region, features in matching.chosen.items():
        said = joined(features)
        lay_outline(region=region, rings=said.polygons, centre=said.centre, source=source, by=f"member:{request.member.pk}")
    return HttpResponseRedirect(reverse("maps:desk"), status=303)


def _remove(request: MemberRequest) -> HttpResponse:
    outline = Outline.objects.select_related("region").filter(region__slug=request.POST.get("region", "")).first()
    if outline is not None:
        remove_outline(outline=outline, by=f"member:{request.member.pk}")
    return HttpResponseRedirect(reverse("maps:desk"), status=303)


def _laid(request: HttpRequest, form: OutlinesFile, *, status: int = 200) -> HttpResponse:
    outlines = {outline.region_id: outline for outline in Outline.objects.all()}
    regions = list(Region.objects.all())
    svg = draw_map([], regions=regions, title=_("The regions as they are drawn")) if outlines else ""
    rows = [(region, outlines.get(region.pk)) for region in regions]
    return answer(request, "maps/desk.html", {"form": form, "rows": rows, "svg": svg}, title=_("Map"), status=status)


def _matching(request: HttpRequest, matching: Matching, reading: Reading, source: str, *, status: int = 200) -> HttpResponse:
    svg = _preview(reading.features)
    context = {
        "matching": matching,
        "rows": zip(matching.rows, svg.entries, strict=True),
        "left_out": reading.left_out,
        "source": source,
        "outlines": written(reading.features),
        "svg": svg,
    }
    return answer(request, "maps/matching.html", context, title=_("Which is which"), status=status)


def _preview(features: Sequence[Feature]) -> Drawing:
    """Numbered as the rows of the table are."""
    pins = [Pin(*feature.centre, feature.name) for feature in features]
    shapes = [Shape("", tuple(ring for polygon in feature.polygons for ring in polygon), *feature.centre) for feature in features]
    return draw_shapes(pins, shapes, title=_("The outlines in this file"))
