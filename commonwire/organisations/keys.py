"""Which page keys an organisation stands on."""

from commonwire.organisations.models import Organisation

LIST = "organisations"
PAGES_OF_THEIR_OWN = ("places", "tree", "new")  # addresses below /organisations/ that no profile may take


def touched_by(organisation: Organisation) -> list[str]:
    """Its own page, the lists, and the page of the body above it; pages further up show that one's key."""
    above = [f"organisation:{organisation.umbrella_id}"] if organisation.umbrella_id else []
    return [organisation.key, LIST, *above]
