"""A line on the page of a day of action: where its facts were read."""

from commonwire.findings.queries import is_read
from commonwire.mobilizations.models import Mobilization
from commonwire.press.slots import Fragment, fills


@fills("action.after")
def sources(mobilization: Mobilization) -> Fragment | None:
    return Fragment("findings/link.html", {"mobilization": mobilization}) if is_read(mobilization) else None
