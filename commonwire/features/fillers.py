"""What a feature's own rows show beyond the links that were typed."""

from commonwire.features.filling import filled_links
from commonwire.features.models import Feature, LinkRow
from commonwire.press.slots import Fragment, fills


@fills("feature.row")
def filled_row(feature: Feature, row: LinkRow) -> Fragment | None:
    """A slot, so that every page on which the row stands remembers what it showed."""
    if not row.fills_from:
        return None
    links, shows = filled_links(feature, row)
    return Fragment("features/filled_links.html", {"links": links}, shows=shows)
