"""A day of action is published like any post, with its call, days, demands and numbers besides; and any post may be part of one."""

from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from commonwire.accounts.rules import may_edit
from commonwire.accounts.screens import Screen, register_screen
from commonwire.chrome.frame import Feed, feeds_of
from commonwire.mobilizations import contributions, receipt_acts  # noqa: F401  # they register what bodies may send, what receipts open
from commonwire.mobilizations.about import attach_about, change_about, facts_about, forget_about, initial_about, prefill_about
from commonwire.mobilizations.details import details_of, initial_of
from commonwire.mobilizations.forms import AboutForm, ActionForm
from commonwire.mobilizations.models import Mobilization
from commonwire.mobilizations.place_mobilization import DETAILS, change_mobilization, place_mobilization, remove_mobilization
from commonwire.mobilizations.queries import address_of, mobilization_of
from commonwire.mobilizations.rules import receipt_lasts
from commonwire.mobilizations.statements.waiting import all_that_wait
from commonwire.mobilizations.structured import action_data
from commonwire.newswire.kinds import Companion, Details, Extra, register, register_companion
from commonwire.newswire.models import Post
from commonwire.newswire.words import STREAM, Kind
from commonwire.press.slots import Fragment
from commonwire.site.models import Site


def _attach(post: Post, given: Details) -> None:
    place_mobilization(post=post, details=details_of(given))


def _change(post: Post, given: Details) -> None:
    change_mobilization(post=post, details=details_of(given))


def _withdraw(post: Post) -> None:
    remove_mobilization(post=post)


def _initial(post: Post) -> Details:
    mobilization = mobilization_of(post)
    return initial_of(mobilization) if mobilization else {}


def _facts(given: Details, site: Site) -> Fragment:
    details = details_of(given)
    mobilization = Mobilization(**{name: details[name] for name in DETAILS if details.get(name) is not None})
    context = {"mobilization": mobilization, "lines": details["demands"], "given": given}
    return Fragment("mobilizations/facts.html", context)


def _data(post: Post, data: dict[str, object], site: Site) -> dict[str, object]:
    mobilization = mobilization_of(post)
    return action_data(mobilization, data, site) if mobilization else data


def _feeds(post: Post, site: Site) -> list[Feed]:
    """Its reports, and one calendar of its rallies."""
    calendar = Feed(_("Calendar: %(name)s") % {"name": post.headline}, f"{post.path}calendar/calendar.ics", "text/calendar")
    return [*feeds_of(post.headline, post.path or ""), calendar]


def _lasts(post: Post) -> datetime:
    return receipt_lasts(Mobilization.objects.get(post=post))


register(
    Extra(
        kind=Kind.ACTION,
        title=gettext_lazy("Call a day of action"),
        form=ActionForm,
        attach=_attach,
        change=_change,
        withdraw=_withdraw,
        initial=_initial,
        facts=_facts,
        data=_data,
        template="mobilizations/fields.html",
        lasts=_lasts,
        lasts_told=gettext_lazy("Your receipt works until thirty days after the last day of this action."),
        path=address_of,
        section="actions",
        feeds=_feeds,
    )
)

register_companion(
    Companion(
        name="about",
        form=AboutForm,
        attach=attach_about,
        change=change_about,
        withdraw=forget_about,
        initial=initial_about,
        facts=facts_about,
        template="mobilizations/about_fields.html",
        kinds=(*STREAM, Kind.EVENT, Kind.FEATURE),
        prefill=prefill_about,
        shows=("actions",),
    )
)

register_screen(Screen("/desk/actions/", gettext_lazy("Days of action"), rule=may_edit, count=all_that_wait))
