"""Make an invitation for a member of the collective; whoever opens its address first chooses handle and password."""

import argparse

from commonwire.accounts.invite import invite_member
from commonwire.site.queries import the_site


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("role", choices=["moderator", "editor", "steward"])


def run(arguments: argparse.Namespace) -> int:
    print(the_site().address(f"/desk/join/{invite_member(role=arguments.role)}/"))
    return 0
