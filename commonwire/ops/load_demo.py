"""Load the example site: the newswire of a coast town that does not exist, dated from today. Only into a site without posts."""

import argparse
import sys
from collections.abc import Callable

from django.db import transaction

from commonwire.newswire.models import Post
from commonwire.ops.demo.content import read_content
from commonwire.ops.demo.loading.example import Example
from commonwire.ops.example_files import ExamplePictures
from commonwire.ops.prepare import set_up
from commonwire.press.edition import open_edition


def configure(parser: argparse.ArgumentParser) -> None:
    pass


def run(arguments: argparse.Namespace) -> int:
    if Post.objects.exists():
        print("This site already has posts; the example is only for an empty one.", file=sys.stderr)
        return 2
    load_example(lambda sentence: print(sentence, flush=True))
    open_edition()
    return 0


def load_example(say: Callable[[str], None]) -> None:
    """Everything in one transaction: an example that was interrupted leaves nothing and begins anew. Pictures are cleaned before."""
    content = read_content()
    say("Drawing the example's pictures …")
    pictures = ExamplePictures(content)
    say("Loading the example site …")
    with transaction.atomic():
        set_up()  # with the example, so that a start that was interrupted is still a first one
        Example(content, pictures).load()
