"""Looking in the world for the word: a TXT record, a file. No transaction is open meanwhile."""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

import dns.exception
import dns.resolver

from commonwire.base.fetch import Fetched, Refused, Unreachable, fetch
from commonwire.organisations.models import Organisation, Proof
from commonwire.organisations.rules import domain_of, host_of
from commonwire.organisations.words import Method

SECONDS, MOST_BYTES = 6.0, 64 * 1024
GONE = {404, 410}


class NoAnswer(Exception):
    """Nobody answered; whether the word is there is not known."""


def record_name(domain: str) -> str:
    return f"_commonwire.{domain}"


def file_address(host: str) -> str:
    return f"https://{host}/.well-known/commonwire.txt"


def ask_txt(name: str) -> list[str]:
    """The TXT records of a name, each whole; none where there is no such name."""
    try:
        answers = dns.resolver.Resolver().resolve(name, "TXT", lifetime=SECONDS)
    except (dns.resolver.NXDOMAIN, dns.resolver.NoAnswer):
        return []
    except dns.exception.DNSException as error:
        raise NoAnswer from error
    return [b"".join(each.strings).decode("utf-8", "replace") for each in answers]


@dataclass(frozen=True)
class World:
    """Where it is looked; tests give one of their own."""

    txt: Callable[[str], list[str]] = ask_txt
    file: Callable[..., Fetched] = fetch


def domain_that_says(proof: Proof, organisation: Organisation, world: World) -> str:
    """The domain whose holder published the word; empty when it is not there. Raises NoAnswer when nobody answered."""
    if proof.method == Method.DNS:
        domain = domain_of(organisation.website)
        said = world.txt(record_name(domain)) if domain else []
        return domain if _holds(said, proof.challenge) else ""
    hosts = dict.fromkeys([host_of(organisation.website), domain_of(organisation.website)])
    return next((host for host in hosts if host and _file_says(host, proof.challenge, world)), "")


def _file_says(host: str, challenge: str, world: World) -> bool:
    """A file to which the domain leads on elsewhere is not the domain's own; with and without www are one."""
    try:
        found = world.file(file_address(host), most_bytes=MOST_BYTES, seconds=SECONDS, accept="text/plain")
    except Unreachable as error:
        if error.status in GONE:
            return False
        raise NoAnswer from error
    except Refused:
        return False
    landed = (urlsplit(found.url).hostname or "").removeprefix("www.")
    return landed == host.removeprefix("www.") and _holds(found.content.decode("utf-8", "replace").splitlines(), challenge)


def _holds(lines: list[str], challenge: str) -> bool:
    """As a word of its own: nothing that merely contains it."""
    return any(challenge in line.replace('"', " ").split() for line in lines)
