"""Show or change what the collective decides. `commonwire site name="The Harbor Wire" languages=en,es zone=Europe/Lisbon`."""

import argparse
import json
import sys

from django.core.exceptions import FieldDoesNotExist, ValidationError

from commonwire.site.decide import decide
from commonwire.site.models import Site
from commonwire.site.queries import the_site

CHANGEABLE = [field.name for field in Site._meta.fields if field.name not in ("id", "abouts")]


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("decisions", nargs="*", metavar="NAME=VALUE", help=f"one of {', '.join(CHANGEABLE)}")
    parser.add_argument("--json", action="store_true", help="print as JSON")


def run(arguments: argparse.Namespace) -> int:
    try:
        changes = dict(_read(text) for text in arguments.decisions)
        if changes:
            decide(**changes)
    except (ValueError, FieldDoesNotExist, ValidationError) as error:
        print(f"Not changed: {'; '.join(error.messages) if isinstance(error, ValidationError) else error}", file=sys.stderr)
        return 2
    decided = {name: getattr(the_site(), name) for name in CHANGEABLE}
    print(json.dumps(decided, ensure_ascii=False, indent=1) if arguments.json else "\n".join(f"{k}={v}" for k, v in decided.items()))
    return 0


def _read(text: str) -> tuple[str, object]:
    name, sign, value = text.partition("=")
    if not sign or name not in CHANGEABLE:
        raise ValueError(f"{text!r} is not NAME=VALUE with one of {', '.join(CHANGEABLE)}")
    if name == "languages":
        return name, [each.strip() for each in value.split(",") if each.strip()]
    if name in ("clock_24", "endorsements_held", "refuse_ai"):
        return name, value.lower() in ("1", "yes", "true")
    return name, value
