"""Prepare the database and the first pages without serving them."""

import argparse

from commonwire.ops.prepare import prepare


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--example", action="store_true", help="load the example site when this is the first set-up")


def run(arguments: argparse.Namespace) -> int:
    prepare(arguments.example, lambda sentence: print(sentence, flush=True))
    return 0
