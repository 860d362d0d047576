"""Endorsements and pledges as anyone may send them: by the newswire's door for contributions, with preview, receipt and holding."""

from datetime import date, datetime
from typing import cast

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from commonwire.base import clock
from commonwire.mobilizations.models import Endorsement, Mobilization, Pledge, Statement
from commonwire.mobilizations.queries import find_mobilization
from commonwire.mobilizations.rules import receipt_lasts, takes_part_in, waits_for_confirmation
from commonwire.mobilizations.statements.forms import EndorsementForm, PledgeForm
from commonwire.mobilizations.statements.say import endorse, take_pledge
from commonwire.mobilizations.statements.words import keys_of_statement
from commonwire.mobilizations.words import Standing
from commonwire.newswire.contributions import Contribution, Sealed, Told, Words, register_contribution
from commonwire.newswire.submission import Submission
from commonwire.organisations.queries import find_organisation
from commonwire.organisations.words import OrganisationKind
from commonwire.press.slots import Fragment
from commonwire.site.models import Site

BODIES_ONLY = gettext_lazy("For bodies and businesses: unions, associations, groups, shops. This site keeps no list of people.")


def _about(word: str) -> Mobilization | None:
    found = find_mobilization(word)
    return found if found and takes_part_in(found) else None


def _about_pledge(word: str) -> Mobilization | None:
    found = _about(word)
    return found if found and found.pledge_types.exists() else None


def _given(words: Words) -> dict[str, object]:
    return {
        "name": str(words["name"]),
        "kind": str(words["body_kind"]),
        "place": str(words["body_place"]),
        "statement": str(words["statement"]),
        "source": str(words["source"]),
        "since": cast(date | None, words["since"]),
    }


def _sealed(sealed: Sealed) -> dict[str, object]:
    return {"public_id": sealed.public_id, "language": sealed.language, "held": sealed.held, "receipt": sealed.receipt}


def _endorse(about: object, words: Words, sealed: Sealed) -> Endorsement:
    given = {**_given(words), **_sealed(sealed), "calls": bool(words["calls"])}
    return endorse(mobilization=cast(Mobilization, about), **given)  # type: ignore[arg-type]


def _pledge(about: object, words: Words, sealed: Sealed) -> Pledge:
    pledge_type = cast(Mobilization, about).pledge_types.get(slug=words["pledge"])
    return take_pledge(type=pledge_type, **_given(words), **_sealed(sealed))  # type: ignore[arg-type]


def _told(row: Submission) -> Told:
    statement = cast(Statement, row)
    mobilization = statement.day_of_action
    facts = [statement.kind_words, statement.place, str(statement.since or ""), statement.source]
    text = "\n".join([" · ".join(fact for fact in facts if fact), statement.statement]).strip()
    part, kind, about = "endorsements", _("endorsement"), mobilization.name
    if isinstance(statement, Pledge):
        part, kind, about = "pledges", _("pledge"), statement.type.name
    title = _("%(name)s, for %(action)s") % {"name": statement.name, "action": about}
    return Told(title, text, f"{mobilization.path}{part}/" if statement.is_shown else "", kind)


def _facts(about: object, words: Words, site: Site) -> Fragment:
    kind = OrganisationKind(str(words["body_kind"])).label
    pledge = cast(Mobilization, about).pledge_types.filter(slug=words.get("pledge") or "-").first()
    context = {"mobilization": about, "words": words, "kind": kind, "known": find_organisation(str(words["name"])), "pledge": pledge}
    return Fragment("mobilizations/statement_facts.html", context)


def _initial(row: Submission) -> Words:
    statement = cast(Statement, row)
    same = {name: getattr(statement, name) for name in ("name", "statement", "source", "since")}
    own = {"pledge": statement.type.slug} if isinstance(statement, Pledge) else {"calls": getattr(statement, "calls", False)}
    return {**same, "body_kind": statement.kind, "body_place": statement.place, **own}


def _change(row: Submission, words: Words) -> None:
    statement = cast(Statement, row)
    before = _initial(row)
    renamed = statement.name != words["name"]
    for name, value in _given(words).items():
        setattr(statement, name, value)
    if renamed:
        statement.organisation = find_organisation(statement.name)
    if isinstance(statement, Endorsement):
        statement.calls = bool(words["calls"])
    elif isinstance(statement, Pledge):
        statement.type = statement.day_of_action.pledge_types.get(slug=words["pledge"])
    if statement.standing == Standing.CONFIRMED and _initial(row) != before:
        _unconfirm(statement)


def _unconfirm(statement: Statement) -> None:
    """What somebody of the collective confirmed were the words before; who holds the receipt does not confirm the new ones."""
    statement.standing, statement.standing_day = Standing.CLAIMED, clock.now().date()
    statement.standing_note = _("Changed by its sender after it had been confirmed.")


def _erase(row: Submission) -> None:
    statement = cast(Statement, row)
    for name in ("name", "kind", "place", "statement", "source", "standing_note"):
        setattr(statement, name, "")
    statement.organisation = statement.since = statement.standing_day = None


def _lasts(row: Submission) -> datetime:
    return receipt_lasts(cast(Statement, row).day_of_action)


def _named(about: object) -> tuple[str, str]:
    mobilization = cast(Mobilization, about)
    return mobilization.name, mobilization.path


for noun, model, title, form, about, make, related in (
    ("endorsement", Endorsement, gettext_lazy("Endorse"), EndorsementForm, _about, _endorse, ("mobilization__post",)),
    ("pledge", Pledge, gettext_lazy("Take the pledge"), PledgeForm, _about_pledge, _pledge, ("type__mobilization__post",)),
):
    register_contribution(
        Contribution(
            noun=noun,
            model=model,
            title=title,
            form=form,
            about=about,
            make=make,
            keys=lambda row: keys_of_statement(cast(Statement, row)),
            told=_told,
            facts=_facts,
            template="mobilizations/statement_fields.html",
            initial=_initial,
            change=_change,
            erase=_erase,
            always_held=waits_for_confirmation,
            lasts=_lasts,
            subject=lambda row: cast(Statement, row).day_of_action,
            named=_named,
            standfirst=BODIES_ONLY,
            lasts_told=gettext_lazy("Your receipt works until thirty days after the last day of this action."),
            related=related,
        )
    )
