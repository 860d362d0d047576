"""The shapes of the example's organisations and days of action, frozen. Field names are those of the TOML tables."""

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True)
class Stated:
    """How many somebody said on some day: `day` is counted from today."""

    wording: str
    source: str
    day: int
    of: str = "members"


@dataclass(frozen=True)
class Organisation:
    """`umbrella` is the key of the body above it, which stands before it in the file."""

    key: str
    name: str
    kind: str
    short: str = ""
    umbrella: str = ""
    language: str = "en"
    place: str = ""
    area: str = ""
    website: str = ""
    about: str = ""
    signs: bool = False  # it has a public key
    size: tuple[Stated, ...] = ()


@dataclass(frozen=True)
class Demand:
    """`before` is how it was worded at first. `state_source` is an address, or the key of a post."""

    text: str
    to: str = ""
    text_es: str = ""
    before: str = ""
    reworded_ago: timedelta | None = None
    state: str = "open"
    state_source: str = ""
    state_day: int = 0


@dataclass(frozen=True)
class Said:
    """A body's word: an endorsement or a pledge. `body` is the key of an organisation; without one, `name` is what was sent.

    `standing` is claimed, confirmed, withdrawn, broken, or held: then it waits for the desk. `proof` is a method of proof.
    """

    body: str = ""
    name: str = ""
    kind: str = ""
    place: str = ""
    calls: bool = False
    statement: str = ""
    source: str = ""
    since: int | None = None
    standing: str = "confirmed"
    note: str = ""
    proof: str = ""
    language: str = "en"


@dataclass(frozen=True)
class Promise:
    """A type of pledge with its terms, and who took it."""

    name: str
    terms: str
    taken: tuple[Said, ...] = ()


@dataclass(frozen=True)
class Belongs:
    """A post that belongs to the day, or to one of its rallies. `how`: author, code or editor."""

    post: str
    rally: str = ""
    how: str = "editor"
    demands: bool = False


@dataclass(frozen=True)
class Spoken:
    """A rally that `post` speaks of in its paragraph `paragraph`, and that nobody has announced yet."""

    place: str
    post: str
    paragraph: int


@dataclass(frozen=True)
class Entry:
    """An entry of the ticker."""

    ago: timedelta
    text: str
    place: str = ""
    state: str = "unverified"
    correction: str = ""
    rally: str = ""
    language: str = "en"


@dataclass(frozen=True)
class Counted:
    """How many came, as `by` says, by which method; of a rally, or of the whole day."""

    low: int
    high: int
    method: str
    by: str
    source: str = ""
    note: str = ""
    rally: str = ""


@dataclass(frozen=True)
class Action:
    """A day of action: `day` is counted from today, `ago` is when it was called."""

    key: str
    language: str
    title: str
    ago: timedelta
    day: int
    place: str
    regions: tuple[str, ...]
    topics: tuple[str, ...]
    text: str
    picture: str
    alt: str
    ways: tuple[str, ...]
    slogan: str = ""
    names: tuple[str, ...] = ()
    caption: str = ""
    reach: str = ""
    further_ways: str = ""
    called_by: str = ""
    byline: str = ""
    related: str = ""
    press_contact: str = ""
    legal_help: str = ""
    medical_help: str = ""
    arrest_support: str = ""
    on_front: bool = False
    demand: tuple[Demand, ...] = ()
    endorsement: tuple[Said, ...] = ()
    pledge: tuple[Promise, ...] = ()
    spoken: tuple[Spoken, ...] = ()
    report: tuple[Belongs, ...] = ()
    entry: tuple[Entry, ...] = ()
    turnout: tuple[Counted, ...] = ()
