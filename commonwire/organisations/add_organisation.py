"""Add a profile: anyone may; it is shown at once, or waits for the desk."""

from datetime import datetime

from django.db import IntegrityError, transaction

from commonwire.base import clock
from commonwire.base.text import slug
from commonwire.ledger.record import record
from commonwire.newswire.rules import receipt_lasts
from commonwire.newswire.words import Visibility
from commonwire.organisations.folding import keys_for
from commonwire.organisations.keys import PAGES_OF_THEIR_OWN, touched_by
from commonwire.organisations.models import Organisation
from commonwire.organisations.signatures import kept_key
from commonwire.organisations.words import OrganisationKind
from commonwire.site.queries import the_site

ADDRESS_TRIES = 3


def add_organisation(
    *,
    name: str,
    kind: str = OrganisationKind.OTHER,
    umbrella: Organisation | None = None,
    place: str = "",
    area: str = "",
    website: str = "",
    short_name: str = "",
    about: str = "",
    public_key: str = "",
    byline: str = "",
    language: str = "",
    held: bool = False,
    receipt: str = "",
    public_id: str = "",
    by: str = "",
) -> Organisation:
    """The same `public_id` gives the same profile, however often it is sent. A new one has nothing below it, so it closes no circle."""
    words = {"name": name, "short_name": short_name, "kind": kind, "place": place, "area": area, "website": website, "about": about}
    words |= {
        "public_key": kept_key(public_key),
        "byline": byline,
        "language": language or the_site().language,
        **keys_for(name, short_name),
    }
    for tries_left in range(ADDRESS_TRIES, -1, -1):
        try:
            return _add(words, umbrella, held, receipt, public_id, by)
        except IntegrityError:
            known = _known(public_id)
            if known:
                return known  # the same draft came twice at once, and the other was quicker
            if not tries_left:
                raise  # otherwise another took the address between our look and our writing: look again
    raise AssertionError("the last try returns or raises")


@transaction.atomic  # within another transaction a savepoint, so that a try may fail
def _add(words: dict[str, str], umbrella: Organisation | None, held: bool, receipt: str, public_id: str, by: str) -> Organisation:
    known = _known(public_id)
    if known:
        return known
    organisation = Organisation(
        **words,
        slug=_free_slug(words["short_name"] or words["name"]),
        umbrella=umbrella,
        visibility=Visibility.HELD if held else Visibility.SHOWN,
        sent=_when(held),
    )
    if public_id:
        organisation.public_id = public_id
    if receipt:
        organisation.keep_receipt(receipt, receipt_lasts(the_site()))
    organisation.save()
    touched = ["desk"] if held else touched_by(organisation)
    record("organisation.held" if held else "organisation.added", organisation.key, touched=touched, at=organisation.sent, by=by)
    return organisation


def _when(held: bool) -> datetime:
    return clock.hour() if held else clock.minute()


def _known(public_id: str) -> Organisation | None:
    return Organisation.objects.filter(public_id=public_id).first() if public_id else None


def _free_slug(name: str) -> str:
    """An address of its own, kept whatever it will be called later."""
    wanted = slug(name, 60)
    taken = {*Organisation.objects.filter(slug__startswith=wanted).values_list("slug", flat=True), *PAGES_OF_THEIR_OWN}
    numbered = (wanted if n == 1 else f"{wanted}-{n}" for n in range(1, len(taken) + 2))
    return next(each for each in numbered if each not in taken)
