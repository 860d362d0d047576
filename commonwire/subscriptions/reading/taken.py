"""What a calendar file says, as plain data that can be kept as JSON."""

from dataclasses import dataclass, field, fields
from datetime import datetime
from functools import cached_property
from hashlib import blake2b
from json import dumps
from typing import Any

NOT_CONTENT = ("sequence", "last_modified", "notes", "doubtful")  # may change without the event being another


class Unreadable(Exception):
    """This is no calendar file, or too much of one. Its only argument is a sentence."""


@dataclass(frozen=True)
class Taken:
    """One event, a series with its dates, or (with `recurrence`) one date of a series that is told apart.

    `starts` and `ends` are moments in UTC, `zone` is the IANA zone of its clocks; `rdates` and `exdates` are local times in ISO form
    without an offset, `recurrence` and `last_modified` moments in ISO form. `state` is a word of calendar.words.State. `organiser` is a
    name, never an address. `notes` are sentences about what was not understood; `doubtful` says that they could change its meaning.
    """

    uid: str
    summary: str
    starts: datetime
    zone: str
    recurrence: str = ""
    description: str = ""
    ends: datetime | None = None
    all_day: bool = False
    rule: str = ""
    rdates: tuple[str, ...] = ()
    exdates: tuple[str, ...] = ()
    state: str = "scheduled"
    sequence: int = 0
    last_modified: str = ""
    url: str = ""
    location: str = ""
    online: str = ""
    latitude: float | None = None
    longitude: float | None = None
    categories: tuple[str, ...] = ()
    organiser: str = ""
    changed_dates: tuple["Taken", ...] = ()
    notes: tuple[str, ...] = ()
    doubtful: bool = False

    @property
    def is_series(self) -> bool:
        return bool(self.rule or self.rdates)

    @property
    def all_notes(self) -> list[str]:
        """Its own, and those about its changed dates; each once."""
        return list(dict.fromkeys([*self.notes, *(note for each in self.changed_dates for note in each.notes)]))

    @property
    def in_doubt(self) -> bool:
        return self.doubtful or any(each.doubtful for each in self.changed_dates)

    @cached_property
    def content_hash(self) -> str:
        """Another whenever what readers would see is another."""
        return blake2b(dumps(_content(self), sort_keys=True).encode(), digest_size=16).hexdigest()

    def as_json(self) -> dict[str, Any]:
        said: dict[str, Any] = {name: getattr(self, name) for name in _FIELDS}
        said["changed_dates"] = [each.as_json() for each in self.changed_dates]
        said["starts"], said["ends"] = self.starts.isoformat(), self.ends.isoformat() if self.ends else None
        return {name: list(value) if isinstance(value, tuple) else value for name, value in said.items()}


_FIELDS = [each.name for each in fields(Taken)]


def _content(taken: Taken) -> dict[str, Any]:
    said = {name: value for name, value in taken.as_json().items() if name not in NOT_CONTENT}
    return said | {"changed_dates": [_content(each) for each in taken.changed_dates]}


def from_json(said: dict[str, Any]) -> Taken:
    """As `as_json` wrote it."""
    given = {name: said[name] for name in _FIELDS if name in said}
    given["starts"] = datetime.fromisoformat(said["starts"])
    given["ends"] = datetime.fromisoformat(said["ends"]) if said["ends"] else None
    given["changed_dates"] = tuple(from_json(each) for each in said["changed_dates"])
    plain: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in given.items()}
    return Taken(**plain)


@dataclass(frozen=True)
class LeftOut:
    """An event that could not be taken at all, by its title or whatever else names it, and why."""

    title: str
    why: str
    uid: str = ""

    def __str__(self) -> str:
        return f"{self.title}: {self.why}"


@dataclass(frozen=True)
class Reading:
    """A file. `notes` are about the file itself; `is_whole` is False when there was more in it than is taken."""

    name: str
    events: list[Taken]
    left_out: list[LeftOut]
    notes: list[str]
    is_whole: bool = True


@dataclass
class Notes:
    """What is to be said about an event while it is being read."""

    sentences: list[str] = field(default_factory=list)
    doubtful: bool = False

    def say(self, sentence: str, *, doubtful: bool = False) -> None:
        if sentence not in self.sentences:
            self.sentences.append(sentence)
        self.doubtful = self.doubtful or doubtful
