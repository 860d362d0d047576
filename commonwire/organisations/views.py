"""Start and see a proof: what was asked for, what to publish or sign, and what was found. Nothing is looked up in a request."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import OperationalError
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from commonwire.chrome.answers import answer
from commonwire.chrome.asking import WireRequest
from commonwire.newswire.trouble import explain
from commonwire.organisations.ask_proof import OPEN_TO_ALL, ask_proof
from commonwire.organisations.check_signature import check_signature
from commonwire.organisations.look_again import look_again
from commonwire.organisations.models import Organisation
from commonwire.organisations.signatures import LONGEST
from commonwire.organisations.statements import Statement, statement_of
from commonwire.organisations.ways import ways_of
from commonwire.press.bake import bake_now


@dataclass
class Proving:
    """One request at this door, read."""

    request: WireRequest
    organisation: Organisation
    statement: Statement

    @property
    def here(self) -> str:
        asked = f"?statement={self.statement.public_id}" if self.statement.public_id else ""
        return f"{self.request.site.at(self.request.language, self.organisation.path)}prove/{asked}"


@require_http_methods(["GET", "HEAD", "POST"])
def prove(request: WireRequest, slug: str) -> HttpResponse:
    organisation = Organisation.objects.filter(slug=slug).public().first()
    word = (request.POST if request.method == "POST" else request.GET).get("statement", "")
    statement = statement_of(organisation, word) if organisation else None
    if organisation is None or statement is None:
        raise Http404
    proving = Proving(request, organisation, statement)
    return _act(proving) if request.method == "POST" else _page(proving)


def _act(proving: Proving) -> HttpResponse:
    """`ask:dns`, `look:dns`, `check`; then back to the same page."""
    act, _colon, method = proving.request.POST.get("act", "").partition(":")
    signature = proving.request.POST.get("signature", "")[: 2 * LONGEST]
    try:
        if act == "check":
            method = "signed"
            check_signature(organisation=proving.organisation, statement=proving.statement, signature=signature)
            bake_now(proving.statement.keys)
        elif act == "look":
            look_again(organisation=proving.organisation, statement=proving.statement, method=method)
        else:
            ask_proof(organisation=proving.organisation, statement=proving.statement, method=method)
    except ValidationError as error:
        return _page(proving, method, error.messages[0], signature, 422)
    except (OSError, OperationalError) as error:
        trouble = explain(error)
        return _page(proving, method, str(trouble), signature, trouble.status)
    return HttpResponseRedirect(f"{proving.here}#{method}", status=303)


def _page(proving: Proving, method: str = "", error: str = "", signature: str = "", status: int = 200) -> HttpResponse:
    context = {
        "organisation": proving.organisation,
        "statement": proving.statement,
        "ways": ways_of(proving.organisation, proving.statement),
        "wrong": method if method in OPEN_TO_ALL else "",
        "error": error,
        "signature": signature,
        "here": proving.here,
    }
    return answer(proving.request, "organisations/prove.html", context, title=_("Prove that it is yours"), status=status)
