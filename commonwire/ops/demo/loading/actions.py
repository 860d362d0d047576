"""Days of action: called, with what they demand; and, once posts and events stand, what bodies said of them."""

from commonwire.mobilizations.call_day import call_day
from commonwire.mobilizations.demands.change_demand import add_demand, reword_demand, set_demand_state
from commonwire.mobilizations.models import DemandState, DemandWording, Mobilization, Standing, Statement
from commonwire.mobilizations.name_rally import name_rally
from commonwire.mobilizations.place_mobilization import DETAILS
from commonwire.mobilizations.pledges.add_pledge_type import add_pledge_type
from commonwire.mobilizations.put_on_front import put_on_front
from commonwire.mobilizations.statements.say import endorse, take_pledge
from commonwire.mobilizations.statements.settle_statement import confirm, mark_broken, stand_down
from commonwire.newswire.wording import Wording
from commonwire.ops.demo import nouns_actions
from commonwire.ops.demo.loading.organisations import Signatures, prove
from commonwire.ops.demo.loading.town import Town

SETTLED = (Standing.CONFIRMED, Standing.WITHDRAWN, Standing.BROKEN)
SAID_SO = set(DETAILS) - {"names", "first_day", "last_day", "further_days", "zone", "ways"}


def call_action(town: Town, given: nouns_actions.Action) -> Mobilization:
    wording = Wording(
        headline=given.title,
        body=given.text,
        byline=given.byline,
        language=given.language,
        kind="action",
        related_url=given.related,
        regions=town.regions_of(given.regions),
        topics=town.topics_of(given.topics),
    )
    details: dict[str, object] = {name: getattr(given, name) for name in SAID_SO}
    details |= {"names": list(given.names), "ways": list(given.ways)}
    details |= {"first_day": town.day(given.day), "zone": town.content.site.zone}
    files = [town.pictures.take(given.picture, alt=given.alt, caption=given.caption)]
    mobilization = call_day(wording=wording, details=details, files=files, published=town.ago(given.ago))
    if given.on_front:
        put_on_front(mobilization=mobilization)
    return mobilization


def hear_what_is_said(town: Town, given: nouns_actions.Action, signatures: Signatures) -> None:
    mobilization = town.actions[given.key]
    for demand in given.demand:
        _demand(town, mobilization, given, demand)
    for said in given.endorsement:
        words = _words(town, said)
        _settle(town, endorse(mobilization=mobilization, calls=said.calls, **words), said, signatures)  # type: ignore[arg-type]
    for promise in given.pledge:
        pledge_type = add_pledge_type(mobilization=mobilization, name=promise.name, terms=promise.terms)
        for said in promise.taken:
            _settle(town, take_pledge(type=pledge_type, **_words(town, said)), said, signatures)  # type: ignore[arg-type]
    for spoken in given.spoken:
        name_rally(mobilization=mobilization, place=spoken.place, source=town.anchor(spoken.post, spoken.paragraph))


def _demand(town: Town, mobilization: Mobilization, action: nouns_actions.Action, given: nouns_actions.Demand) -> None:
    language = action.language
    demand = add_demand(mobilization=mobilization, text=given.before or given.text, language=language, to_whom=given.to)
    wordings = DemandWording.objects.filter(demand=demand)
    wordings.update(at=town.ago(action.ago))
    if given.before and given.reworded_ago:
        reword_demand(demand=demand, text=given.text, language=language)
        wordings.filter(version=2).update(at=town.ago(given.reworded_ago))
    if given.text_es:
        reword_demand(demand=demand, text=given.text_es, language="es")
    if given.state != DemandState.OPEN:
        source = town.path(given.state_source)
        set_demand_state(demand=demand, state=DemandState(given.state), source=source, day=town.day(given.state_day))


def _words(town: Town, said: nouns_actions.Said) -> dict[str, object]:
    """What a body without a profile sent stands as it was sent."""
    organisation = town.organisations.get(said.body)
    return {
        "name": organisation.name if organisation else said.name,
        "organisation": organisation,
        "kind": organisation.kind if organisation else said.kind,
        "place": organisation.place if organisation else said.place,
        "statement": said.statement,
        "source": said.source,
        "since": None if said.since is None else town.day(said.since),
        "language": said.language,
        "held": said.standing == "held",
    }


def _settle(town: Town, statement: Statement, said: nouns_actions.Said, signatures: Signatures) -> None:
    if said.standing in SETTLED:
        _say_what_became_of_it(statement, said)
        settled = town.day((said.since or 0) if said.standing == "confirmed" else min(0, (said.since or 0) + 4))
        type(statement)._default_manager.filter(pk=statement.pk).update(standing_day=settled)
    if said.proof:
        prove(town, said.body, statement, said.proof, signatures)


def _say_what_became_of_it(statement: Statement, said: nouns_actions.Said) -> None:
    match said.standing:
        case Standing.CONFIRMED:
            confirm(statement=statement, note=said.note)
        case Standing.WITHDRAWN:
            stand_down(statement=statement, note=said.note)
        case Standing.BROKEN:
            mark_broken(statement=statement, note=said.note)
