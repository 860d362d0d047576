"""What anyone may send about a day of action besides posts: entries for its ticker, estimates of how many came."""

from datetime import datetime
from typing import cast

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from commonwire.accounts.rules import may_edit
from commonwire.accounts.screens import Screen, register_screen
from commonwire.base import clock
from commonwire.coverage.about import About, find_about, subject_of
from commonwire.coverage.file_estimate import SAID, blank_estimate, change_estimate, file_estimate
from commonwire.coverage.forms import EntryForm, EstimateForm
from commonwire.coverage.keys import keys_of_entry, keys_of_estimate
from commonwire.coverage.models import Estimate, TickerEntry
from commonwire.coverage.organisers import OrganisersForm, check_for_organisers, has_entries
from commonwire.coverage.queries import count_open
from commonwire.coverage.send_entry import blank, change_words, send_entry
from commonwire.coverage.words import EntryState
from commonwire.newswire.contributions import Contribution, Sealed, Told, Words, register_contribution
from commonwire.newswire.receipt_acts import ReceiptAct, register_act
from commonwire.newswire.submission import Submission
from commonwire.press.slots import Fragment
from commonwire.site.models import Site

RELATED = ("mobilization__post", "rally__post", "rally__event")


def _named(about: object) -> tuple[str, str]:
    of = cast(About, about)
    return of.title, of.address


def _subject(row: Submission) -> About:
    return subject_of(cast(TickerEntry | Estimate, row))


def _send(about: object, words: Words, sealed: Sealed) -> Submission:
    of = cast(About, about)
    text, place, at = str(words["text"]), str(words["place"]), cast(datetime | None, words["at"])
    return send_entry(mobilization=of.mobilization, rally=of.rally, text=text, place=place, at=at, sealed=sealed)


def _entry_keys(row: Submission) -> list[str]:
    entry = cast(TickerEntry, row)
    return keys_of_entry(entry.mobilization, entry.rally, entry.at)


def _entry_told(row: Submission) -> Told:
    entry = cast(TickerEntry, row)
    address = f"{entry.mobilization.path}live/#{entry.anchor}" if entry.is_shown else ""
    place = f"{entry.place}: " if entry.place else ""
    return Told(title=entry.mobilization.name, text=f"{place}{entry.text}", address=address, kind=_("ticker entry"))


def _entry_facts(about: object, words: Words, site: Site) -> Fragment:
    at = cast(datetime | None, words["at"]) or clock.minute()
    entry = TickerEntry(text=str(words["text"]), place=str(words["place"]), at=at, state=EntryState.UNVERIFIED)
    return Fragment("coverage/entry_preview.html", {"entry": entry})


def _entry_initial(row: Submission) -> Words:
    entry = cast(TickerEntry, row)
    return {"text": entry.text, "place": entry.place, "at": subject_of(entry).on_its_clock(entry.at)}


register_contribution(
    Contribution(
        noun="tickerentry",
        word="ticker",
        model=TickerEntry,
        title=gettext_lazy("Send an entry for the ticker"),
        standfirst=gettext_lazy("One thing that happens, in one or two sentences. It is shown as unverified until somebody confirms it."),
        form=EntryForm,
        about=find_about,
        make=_send,
        keys=_entry_keys,
        told=_entry_told,
        facts=_entry_facts,
        template="coverage/entry_fields.html",
        initial=_entry_initial,
        change=lambda row, words: change_words(cast(TickerEntry, row), words),
        erase=lambda row: blank(cast(TickerEntry, row)),
        subject=_subject,
        named=_named,
        related=RELATED,
    )
)


def _file(about: object, words: Words, sealed: Sealed) -> Submission:
    of = cast(About, about)
    said = {name: words[name] for name in SAID}
    return file_estimate(mobilization=of.mobilization, rally=of.rally, sealed=sealed, **said)  # type: ignore[arg-type]


def _estimate_keys(row: Submission) -> list[str]:
    estimate = cast(Estimate, row)
    return keys_of_estimate(estimate.mobilization, estimate.rally)


def _estimate_told(row: Submission) -> Told:
    estimate = cast(Estimate, row)
    words = {"low": estimate.low, "high": estimate.high, "sayer": estimate.get_said_by_display(), "method": estimate.get_method_display()}
    said = _("%(low)d to %(high)d, say %(sayer)s; %(method)s.") % words
    address = f"{estimate.mobilization.path}turnout/" if estimate.is_shown else ""
    text = "\n".join(filter(None, [said, estimate.source, estimate.note]))
    return Told(title=subject_of(estimate).title, text=text, address=address, kind=_("estimate of turnout"))


def _estimate_facts(about: object, words: Words, site: Site) -> Fragment:
    estimate = Estimate(**{name: words[name] for name in SAID})
    return Fragment("coverage/estimate_preview.html", {"estimate": estimate})


def _estimate_initial(row: Submission) -> Words:
    estimate = cast(Estimate, row)
    at = subject_of(estimate).on_its_clock(estimate.at) if estimate.at else ""
    return {name: getattr(estimate, name) for name in SAID} | {"at": at}


register_contribution(
    Contribution(
        noun="estimate",
        model=Estimate,
        title=gettext_lazy("Say how many came"),
        standfirst=gettext_lazy("A range is more honest than a number. What organisers, police, press and counts say is kept apart."),
        form=EstimateForm,
        about=find_about,
        make=_file,
        keys=_estimate_keys,
        told=_estimate_told,
        facts=_estimate_facts,
        template="coverage/estimate_fields.html",
        initial=_estimate_initial,
        change=lambda row, words: change_estimate(cast(Estimate, row), words),
        erase=lambda row: blank_estimate(cast(Estimate, row)),
        subject=_subject,
        named=_named,
        related=RELATED,
    )
)

register_act(
    ReceiptAct("ticker", gettext_lazy("Say how sure an entry of the ticker is"), has_entries, OrganisersForm, check_for_organisers),
)
register_screen(Screen("/desk/coverage/", gettext_lazy("Coverage"), rule=may_edit, count=count_open))
register_screen(Screen("/desk/ticker/", gettext_lazy("Tickers")))
register_screen(Screen("/desk/turnout/", gettext_lazy("Turnout"), rule=may_edit))
