"""Take in: the text of a page of an older site becomes a post or a feature here, with everything in it as data."""

from dataclasses import dataclass

from django.db import transaction

from commonwire.archive.addresses import LegacyAddress, read_address
from commonwire.archive.grammar import LegacyPage, read_page
from commonwire.archive.models import TakenIn
from commonwire.archive.plan import NothingToTakeIn, Plan, plan_of
from commonwire.archive.queries import OWN, keys_to_bake, post_of, taken_before
from commonwire.archive.remember import remember_address, remember_files
from commonwire.archive.said import said_by
from commonwire.archive.write import mend, write
from commonwire.base.text import clean_text
from commonwire.features.compose import resolve_links
from commonwire.ledger.record import record
from commonwire.newswire.models import Post
from commonwire.newswire.queries import keys_of

__all__ = ["NothingToTakeIn", "Taken", "TooLong", "WrongAddress", "take_in"]
LONGEST = 1_000_000
LICENCE = "author"  # the old page's own terms are not in its text, so none are claimed for the author


class WrongAddress(ValueError):
    """The address is not one of the older site."""


class TooLong(ValueError):
    """More characters than any page has."""


@dataclass(frozen=True)
class Taken:
    """`left`: the words here were changed or erased since, and stand as they are."""

    post: Post
    page: LegacyPage
    created: bool
    left: bool = False


@transaction.atomic
def take_in(*, text: str, zone: str = "America/Los_Angeles", address: str = "", language: str = "en", licence: str = LICENCE) -> Taken:
    """The same document twice changes nothing; an improved one mends the post in place, under the same id and address.

    Times are read in `zone`. ValueError, with a sentence, for a zone or an address that is none and for a text without content.
    """
    legacy = _legacy(address)
    page = read_page(_made_plain(text), zone=zone)
    plan = plan_of(page)
    known = taken_before(plan.content, legacy, plan.kind)
    if known is None:
        taken = Taken(_arrive(plan, language, licence), page, created=True)
    else:
        taken = Taken(known.post, page, created=False, left=_again(known, plan))
    new_address = legacy is not None and remember_address(post=taken.post, address=legacy, feature=plan.kind == "feature")
    if taken.created or new_address:
        resolve_links(post=taken.post)
        record("document.taken_in", taken.post.key, touched=keys_to_bake(taken.post))
    return taken


def _arrive(plan: Plan, language: str, licence: str) -> Post:
    post = write(plan, language=language, licence=licence)
    _note(TakenIn(post=post), plan)
    remember_files(post=post, plan=plan)
    return post


def _again(known: TakenIn, plan: Plan) -> bool:
    """Mend the post when the document was improved. True when it must be left as it is: its words here are no longer the archive's."""
    if known.plan == plan.digest:
        return False
    if known.post.is_over or known.said != said_by(post_of(known.post.pk)):
        return True
    before = keys_of(known.post)
    known.comments = mend(known.post, plan, known.comments)
    _note(known, plan)
    remember_files(post=known.post, plan=plan)
    resolve_links(post=known.post)
    record("document.taken_in_again", known.post.key, touched={*before, *keys_to_bake(known.post)})
    return False


def _note(known: TakenIn, plan: Plan) -> None:
    post = post_of(known.post.pk)
    known.content, known.plan, known.layout, known.said = plan.content, plan.digest, plan.layout, said_by(post)
    if known.pk is None:
        known.comments = list(post.comments.order_by("id").values_list("public_id", flat=True))
    known.save()


def _legacy(address: str) -> LegacyAddress | None:
    if not address:
        return None
    found = read_address(address)
    if found is None or found.kind not in OWN:
        raise WrongAddress(f"{address!r} is no address of a page of the older site; …/newsitems/2026/01/16/18883010.php is one")
    return found


def _made_plain(text: str) -> str:
    """Without control and direction-changing characters; the lines stay as many, so that the report can count them."""
    if len(text) > LONGEST:
        raise TooLong(f"longer than {LONGEST:,} characters: this is no page")
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(" ".join(clean_text(line).split("\n")) for line in lines)
