"""From nothing, or from an older version, to a house that can be served."""

from collections.abc import Callable

from django.core.management import call_command
from django.db import transaction

from commonwire.accounts.invite import first_steward_link
from commonwire.media import quarantine
from commonwire.press.edition import open_edition
from commonwire.site.models import PolicyParagraph, Site
from commonwire.site.queries import the_site

Say = Callable[[str], None]


def prepare(example: bool, say: Say) -> None:
    """Migrate, set up, load the example on a first start, bake. Safe to run at every start, and after a kill at any point."""
    say("Preparing the database …")
    call_command("migrate", verbosity=0, interactive=False)
    quarantine.empty()
    first = not Site.objects.exists()
    set_up()
    if first and example:
        from commonwire.ops.load_demo import load_example  # late: a site without the example never reads it

        load_example(say)
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
    for position, (code, title, sentence, removes) in enumerate(FIRST_POLICY):
        PolicyParagraph.objects.create(code=code, position=position, title=title, sentence=sentence, removes=removes)


FIRST_POLICY = [
    ("spam", "Advertising and spam", "It advertises something, or it was sent in bulk.", False),
    ("personal-data", "Personal data", "It tells where somebody lives, works or goes, or other things about them that are nobody's business.", True),
    ("hate", "Hatred", "It attacks people for what they are.", False),
    ("duplicate", "Duplicate", "The same report already stands on the newswire.", False),
    ("false", "Shown to be false", "Its main claim has been shown to be false.", False),
    ("illegal", "Content that nobody may keep", "We are not allowed to keep this.", True),
]
