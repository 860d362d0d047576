"""From nothing, or from an older version, to a house that can be served."""

from collections.abc import Callable

from django.core.management import call_command
from django.db import transaction

from commonwire.accounts.invite import first_steward_link
from commonwire.ledger.models import Due
from commonwire.media import quarantine
from commonwire.press.edition import open_edition
from commonwire.site.models import PolicyParagraph, Site
from commonwire.site.queries import the_site

BAKING = r"\.reactions\.(bake|print)_"  # reactions that do nothing but bake are called so
Say = Callable[[str], None]


def prepare(example: bool, say: Say) -> None:
    """Migrate, set up, load the example on a first start, bake. Safe to run at every start, and after a kill at any point."""
    say("Preparing the database …")
    call_command("migrate", verbosity=0, interactive=False)
    quarantine.empty()
    first = not Site.objects.exists()
    if not (first and example):
        set_up()
    else:
        from commonwire.ops.load_demo import load_example  # late: a site without the example never reads it

        load_example(say)
        # The first edition bakes every page; what the example's acts owe the press would bake them all again.
        Due.objects.filter(reaction__regex=BAKING).delete()
    open_edition(say)
    link = first_steward_link()
    if link:
        say(f"First steward: sign in once at {the_site().address(link)}")


@transaction.atomic
def set_up() -> None:
    """The site's one row and a policy to begin with."""
    Site.objects.get_or_create(pk=1)
    if PolicyParagraph.objects.exists():
        return
    for position, (code, titles, sentences, removes) in enumerate(FIRST_POLICY):
        PolicyParagraph.objects.create(code=code, position=position, titles=titles, sentences=sentences, removes=removes)


# What a collective may begin with; in each language of the shipped pages.
FIRST_POLICY = [
    (
        "spam",
        {"en": "Advertising and spam", "es": "Publicidad y correo basura"},
        {"en": "It advertises something, or it was sent in bulk.", "es": "Anuncia algo o se envió en masa."},
        False,
    ),
    (
        "personal-data",
        {"en": "Personal data", "es": "Datos personales"},
        {
            "en": "It tells where somebody lives, works or goes, or other things about them that are nobody's business.",
            "es": "Dice dónde vive, trabaja o se mueve alguien, u otras cosas que no incumben a nadie.",
        },
        True,
    ),
    (
        "hate",
        {"en": "Hatred", "es": "Odio"},
        {"en": "It attacks people for what they are.", "es": "Ataca a personas por lo que son."},
        False,
    ),
    (
        "duplicate",
        {"en": "Duplicate", "es": "Duplicado"},
        {"en": "The same report already stands on the newswire.", "es": "La misma noticia ya está publicada."},
        False,
    ),
    (
        "false",
        {"en": "Shown to be false", "es": "Desmentido"},
        {"en": "Its main claim has been shown to be false.", "es": "Se ha demostrado que su afirmación principal es falsa."},
        False,
    ),
    (
        "illegal",
        {"en": "Content that nobody may keep", "es": "Contenido que nadie puede guardar"},
        {"en": "We are not allowed to keep this.", "es": "No se nos permite guardar esto."},
        True,
    ),
]
