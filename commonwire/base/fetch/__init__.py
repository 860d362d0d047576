"""What others publish, fetched: the only place of the house that opens a connection to the world.

`fetch(url, most_bytes=…)` follows a name to public addresses alone (`space`), which it looks up once and vets all (`vet`), connects
to one of those that were vetted (`line`), and reads a bounded answer within a bounded time (`read`). It carries no cookie, no
credential, no proxy of the environment, and says of us nothing but "Commonwire". What it will not do raises `Refused`, what did not
work raises `Unreachable`; the words of both are sentences for people.
"""

from commonwire.base.fetch.follow import Fetched, Fetcher, Known
from commonwire.base.fetch.trouble import Refused, Trouble, Unreachable
from commonwire.base.fetch.vet import place_of

__all__ = ["Fetched", "Known", "Refused", "Trouble", "Unreachable", "fetch", "followable"]

_FETCHER = Fetcher()
fetch = _FETCHER.fetch


def followable(url: str, *, plain_http: bool = False) -> str:
    """The address as it would be asked for, without being asked for; Refused for one that never would be. For forms."""
    return place_of(url, plain_http=plain_http).url
