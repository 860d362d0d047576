"""Whatever somebody types, no connection is opened but to public addresses; and the trial would notice one."""

import socket
from collections.abc import Callable, Iterator
from ipaddress import ip_address

import pytest

from commonwire.base.fetch import Refused, Trouble, Unreachable
from commonwire.base.fetch.follow import MOST_REDIRECTIONS, Fetcher
from commonwire.base.fetch.space import is_public
from tests.base.fetch_corpus import MIXED, NAMED, PRIVATE_4, PRIVATE_6, PUBLIC, behind_a_redirection, by_name, of_odd_form, written_out

REBINDING = "rebinding.example.org"
SENDING_ON = "public.example.org"


class World:
    """A resolver that believes anything, as the C library does, and a network that notes who is called and answers as told."""

    def __init__(self, location: str = "") -> None:
        self.called: list[str] = []
        self.asked = 0
        self._ends: list[socket.socket] = []
        self.location = location

    def resolve(self, name: str, _seconds: float) -> list[str]:
        self.asked += 1
        if name == REBINDING:
            return sorted(PUBLIC) if self.asked == 1 else ["127.0.0.1"]
        known = NAMED.get(name) or MIXED.get(name) or ([socket.inet_ntoa(socket.inet_aton(name))] if _is_number(name) else None)
        return known or (["127.0.0.1"] if "localhost" in name else sorted(PUBLIC))

    def call(self, address: str, _port: int, seconds: float) -> socket.socket:
        self.called.append(address)
        ours, theirs = socket.socketpair()
        self._ends.append(theirs)  # open until this world ends: who asks may still be writing
        status = f"302 Found\r\nLocation: {self.location}" if self.location else "404 No"
        theirs.sendall(f"HTTP/1.1 {status}\r\n\r\n".encode())
        theirs.shutdown(socket.SHUT_WR)
        ours.settimeout(seconds)
        return ours

    def fetcher(self, may: Callable[[str], bool] = is_public) -> Fetcher:
        return Fetcher(resolve=self.resolve, may=may, through=self.call)

    def try_it(self, url: str, fetcher: Fetcher | None = None) -> str:
        with pytest.raises(Trouble) as trouble:
            (fetcher or self.fetcher()).fetch(url, most_bytes=1000, seconds=2, plain_http=True)
        return str(trouble.value)


def _is_number(name: str) -> bool:
    try:
        socket.inet_aton(name)
    except OSError:
        return False
    return True


def corpus() -> Iterator[str]:
    yield from written_out()
    yield from of_odd_form()
    yield from by_name()


def test_the_corpus_is_large() -> None:
    assert len(set(corpus())) + len(set(behind_a_redirection())) >= 600


def test_no_spelling_leads_inside() -> None:
    for url in corpus():
        world = World()
        sentence = world.try_it(url)
        assert set(world.called) <= PUBLIC and sentence.endswith("."), (url, world.called)


@pytest.mark.parametrize("url", [*written_out(), *by_name()])
def test_what_is_not_public_is_refused_before_anybody_is_called(url: str) -> None:
    world = World()
    world.try_it(url)
    assert world.called == [], url


def test_no_redirection_leads_inside() -> None:
    for location in behind_a_redirection():
        world = World(location)
        world.try_it(f"http://{SENDING_ON}/")
        assert world.called and set(world.called) <= PUBLIC, (location, world.called)


def test_a_name_is_looked_up_once_and_what_was_vetted_is_called() -> None:
    world = World()
    world.try_it(f"http://{REBINDING}/")
    assert (world.asked, set(world.called) <= PUBLIC, len(world.called)) == (1, True, 1)


def test_a_name_that_rebinds_on_the_way_back_is_refused() -> None:
    world = World(f"http://{REBINDING}/")
    assert "own network" in world.try_it(f"http://{REBINDING}/")
    assert (world.asked, len(world.called)) == (2, 1)


def test_redirections_have_an_end() -> None:
    world = World(f"http://{SENDING_ON}/again")
    assert "too many times" in world.try_it(f"http://{SENDING_ON}/")
    assert len(world.called) == MOST_REDIRECTIONS + 1


def test_the_trial_follows_redirections_as_far_as_a_table_lets_it() -> None:
    world = World(f"http://{next(iter(NAMED))}/")
    world.try_it(f"http://{SENDING_ON}/", world.fetcher(lambda _address: True))
    assert "127.0.0.1" in world.called


@pytest.mark.parametrize("table", [lambda address: ip_address(address).is_global, lambda _address: True], ids=["is_global", "no table"])
def test_the_trial_notices_a_table_with_holes(table: Callable[[str], bool]) -> None:
    reached = set()
    for url in by_name():
        world = World()
        world.try_it(url, world.fetcher(table))
        reached |= set(world.called) - PUBLIC
    assert len(reached) >= 5


def test_the_trial_notices_somebody_who_looks_up_twice() -> None:
    world = World()

    def again(_address: str, port: int, seconds: float) -> socket.socket:
        return world.call(world.resolve(REBINDING, 1)[0], port, seconds)

    world.try_it(f"http://{REBINDING}/", Fetcher(resolve=world.resolve, through=again))
    assert world.called == ["127.0.0.1"]


def test_the_table_knows_what_python_does_not() -> None:
    assert [address for address in [*PRIVATE_4, *PRIVATE_6, "", "name", "1.2.3", "93.184.215.14/8"] if is_public(address)] == []
    assert [address for address in [*PUBLIC, "1.1.1.1", "2606:4700::1111", "223.255.255.255", "172.32.0.1"] if not is_public(address)] == []


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("http://example.org/", "https://"),
        ("https://example.org:8443/", "usual ports"),
        ("https://127.0.0.1/", "address of numbers"),
        ("https://calendar/", "own network"),
        ("https://you:secret@example.org/", "not an address that can be followed"),
    ],
)
def test_it_says_why_in_a_sentence(url: str, words: str) -> None:
    world = World()
    with pytest.raises(Refused, match=words):
        world.fetcher().fetch(url, most_bytes=10)
    assert (world.asked, world.called) == (0, [])


def test_a_name_of_nobody_is_not_there() -> None:
    with pytest.raises(Unreachable, match="no site of this name"):
        Fetcher(resolve=lambda _name, _seconds: []).fetch("https://nobody.example.org/", most_bytes=10)
