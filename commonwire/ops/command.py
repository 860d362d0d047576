"""The one console script: `commonwire VERB …`. Each verb is a file of this room with HELP, configure and run."""

import argparse
import os
import sys
from importlib import import_module

from commonwire.environment import WrongSetting, read_environment

VERBS = {
    "serve": "serve",
    "work": "work",
    "setup": "setup",
    "demo": "load_demo",
    "take-in": "take_in",
    "site": "site",
    "invite": "invite",
    "bake": "bake",
    "check": "check",
    "translate": "translate",
}

WITHOUT_HOUSE = {"serve"}  # the supervisor stays small: its children stand up the house


def main(arguments: list[str] | None = None) -> int:
    """Exit codes: 0 done, 1 done but something is wrong, 2 not understood, 3 somebody else is at it."""
    given = sys.argv[1:] if arguments is None else arguments
    try:
        read_environment()
    except WrongSetting as error:
        print(error, file=sys.stderr)
        return 2
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "commonwire.settings")
    wanted = given[0] if given and given[0] in VERBS else None
    if wanted and wanted not in WITHOUT_HOUSE:
        stand_up()
    parsed = _parser(wanted).parse_args(given)
    return int(parsed.run(parsed))


def stand_up() -> None:
    """Load every room."""
    import django  # late: `--help` and a wrong setting need no house

    django.setup()


def _parser(wanted: str | None) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="commonwire", description="An open-publishing newswire.")
    verbs = parser.add_subparsers(metavar="VERB", required=True)
    for name, file in VERBS.items():
        if wanted is None:
            verbs.add_parser(name, help=HELPS[name])
        elif name == wanted:
            module = import_module(f"commonwire.ops.{file}")
            verb = verbs.add_parser(name, help=HELPS[name], description=module.__doc__)
            module.configure(verb)
            verb.set_defaults(run=module.run)
    return parser


# Said here, so that `commonwire --help` needs no room to stand.
HELPS = {
    "serve": "serve the site: readers, app and worker in one",
    "work": "run the worker alone",
    "setup": "prepare the database and the first pages; print the first steward's sign-in",
    "demo": "load the example site",
    "take-in": "take in pages of another site from their text, and report what each line became",
    "site": "show or change what the collective decides: name, zone, languages …",
    "invite": "make an invitation for a member",
    "bake": "bake every page again",
    "check": "check ledger, pages and media against the database",
    "translate": "for developers: extract, compare and compile the translations",
}


if __name__ == "__main__":
    sys.exit(main())
