"""Kinds of post that rooms above add: an event has a time and a place, a day of action its call. They bring a form and a row.

    register(Extra(kind="event", title=…, form=EventForm, attach=…, change=…, initial=…, facts=…))

The publish form then exists at `/publish/event/`, with preview, files and receipt as for any post.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django import forms
from django.utils.functional import Promise

from commonwire.newswire.models import Post
from commonwire.press.slots import Fragment
from commonwire.site.models import Site


@dataclass(frozen=True)
class Extra:
    kind: str
    title: "str | Promise"
    form: Callable[..., forms.Form]  # called with data or None, site=…, initial=…
    attach: Callable[[Post, dict[str, object]], None]  # within publish_post's transaction
    change: Callable[[Post, dict[str, object]], None]  # within a correction
    withdraw: Callable[[Post], None]  # within a withdrawal: erase what the row says
    initial: Callable[[Post], dict[str, object]]
    facts: Callable[[dict[str, object], Site], Fragment]  # what the preview shows of it
    data: Callable[[Post, dict[str, object], Site], dict[str, object]]  # its schema.org data, from those of the article
    template: str  # the fieldset


EXTRAS: dict[str, Extra] = {}


def register(extra: Extra) -> None:
    EXTRAS[extra.kind] = extra
