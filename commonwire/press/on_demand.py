"""A page that the shelf lacks, printed when somebody asks for it, and kept from then on."""

from django.http import Http404, HttpResponse

from commonwire.press.bake import bake, shelf


def on_demand(key: str, address: str) -> HttpResponse:
    """Bake the key and answer with what then lies at the address; Http404 when nothing does."""
    bake([key])
    found = shelf().find(address)
    if found is None:
        raise Http404
    return HttpResponse(found.file.read_bytes(), status=found.status, content_type=found.content_type)
