"""What rooms above ask in the publish form: kinds of post that they add, and questions that stand beside every kind.

    register(Extra(kind="event", title=…, form=EventForm, attach=…, change=…, initial=…, facts=…))
    register_companion(Companion(name="about", form=AboutForm, attach=…, change=…, initial=…, facts=…))

For an `Extra` the publish form exists at `/publish/event/`, with preview, files and receipt as for any post. A `Companion` stands in
every publish form, or in those of its kinds. All of them share one form: choose names of fields that no other uses. What is asked
must also be answerable in a baked page, so a form made without data knows nothing of any request.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime

from django import forms
from django.utils.functional import Promise

from commonwire.chrome.frame import Feed
from commonwire.newswire.models import Post
from commonwire.newswire.words import STREAM
from commonwire.press.slots import Fragment
from commonwire.site.models import Site

Details = dict[str, object]  # what a form cleaned


@dataclass(frozen=True)
class Extra:
    kind: str
    title: "str | Promise"
    form: Callable[..., forms.Form]  # called with data or None, site=…, initial=…
    attach: Callable[[Post, Details], None]  # within publish_post's transaction
    change: Callable[[Post, Details], None]  # within a correction
    withdraw: Callable[[Post], None]  # within a withdrawal: erase what the row says
    initial: Callable[[Post], Details]
    facts: Callable[[Details, Site], Fragment | None]  # what the preview shows of it
    data: Callable[[Post, dict[str, object], Site], dict[str, object]]  # its schema.org data, from those of the article
    template: str  # the fieldset
    lasts: Callable[[Post], datetime] | None = None  # until when its receipt is needed; otherwise for the collective's hours
    lasts_told: "str | Promise" = ""  # the same in a sentence, for the preview
    path: Callable[[Post], str] | None = None  # an address of its own making, free at this moment; called before `attach`, and at release
    shows: tuple[str, ...] = ()  # page keys of what its empty form offers to choose from
    section: str = "newswire"  # of the site, in which its page stands
    feeds: Callable[[Post, Site], list[Feed]] | None = None  # beside its page


@dataclass(frozen=True)
class Companion:
    name: str
    form: Callable[..., forms.Form]  # as an Extra's; all below, too
    attach: Callable[[Post, Details], None]  # after that of the kind: the event is there
    change: Callable[[Post, Details], None]
    withdraw: Callable[[Post], None]
    initial: Callable[[Post], Details]
    facts: Callable[[Details, Site], Fragment | None]
    template: str
    kinds: Collection[str] | None = None  # None: all. The kinds of the stream share one form, in which one of them suffices
    prefill: Callable[[str], Details | None] | None = None  # from the WORD of `/publish/for/WORD/`; see below
    data: Callable[[Post, dict[str, object], Site], dict[str, object]] | None = None
    shows: tuple[str, ...] = ()


# What `prefill` returns is the initial of the companion's form. Two names in it mean more: "initial" is that of the publish form itself
# (`{"regions": ["coast"], "topics": [...]}`, by slug), "line" a sentence that stands on top. None: the word says nothing to it.

EXTRAS: dict[str, Extra] = {}
COMPANIONS: dict[str, Companion] = {}


def register(extra: Extra) -> None:
    EXTRAS[extra.kind] = extra


def register_companion(companion: Companion) -> None:
    COMPANIONS[companion.name] = companion


def askers(kind: str = "") -> list[Extra | Companion]:
    """Who asks something in the form of this kind, the kind's own room first. Empty: the form that reports and opinions share."""
    kinds = {kind} if kind and kind not in STREAM else set(STREAM)
    own = [EXTRAS[kind]] if kind in EXTRAS else []
    return [*own, *(each for each in COMPANIONS.values() if each.kinds is None or kinds & set(each.kinds))]
