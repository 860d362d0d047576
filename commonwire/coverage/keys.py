"""The page keys of coverage: parts of a day of action, and months or days of what grows long.

`action:3@reports` is the head of its coverage, `@reports-2026-01` a month and `@reports-2026-01-23` a day of it; `@live` and
`@live-2026-01-23` are its ticker, `@turnout` its figures. A rally's own page is that of its post.
"""

from collections.abc import Iterable
from datetime import datetime

from commonwire.mobilizations.models import Mobilization, Rally
from commonwire.newswire.models import Post
from commonwire.site.queries import the_site

REPORTS, LIVE, TURNOUT = "reports", "live", "turnout"


def keys_of_report(post: Post, mobilizations: Iterable[Mobilization], rallies: Iterable[Rally]) -> list[str]:
    parts = [REPORTS]
    if post.published:
        day = post.published.astimezone(the_site().zoneinfo).date()
        parts += [f"{REPORTS}-{day:%Y-%m}", f"{REPORTS}-{day}"]
    return [*(each.part(part) for each in mobilizations for part in parts), *(rally.post.key for rally in rallies)]


def keys_of_entry(mobilization: Mobilization, rally: Rally | None, at: datetime) -> list[str]:
    day = f"{at.astimezone(the_site().zoneinfo):%Y-%m-%d}"
    return [mobilization.part(LIVE), mobilization.part(f"{LIVE}-{day}"), *([rally.post.key] if rally else [])]


def keys_of_estimate(mobilization: Mobilization, rally: Rally | None) -> list[str]:
    return [mobilization.part(TURNOUT), *([rally.post.key] if rally else [])]
