"""Which features an editor may still change. Pure: no queries beyond the feature's own post."""

from commonwire.features.models import Feature
from commonwire.newswire.rules import may_change


def may_be_changed(feature: Feature) -> bool:
    """Shown or hidden, but not once it is withdrawn, purged or withheld."""
    return may_change(feature.post)
