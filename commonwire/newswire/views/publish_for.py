"""The publish form for something that is known already: `/publish/for/WORD/`, as a rally's flyer gives it. Its companion is filled."""

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from commonwire.chrome.answers import answer
from commonwire.chrome.asking import WireRequest
from commonwire.newswire.forms import PublishForm
from commonwire.newswire.kinds import EXTRAS, Companion, Details, askers
from commonwire.newswire.questions import ask
from commonwire.newswire.views.publish import form_context


@require_safe
def publish_for(request: WireRequest, word: str, kind: str = "") -> HttpResponse:
    """The empty form but for what the word says; 404 when no companion of this kind's form knows the word."""
    known = _known(word, kind) if not kind or kind in EXTRAS else {}
    if not known:
        raise Http404
    extra, filled = EXTRAS.get(kind), _filled(known)
    form = PublishForm(site=request.site, language=request.language, initial=filled | ({"kind": kind} if kind else {}))
    if extra:
        form.is_only(kind, extra.title)
    context = form_context(form, extra, ask(kind, request.site, initial=known)) | {
        "word": word,
        "lines": [line for given in known.values() if (line := given.get("line"))],
        "extras": [each for each in EXTRAS.values() if _known(word, each.kind)],
    }
    return answer(request, "newswire/publish.html", context, title=str(extra.title) if extra else _("Publish"))


def _known(word: str, kind: str) -> dict[str, Details]:
    """What each companion of this form makes of the word, by its name."""
    companions = [each for each in askers(kind) if isinstance(each, Companion) and each.prefill]
    said = {each.name: each.prefill(word) for each in companions if each.prefill}
    return {name: given for name, given in said.items() if given is not None}


def _filled(known: dict[str, Details]) -> Details:
    """What the companions say of the publish form's own fields."""
    filled: Details = {}
    for given in known.values():
        initial = given.get("initial")
        filled |= initial if isinstance(initial, dict) else {}
    return filled
