"""Bake every page again, with progress."""

import argparse

from commonwire.ops.progress import along
from commonwire.press.bake import NotBaked, bake
from commonwire.press.edition import put_styles
from commonwire.press.printing import REGISTRY


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("keys", nargs="*", help="page keys such as post:12 or newswire; all when none is given")


def run(arguments: argparse.Namespace) -> int:
    put_styles()
    count, failed = 0, 0
    for key in along(arguments.keys or REGISTRY.everything(), "baking"):
        try:
            count += bake([key])
        except NotBaked:
            failed += 1
    print(f"{count} pages baked" + (f", {failed} keys failed: the lines above say why" if failed else ""))
    return 1 if failed else 0
