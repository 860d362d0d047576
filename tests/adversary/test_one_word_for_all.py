"""A page is the same whichever page was made before it."""

import pytest
from django.utils.translation import override

from commonwire.press.bake import bake, printed_for, shelf
from commonwire.press.printing import Written
from tests import make

pytestmark = pytest.mark.django_db
RELEASE = "FOR IMMEDIATE RELEASE\n\nContact: Ada, 555\n\nQUAYSIDE, January 16 - The gate is shut.\n\n###"


@pytest.mark.parametrize("language", ["en", "es"])
def test_feeds_of_every_language_say_a_release_alike(language: str) -> None:
    make.post("A release", body=RELEASE, kind="press-release", language=language)
    bake(["newswire"])
    alone = {}
    for printed in printed_for(["newswire"]):
        if isinstance(printed, Written) and "/feed." in printed.path:
            with override(printed.language):
                alone[printed.path] = printed.content()
    assert len(alone) == 6
    assert {path: shelf().read(path) for path in alone} == alone
