"""What strangers send in about something, besides posts, parts and comments: an endorsement, a pledge, an estimate, a profile.

    register_contribution(Contribution(noun="endorsement", model=Endorsement, title=_("Endorse"), form=…, about=…, make=…, …))

The room above brings a form and a row; from here come the address `/send/NOUN/ABOUT/`, the preview with a receipt, holding, the case at
the desk, hiding, and what a receipt opens. Links to it: `{% at "/send/endorsement/" %}{{ mobilization.slug }}/`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django import forms
from django.utils.functional import Promise

from commonwire.base import clock
from commonwire.newswire.erasing import scrub_after
from commonwire.newswire.submission import Submission
from commonwire.newswire.words import Visibility
from commonwire.press.slots import Fragment
from commonwire.site.models import Site

Words = dict[str, object]  # what the form cleaned
NOTHING = "-"  # in the address, for what is about nothing that is there already


@dataclass(frozen=True)
class Sealed:
    """What comes with the words: from the draft, and from the collective's level of admission."""

    receipt: str
    public_id: str
    language: str
    held: bool

    @property
    def columns(self) -> dict[str, object]:
        """For the row: `Endorsement(**sealed.columns, name=…)`. The receipt is kept by `contribute`."""
        return {
            "public_id": self.public_id,
            "language": self.language,
            "visibility": Visibility.HELD if self.held else Visibility.SHOWN,
            "sent": clock.hour() if self.held else clock.minute(),
        }


@dataclass(frozen=True)
class Told:
    """A contribution as the desk and its author are told of it."""

    title: str
    text: str
    address: str  # where readers see it, or empty
    kind: str


@dataclass(frozen=True)
class Contribution:
    noun: str  # in the ledger and in the address: the model's name in lower case
    model: type[Submission]
    title: "str | Promise"
    form: Callable[..., forms.Form]  # form(data or None, site=…, about=…, initial=…)
    about: Callable[[str], object | None]  # from the word in the address; None is 404, also for what readers may not see
    make: Callable[[object, Words, Sealed], Submission]  # the verb; it records `NOUN.added` or `NOUN.held`
    keys: Callable[[Submission], list[str]]  # of the pages on which it stands when shown
    told: Callable[[Submission], Told]
    facts: Callable[[object, Words, Site], Fragment]  # what the preview shows
    template: str  # the fields, included with `form`, `about` and `site`
    initial: Callable[[Submission], Words]
    change: Callable[[Submission, Words], None]  # on this very row, which is saved afterwards
    erase: Callable[[Submission], None]  # blank its words, on this very row; delete what hangs on it
    always_held: Callable[[Site], bool] = lambda site: False
    lasts: Callable[[Submission], datetime] | None = None  # until when its receipt is needed; otherwise the collective's hours
    subject: Callable[[Submission], object] | None = None  # what a row is about, for the form of its correction; otherwise None is given
    named: Callable[[object], tuple[str, str]] | None = None  # title and address of what it is about
    standfirst: "str | Promise" = ""
    lasts_told: "str | Promise" = ""  # how long the receipt lasts, in a sentence, where `lasts` says
    word: str = ""  # in the address, where the noun reads badly
    related: tuple[str, ...] = ()  # what `told` reads of other rows, for select_related


CONTRIBUTIONS: dict[str, Contribution] = {}


def register_contribution(contribution: Contribution) -> None:
    if contribution.noun != contribution.model._meta.model_name:
        raise ValueError(f"{contribution.noun} is not the name of {contribution.model.__name__}")
    CONTRIBUTIONS[contribution.noun] = contribution
    scrub_after(contribution.noun, contribution.model._meta.db_table)


def by_word(word: str) -> Contribution | None:
    """By what stands in the address."""
    return next((each for each in CONTRIBUTIONS.values() if word == (each.word or each.noun)), CONTRIBUTIONS.get(word))


def contribution_of(submission: Submission) -> Contribution | None:
    """Its registration; None for posts, parts and comments."""
    return CONTRIBUTIONS.get(str(submission._meta.model_name))


def registered(submission: Submission) -> Contribution:
    """As `contribution_of`, for what must be one."""
    found = contribution_of(submission)
    if found is None:
        raise TypeError(f"{type(submission).__name__} is no contribution")
    return found


def words_of(words: Words) -> str:
    """Everything typed, for those who look for links in it."""
    return " ".join(value for value in words.values() if isinstance(value, str))
