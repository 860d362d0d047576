"""What was read in posts, below a day of action: each fact with the words of its line and a way to it."""

from collections.abc import Iterator
from itertools import groupby

from django.utils.translation import gettext as _

from commonwire.chrome.frame import Frame
from commonwire.findings.facts import FactKind
from commonwire.findings.queries import taken_for
from commonwire.mobilizations.models import Mobilization
from commonwire.press.printing import LISTS, Dropped, Key, Page, Printed, prints
from commonwire.site.queries import the_site


@prints("action", every=lambda: (), order=LISTS)
def sources(key: Key) -> Iterator[Printed]:
    mobilization = Mobilization.objects.filter(pk=key.id).select_related("post").first() if not key.cut else None
    if mobilization is None:
        return
    path, site = f"{mobilization.path}sources/", the_site()
    found = taken_for(mobilization) if mobilization.post.is_shown else []
    if not found:
        yield Dropped(path)
        return
    language = mobilization.post.language if mobilization.post.language in site.spoken else site.language

    def context() -> dict[str, object]:
        kinds = [(FactKind(kind).label, list(some)) for kind, some in groupby(found, lambda each: each.kind)]
        frame = Frame(site=site, language=language, path=path, title=_("Where this was read"), section="actions")
        return {"frame": frame, "site": site, "language": language, "mobilization": mobilization, "kinds": kinds}

    yield Page(path, "findings/sources.html", context, language, shows=sorted({each.post.key for each in found}))
