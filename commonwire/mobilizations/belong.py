"""A post belongs to a day of action, or leaves it. An event that belongs is a rally, and has a code for its flyer."""

import secrets

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from commonwire.base.ids import ALPHABET
from commonwire.calendar.models import Event
from commonwire.ledger.record import record
from commonwire.mobilizations.models import Belonging, Mobilization, NamedRally, Rally
from commonwire.mobilizations.queries import CODE_LENGTH, keys_of, rallies_of
from commonwire.mobilizations.words import PRESS, RALLIES
from commonwire.newswire.models import Post
from commonwire.newswire.words import Kind

How = Belonging.How


@transaction.atomic
def let_belong(
    *,
    post: Post,
    mobilization: Mobilization,
    rally: Rally | None = None,
    how: str = How.AUTHOR,
    shows_demands: bool | None = None,
    by: str = "",
) -> Belonging:
    """Saying it again changes rally, word and whether the demands stand below; ValidationError for the day's own post."""
    if post.pk == mobilization.post_id:
        raise ValidationError(_("A day of action does not belong to itself."))
    if rally and (rally.mobilization_id != mobilization.pk or rally.post_id == post.pk):
        raise ValidationError(_("This rally belongs to another day of action."))
    given: dict[str, object] = {"rally": rally, "how": how} | ({} if shows_demands is None else {"shows_demands": shows_demands})
    belonging, _new = Belonging.objects.update_or_create(mobilization=mobilization, post=post, defaults=given)
    own = give_code(post, mobilization) if post.kind == Kind.EVENT else None
    record(
        "mobilization.joined",
        f"mobilization:{mobilization.pk}",
        touched=_touched(post, mobilization, own, rally),
        by=by,
        post=post.pk,
        how=str(how),
    )
    return belonging


@transaction.atomic
def leave(*, post: Post, mobilization: Mobilization, by: str = "") -> None:
    """It belongs no more. A rally's row and code stay: what is printed on paper leads to the event and says so."""
    belonging = Belonging.objects.filter(post=post, mobilization=mobilization).select_related("rally").first()
    if belonging is None:
        return
    own = Rally.objects.filter(post=post, mobilization=mobilization).first()
    belonging.delete()
    touched = _touched(post, mobilization, own, belonging.rally)
    record("mobilization.left", f"mobilization:{mobilization.pk}", touched=touched, by=by, post=post.pk)


def give_code(post: Post, mobilization: Mobilization) -> Rally | None:
    """Once a rally, it keeps its code, also under another day of action. Within a verb's transaction."""
    event = Event.objects.filter(post=post).first()
    if event is None:
        return None
    rally = Rally.objects.filter(post=post).first() or Rally(post=post, code=_free_code())
    rally.mobilization, rally.event = mobilization, event
    rally.save()
    for named in NamedRally.objects.filter(mobilization=mobilization).exclude(event__in=rallies_of(mobilization).values("event")):
        if event.city and event.city.casefold() == named.place.casefold():
            named.event = event
            named.save(update_fields=["event"])
    return rally


def _free_code() -> str:
    """Short enough for a flyer, random, so that none leads to its neighbour."""
    while True:
        code = "".join(secrets.choice(ALPHABET) for _letter in range(CODE_LENGTH))
        if not Rally.objects.filter(code=code).exists():
            return code


def _touched(post: Post, mobilization: Mobilization, *rallies: Rally | None) -> list[str]:
    part = RALLIES if post.kind == Kind.EVENT else PRESS
    return [*keys_of(mobilization, part), post.key, *(each.key for each in rallies if each)]


@transaction.atomic
def forget_post(*, post: Post) -> None:
    """Its author withdraws it. A rally's code stays, and says that it was withdrawn; of a report that stood in the feeds of the day
    stays that it did, so that they can tell mirrors to drop it."""
    stood = post.kind != Kind.EVENT and post.path is not None
    for belonging in Belonging.objects.filter(post=post).select_related("mobilization__post", "rally"):
        own = Rally.objects.filter(post=post).first()
        touched = [*_touched(post, belonging.mobilization, own, belonging.rally)]
        if stood:
            belonging.rally, belonging.shows_demands = None, False
            belonging.save(update_fields=["rally", "shows_demands"])
        else:
            belonging.delete()
        record("mobilization.left", f"mobilization:{belonging.mobilization_id}", touched=touched, post=post.pk)
