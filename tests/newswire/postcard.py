"""A contribution as a room above would register it: a postcard about a post, with a table that only the tests have."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, ClassVar
from unittest.mock import patch

from django import forms
from django.core.exceptions import ValidationError
from django.db import connection, models, transaction
from django.test import override_settings

from commonwire.ledger import reacting
from commonwire.ledger.record import record
from commonwire.newswire import contributions
from commonwire.newswire.contribute import contribute
from commonwire.newswire.contributions import CONTRIBUTIONS, Contribution, Sealed, Told, register_contribution
from commonwire.newswire.models import Post
from commonwire.newswire.submission import Submission
from commonwire.press.slots import Fragment
from commonwire.site.models import PolicyParagraph, Site
from tests import make
from tests.newswire.companion import TEMPLATES

WORDS = {"greeting": "Wish you <were> here", "picture_side": "The quay & the sea", "byline": "Ada & Co"}


class Mail(Submission):
    # Without a constraint: tests that empty the tables of the house do not know this one.
    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="+", db_constraint=False)
    hidden_by = models.ForeignKey(PolicyParagraph, null=True, on_delete=models.PROTECT, related_name="+", db_constraint=False)
    greeting = models.CharField(max_length=200)
    picture_side = models.TextField(blank=True)

    class Meta:
        abstract = True
        app_label = "tests"

    def __str__(self) -> str:
        return self.greeting


class Postcard(Mail):
    objects: ClassVar[models.Manager["Postcard"]] = models.Manager()

    class Meta:
        app_label = "tests"


class Letter(Mail):
    objects: ClassVar[models.Manager["Letter"]] = models.Manager()

    class Meta:
        app_label = "tests"


def have_tables() -> None:
    there = connection.introspection.table_names()
    for model in (Postcard, Letter):
        if model._meta.db_table not in there:
            with connection.schema_editor() as editor:
                editor.create_model(model)


class PostcardForm(forms.Form):
    greeting = forms.CharField(max_length=60)
    picture_side = forms.CharField(required=False, widget=forms.Textarea)
    byline = forms.CharField(required=False)

    def __init__(self, *args: Any, site: Site, about: object, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)


@transaction.atomic
def _send(about: object, words: dict[str, Any], sealed: Sealed) -> Postcard:
    if words["greeting"] == "too late":
        raise ValidationError({"greeting": "The last post has left."})
    assert isinstance(about, Post)
    card = Postcard.objects.create(post=about, **words, **sealed.columns)
    record("postcard.held" if sealed.held else "postcard.added", f"postcard:{card.pk}", touched=["desk"] if sealed.held else [about.key])
    return card


def _change(card: Any, words: dict[str, Any]) -> None:
    for name, value in words.items():
        setattr(card, name, value)


def _erase(card: Any) -> None:
    card.greeting = card.picture_side = ""


@contextmanager
def postcards(**given: Any) -> Iterator[None]:
    """Registered for the time of a test."""
    contribution = Contribution(
        noun="postcard",
        model=Postcard,
        title="Send a postcard",
        form=PostcardForm,
        about=lambda word: Post.objects.all().public().filter(public_id=word).first(),
        make=_send,
        keys=lambda card: [card.post.key],  # type: ignore[attr-defined]
        told=lambda card: Told(card.greeting, card.picture_side, card.post.path, "postcard"),  # type: ignore[attr-defined]
        facts=lambda about, words, site: Fragment("rooms_above/postcard.html", {"card": words, "about": about}),
        template="rooms_above/postcard_fields.html",
        initial=lambda card: {name: getattr(card, name) for name in PostcardForm.base_fields},
        change=_change,
        erase=_erase,
        subject=lambda card: card.post,  # type: ignore[attr-defined]
        named=lambda about: (about.headline, about.path),  # type: ignore[attr-defined]
        related=("post",),
    )
    with (
        patch.dict(contributions.CONTRIBUTIONS, clear=True),
        patch.dict(reacting.REACTIONS),
        override_settings(TEMPLATES=TEMPLATES),
    ):
        register_contribution(Contribution(**{**vars(contribution), **given}))
        yield


def a_card(post: Post | None = None, *, held: bool = False, number: int = 0) -> Postcard:
    """One that somebody sent with `make.RECEIPT`."""
    sealed = Sealed(make.RECEIPT, f"{number:013}", "en", held)
    sent = contribute(contribution=CONTRIBUTIONS["postcard"], about=post or make.post(), words=dict(WORDS), sealed=sealed)
    assert isinstance(sent, Postcard)
    return sent
