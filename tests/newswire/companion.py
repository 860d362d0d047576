"""A companion as a room above would register it: it asks where a post belongs, and keeps it in a dictionary."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.test import override_settings

from commonwire.newswire import kinds
from commonwire.newswire.kinds import Companion, register_companion
from commonwire.newswire.models import Post
from commonwire.press.slots import Fragment
from commonwire.site.models import Site

TEMPLATES = [{**settings.TEMPLATES[0], "DIRS": [Path(__file__).parent / "templates"]}]
BELONGS: dict[int, str] = {}  # what the room above keeps of a post
CODES = {"rally7": {"march": "quay march", "initial": {"regions": ["coast"]}, "line": "You report from the quay march."}}


class MarchForm(forms.Form):
    march = forms.CharField(required=False, max_length=30)

    def __init__(self, *args: Any, site: Site, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.site = site

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("march") == "none such":
            raise ValidationError("There is no such march.")
        return given


def _attach(post: Post, details: dict[str, Any]) -> None:
    if details["march"]:
        BELONGS[post.pk] = details["march"]


def _change(post: Post, details: dict[str, Any]) -> None:
    BELONGS.pop(post.pk, None)
    _attach(post, details)


def _withdraw(post: Post) -> None:
    BELONGS.pop(post.pk, None)


@contextmanager
def companion(**given: Any) -> Iterator[None]:
    """Registered for the time of a test, with templates that need no file."""
    BELONGS.clear()
    before = dict(kinds.COMPANIONS)
    made = Companion(
        name="march",
        form=MarchForm,
        attach=_attach,
        change=_change,
        withdraw=_withdraw,
        initial=lambda post: {"march": BELONGS.get(post.pk, "")},
        facts=lambda details, site: Fragment("rooms_above/march.html", details) if details["march"] else None,
        template="rooms_above/march_fields.html",
        **{"prefill": CODES.get, **given},
    )
    kinds.COMPANIONS.clear()
    register_companion(made)
    try:
        with override_settings(TEMPLATES=TEMPLATES):
            yield
    finally:
        kinds.COMPANIONS.clear()
        kinds.COMPANIONS.update(before)
