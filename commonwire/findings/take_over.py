"""Take over what an editor ticked: a new day of action, or one that is there, gets the facts, each with the line it came from."""

from collections.abc import Iterable, Sequence

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from commonwire.findings.bodies import Bodies
from commonwire.findings.calling import details_of, missing_of, wording_of
from commonwire.findings.chosen import Chosen
from commonwire.findings.facts import FactKind
from commonwire.findings.models import Finding, Reading
from commonwire.ledger.record import record
from commonwire.mobilizations.belong import let_belong
from commonwire.mobilizations.call_day import call_day
from commonwire.mobilizations.demands.change_demand import add_demand
from commonwire.mobilizations.demands.wordings import normal, wording_in
from commonwire.mobilizations.models import Belonging, Endorsement, Mobilization
from commonwire.mobilizations.name_rally import name_rally
from commonwire.mobilizations.place_mobilization import change_mobilization
from commonwire.mobilizations.pledges.add_pledge_type import add_pledge_type
from commonwire.mobilizations.statements.say import endorse
from commonwire.newswire.models import Post
from commonwire.newswire.queries import find_post


@transaction.atomic
def take_over(*, reading: Reading, positions: Sequence[int], into: str = "", by: str = "") -> Mobilization:
    """`into` is the slug of a day of action; empty calls a new one, which needs a name and a date among what is ticked."""
    reading = Reading.objects.select_for_update().get(pk=reading.pk)
    chosen = Chosen(list(reading.findings.filter(position__in=positions).select_related("post")))
    mobilization = _day(reading, chosen, into, by)
    _demands(mobilization, chosen, by)
    for fact in chosen.of(FactKind.PLEDGE):
        add_pledge_type(mobilization=mobilization, name=fact.value["name"], terms=fact.value["terms"], source=fact.address, by=by)
    _endorsements(mobilization, chosen, by)
    for fact in chosen.of(FactKind.RALLY):
        name_rally(mobilization=mobilization, place=fact.value["place"], source=fact.address, by=by)
    for post in _belonging(reading, chosen, mobilization):
        let_belong(post=post, mobilization=mobilization, how=Belonging.How.EDITOR, by=by)
    Finding.objects.filter(pk__in=[fact.pk for fact in chosen.findings]).update(taken_into=mobilization)
    reading.mobilization = mobilization
    reading.save(update_fields=["mobilization"])
    record("reading.taken-over", f"reading:{reading.pk}", touched=[mobilization.key, "desk"], by=by)
    return mobilization


def _day(reading: Reading, chosen: Chosen, into: str, by: str) -> Mobilization:
    if into:
        known = Mobilization.objects.public().filter(slug=into).select_related("post").first()
        if known is None:
            raise ValidationError(_("This day of action is no longer shown."))
        return change_mobilization(post=known.post, details=missing_of(known, chosen), by=by)
    if not chosen.of(FactKind.NAME) or not chosen.of(FactKind.DATE):
        raise ValidationError(_("A new day of action needs a name and a date: tick one of each."))
    return call_day(wording=wording_of(reading, chosen), details=details_of(chosen))


def _demands(mobilization: Mobilization, chosen: Chosen, by: str) -> None:
    """What is demanded already is not demanded twice."""
    known = {normal(wording_in(demand, mobilization.post.language)) for demand in mobilization.demands.prefetch_related("wordings")}
    for fact in chosen.of(FactKind.DEMAND):
        if normal(fact.value["text"]) not in known:
            add_demand(mobilization=mobilization, text=fact.value["text"], language=mobilization.post.language, source=fact.address, by=by)


def _endorsements(mobilization: Mobilization, chosen: Chosen, by: str) -> None:
    bodies = Bodies(chosen, language=mobilization.post.language, by=by)
    stand = {endorsement.name for endorsement in Endorsement.objects.filter(mobilization=mobilization)}
    callers = {bodies.name_of(fact.value["body"]) for fact in chosen.of(FactKind.CALLER)}
    for fact in [*chosen.of(FactKind.CALLER), *chosen.of(FactKind.ENDORSER)]:
        name = bodies.name_of(fact.value["body"])
        if name not in stand:
            stand.add(name)
            endorse(
                mobilization=mobilization,
                name=name,
                organisation=bodies.organisation(name),
                calls=name in callers,
                source=fact.address,
                by=by,
            )
    bodies.make_the_rest()


def _belonging(reading: Reading, chosen: Chosen, mobilization: Mobilization) -> Iterable[Post]:
    """The posts that were read, and those to which a row or an event link leads."""
    linked = (find_post(fact.value["url"]) for fact in [*chosen.of(FactKind.EVENT), *chosen.of(FactKind.COVERAGE)] if fact.value["url"])
    posts = {post.pk: post for post in [*reading.posts.all(), *linked] if post and post.is_shown and post.pk != mobilization.post_id}
    return posts.values()
