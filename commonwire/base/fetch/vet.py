"""From what somebody typed to a name, a port, and addresses to which a connection may be opened."""

import re
from collections.abc import Callable
from dataclasses import dataclass

import dns.exception
import dns.name
import dns.resolver
from django.utils.translation import gettext as _

from commonwire.base.fetch.trouble import Refused, Unreachable
from commonwire.base.links import safe_href

PORTS = {"http": 80, "https": 443}
MOST_ADDRESSES = 64  # that a name may have
# Names that mean another machine to everybody who asks.
_OF_ONE_NETWORK = ("localhost", "local", "internal", "intranet", "lan", "home", "corp", "arpa", "onion", "i2p", "alt")
_WEB = re.compile(r"(https?)://([a-z0-9._-]+)(?::([0-9]{1,5}))?([/?][!-~]*)?(?:#[!-~]*)?", re.ASCII)
_NUMBER = re.compile(r"(?:\d+|0x[0-9a-f]*)")  # in the digits of any script

Resolve = Callable[[str, float], list[str]]


@dataclass(frozen=True)
class Place:
    """Where a URL leads: `name` in ASCII, `path` with its query, as a request says them."""

    scheme: str
    name: str
    port: int
    path: str

    @property
    def url(self) -> str:
        return f"{self.scheme}://{self.name}{self.path}"


def place_of(url: str, *, plain_http: bool) -> Place:
    """A name and a usual port, or Refused. A number is no name, however it is spelled."""
    href = safe_href(url)
    found = _WEB.fullmatch(href) if href else None
    if not found:
        raise Refused(_("This is not an address that can be followed."))
    scheme, host, port, path = found.groups()
    if scheme == "http" and not plain_http:
        raise Refused(_("Only addresses that begin with https:// are followed."))
    if port and int(port) != PORTS[scheme]:
        raise Refused(_("Only the usual ports of the web are followed, and this address names another."))
    path = path or "/"
    return Place(scheme, _name(host), PORTS[scheme], path if path.startswith("/") else f"/{path}")


def _name(host: str) -> str:
    labels = host.removesuffix(".").split(".")
    if _NUMBER.fullmatch(_spoken(labels[-1])):
        raise Refused(_("An address of numbers is not followed. Give the name of the site."))
    if len(labels) < 2 or not all(labels) or labels[-1] in _OF_ONE_NETWORK:
        raise Refused(_("This name exists only within somebody's own network."))
    return ".".join(labels)


def _spoken(label: str) -> str:
    """A label in its own letters."""
    try:
        return label[4:].encode().decode("punycode") if label.startswith("xn--") else label
    except UnicodeError:
        return label


def look_up(name: str, seconds: float) -> list[str]:
    """Every address of a name, asked once; neither the machine's own list of names nor its search domains count."""
    try:
        answers = dns.resolver.Resolver().resolve_name(dns.name.from_text(name), lifetime=seconds, search=False)
    except (dns.resolver.NXDOMAIN, dns.resolver.NoAnswer) as error:
        raise Unreachable(_("There is no site of this name.")) from error
    except (dns.exception.DNSException, OSError, ValueError) as error:
        raise Unreachable(_("The name of this site could not be looked up.")) from error
    return list(answers.addresses())


def vetted(place: Place, addresses: list[str], may: Callable[[str], bool]) -> list[str]:
    """The addresses as they are, if each of them may be connected to: one that may not taints the name."""
    if not addresses or len(addresses) > MOST_ADDRESSES:
        raise Unreachable(_("There is no site of this name."))
    if not all(may(address) for address in addresses):
        raise Refused(_("%(name)s leads into somebody's own network, not to a public site.") % {"name": place.name})
    return addresses
