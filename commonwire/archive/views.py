"""Old addresses lead to where their pages stand now."""

from django.http import Http404, HttpRequest, HttpResponsePermanentRedirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from commonwire.archive.addresses import read_address
from commonwire.archive.queries import leads_to


@require_safe
def old_address(request: HttpRequest, **rest: str) -> HttpResponsePermanentRedirect:
    address = read_address(request.get_full_path())
    path = leads_to(address) if address else None
    if path is None:
        raise Http404(_("That page of the older site is not here."))
    return HttpResponsePermanentRedirect(path)
