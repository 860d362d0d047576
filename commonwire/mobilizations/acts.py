"""What can be done to a day of action after it was called: by its author with the receipt, or at the desk. Each written once."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from commonwire.mobilizations import forms_of_acts as ask
from commonwire.mobilizations.belong import How, leave, let_belong
from commonwire.mobilizations.demands.change_demand import set_demand_state
from commonwire.mobilizations.demands.translate_demands import translate_demands
from commonwire.mobilizations.models import Mobilization
from commonwire.mobilizations.name_rally import name_rally
from commonwire.mobilizations.pledges.add_pledge_type import add_pledge_type
from commonwire.mobilizations.put_on_front import put_on_front
from commonwire.mobilizations.set_phase import set_phase
from commonwire.mobilizations.statements.settle_statement import confirm, mark_broken, name_the_body, stand_down
from commonwire.mobilizations.words import DemandState, Phase
from commonwire.newswire.correct import correct_post
from commonwire.newswire.models import Post
from commonwire.newswire.wording import COLUMNS, Wording

Given = dict[str, Any]


@dataclass(frozen=True)
class Act:
    code: str
    label: "str | Promise"
    form: Callable[..., forms.Form]  # form(data or None, mobilization=…)
    do: Callable[[Mobilization, Given, str], object]  # what the form cleaned; `member:3`, or nothing for the author
    done: "str | Promise"
    by_author: bool = False


def _words(mobilization: Mobilization, given: Given, by: str) -> object:
    fresh = {name: given[name] for name in ("headline", "summary", "body")}
    return correct_post(post=mobilization.post, wording=replace(_wording_of(mobilization.post), **fresh), by=by)


def _wording_of(post: Post) -> Wording:
    return Wording(
        **{name: getattr(post, name) for name in COLUMNS},
        kind=post.kind,
        further_media=[(each.title, each.url) for each in post.further_media.all()],
        regions=list(post.regions.all()),
        topics=list(post.topics.all()),
    )


def _phase(mobilization: Mobilization, given: Given, by: str) -> object:
    return set_phase(mobilization=mobilization, phase=Phase(given["phase"]) if given["phase"] else None, by=by)


def _front(mobilization: Mobilization, given: Given, by: str) -> object:
    return put_on_front(mobilization=mobilization, on_front=bool(given["on_front"]), by=by)


def _demand(mobilization: Mobilization, given: Given, by: str) -> object:
    demand = mobilization.demands.get(number=given["demand"])
    state = DemandState(given["demand_state"])
    return set_demand_state(demand=demand, state=state, source=given["state_source"], day=given["state_day"], by=by)


def _translate(mobilization: Mobilization, given: Given, by: str) -> object:
    return translate_demands(mobilization=mobilization, language=given["demand_language"], texts=given["translations"], by=by)


def _pledge_type(mobilization: Mobilization, given: Given, by: str) -> object:
    return add_pledge_type(mobilization=mobilization, name=given["pledge_name"], terms=given["pledge_terms"], by=by)


def _belong(mobilization: Mobilization, given: Given, by: str) -> object:
    return let_belong(post=given["belonging"], mobilization=mobilization, rally=given["belonging_code"], how=How.EDITOR, by=by)


def _leave(mobilization: Mobilization, given: Given, by: str) -> object:
    return leave(post=given["leaving"], mobilization=mobilization, by=by)


def _name_rally(mobilization: Mobilization, given: Given, by: str) -> object:
    return name_rally(mobilization=mobilization, place=given["named_place"], source=given["named_source"], by=by)


def _settle(mobilization: Mobilization, given: Given, by: str) -> object:
    statement, note = given["said"], given["settle_note"]
    match given["settle"]:
        case "confirm":
            return confirm(statement=statement, note=note, organisation=given["profile"], by=by)
        case "break":
            return mark_broken(statement=statement, note=note, day=given["settle_day"], by=by)
        case "stand-down":
            return stand_down(statement=statement, note=note, day=given["settle_day"], by=by)
    return name_the_body(statement=statement, organisation=given["profile"], by=by)


ACTS = [
    Act("phase", _("Say in which phase it is"), ask.PhaseForm, _phase, _("The phase is set."), by_author=True),
    Act("demand", _("Say how far a demand is met"), ask.DemandStateForm, _demand, _("The state of the demand is changed."), by_author=True),
    Act("translate", _("Translate the demands"), ask.TranslationForm, _translate, _("The translation is kept."), by_author=True),
    Act("pledge-type", _("Add or change a pledge"), ask.PledgeTypeForm, _pledge_type, _("The pledge is kept."), by_author=True),
    Act("words", _("Change name and call"), ask.WordsForm, _words, _("The call is changed.")),
    Act("front", _("Front page"), ask.FrontForm, _front, _("The front page is changed.")),
    Act("belong", _("Let a post belong to it"), ask.BelongForm, _belong, _("It belongs to this day of action now.")),
    Act("leave", _("Take it out"), ask.LeaveForm, _leave, _("It belongs to this day of action no more.")),
    Act("named", _("Note a rally that was spoken of"), ask.NamedRallyForm, _name_rally, _("It is noted.")),
    Act("settle", _("Confirm, or note what became of it"), ask.SettleForm, _settle, _("It is noted.")),
]
