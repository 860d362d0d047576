"""What is not baked: sheets to print, made when asked for; long lists of bodies, a page at a time; codes as people type them."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from commonwire.base.text import clean_line
from commonwire.chrome.answers import answer
from commonwire.mobilizations.models import Mobilization
from commonwire.mobilizations.queries import by_code, by_slug, ever_by_code
from commonwire.mobilizations.statements.lists import FACETS, label_of, narrowed, page_of, said_of
from commonwire.mobilizations.statements.tree import with_proofs
from commonwire.mobilizations.words import ENDORSEMENTS, PLEDGES
from commonwire.press.on_demand import on_demand


def _shown(slug: str) -> Mobilization:
    mobilization = by_slug(slug)
    if mobilization is None or not mobilization.post.is_shown:
        raise Http404
    return mobilization


@require_safe
def flyer(request: HttpRequest, code: str) -> HttpResponse:
    rally = by_code(code)
    if rally is None or rally.code != code:
        raise Http404
    return on_demand(f"flyer:{rally.code}", f"{rally.path}flyer.pdf")


@require_safe
def poster(request: HttpRequest, slug: str) -> HttpResponse:
    mobilization = _shown(slug)
    return on_demand(f"poster:{mobilization.pk}", f"{mobilization.path}flyer.pdf")


@require_safe
def short(request: HttpRequest, code: str) -> HttpResponse:
    """The shelf knows codes as they are written; here come those typed in capitals, or with an O for a nought."""
    rally = ever_by_code(code)
    if rally is None:
        raise Http404
    if rally.code != code:
        return HttpResponseRedirect(rally.path, status=301)
    return on_demand(rally.key, rally.path)


@require_safe
def everyone(request: HttpRequest, slug: str, part: str) -> HttpResponse:
    """All bodies of one kind, in one place, of one state; two hundred at a time."""
    if part not in (ENDORSEMENTS, PLEDGES):
        raise Http404
    said = said_of(_shown(slug), part)
    asked = {name: clean_line(request.GET.get(name, ""))[:200] for name in FACETS}
    found, after = page_of(narrowed(said, asked), request.GET.get("after", ""))
    named = [label_of(name, value) for name, value in asked.items() if value]
    context = {
        "said": said,
        "mobilization": said.mobilization,
        "bodies": with_proofs(found, said),
        "after": after,
        "asked": {name: value for name, value in asked.items() if value},
        "named": named,
        "text_language": said.mobilization.post.language,
    }
    title = _("%(list)s: %(name)s") % {"list": said.title, "name": said.mobilization.name}
    return answer(request, "mobilizations/said_narrowed.html", context, title=title, section="actions")
