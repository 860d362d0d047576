"""The shapes of the example site's data, frozen. Field names are those of the TOML tables."""

from dataclasses import dataclass
from datetime import date, time, timedelta

from commonwire.ops.demo.nouns_actions import Action, Organisation


@dataclass(frozen=True)
class SiteText:
    name: str
    tagline: str
    zone: str
    languages: tuple[str, ...]
    about: str
    about_es: str


@dataclass(frozen=True)
class Policy:
    code: str
    title: str
    title_es: str
    sentence: str
    sentence_es: str


@dataclass(frozen=True)
class Place:
    """A region or a topic."""

    key: str
    name: str
    name_es: str


@dataclass(frozen=True)
class Picture:
    file: str
    title: str
    alt: str
    caption: str = ""
    credit: str = ""


@dataclass(frozen=True)
class Sound:
    file: str
    title: str
    seconds: int
    transcript: str
    caption: str = ""
    credit: str = ""


@dataclass(frozen=True)
class External:
    """A film, a recording or a document held on another site."""

    title: str
    url: str


@dataclass(frozen=True)
class Correction:
    """What the author changed and when; `before` and `after` are the words in `field`."""

    ago: timedelta
    note: str
    field: str
    before: str
    after: str


@dataclass(frozen=True)
class Part:
    """A section (§) that the author added later."""

    title: str
    ago: timedelta
    byline: str = ""
    text: str = ""
    caption: str = ""
    url: str = ""
    picture: str = ""
    alt: str = ""


@dataclass(frozen=True)
class Said:
    """What a reader added under a post: `kind` is addition (facts) or comment (talk)."""

    kind: str
    ago: timedelta
    text: str
    byline: str = ""


@dataclass(frozen=True)
class Post:
    """`ago` is when it was sent in; an embargoed one is published `embargo_day` days from today at `embargo_at`, site's zone."""

    key: str
    kind: str
    language: str
    title: str
    text: str
    ago: timedelta
    standing: str
    regions: tuple[str, ...]
    topics: tuple[str, ...]
    summary: str = ""
    byline: str = ""
    highlighted: bool = False
    visibility: str = "shown"
    reason: str = ""
    reason_note: str = ""
    embargo_day: int = 0
    embargo_at: time | None = None
    related: str = ""
    credit_line: str = ""
    credit_url: str = ""
    source_name: str = ""
    source_url: str = ""
    content_note: str = ""
    correction: Correction | None = None
    picture: tuple[Picture, ...] = ()
    sound: tuple[Sound, ...] = ()
    external: tuple[External, ...] = ()
    part: tuple[Part, ...] = ()
    said: tuple[Said, ...] = ()

    def paragraphs(self) -> tuple[str, ...]:
        """The blocks of the text between blank lines; a quotation's `paragraph` counts them from one."""
        return tuple(block for block in self.text.split("\n\n") if block.strip())


@dataclass(frozen=True)
class Link:
    """`target` is the key of a post, a feature or an event, or an address."""

    kind: str
    label: str
    target: str


@dataclass(frozen=True)
class Row:
    """`fills_from` names what fills it by itself behind the typed links."""

    label: str
    links: tuple[Link, ...] = ()
    fills_from: str = ""


@dataclass(frozen=True)
class Quotation:
    text: str
    post: str
    paragraph: int


@dataclass(frozen=True)
class Revision:
    """How the feature stood at that time; the feature itself holds its newest text."""

    ago: timedelta
    note: str
    headlines: tuple[str, ...]
    phase: str
    text: str


@dataclass(frozen=True)
class Feature:
    """`kicker` is the key of a topic; `revision` holds the earlier states, oldest first; `action` is the key of its day of action."""

    key: str
    language: str
    kicker: str
    headlines: tuple[str, ...]
    phase: str
    ago: timedelta
    text: str
    picture: str
    alt: str
    regions: tuple[str, ...]
    topics: tuple[str, ...]
    caption: str = ""
    updated_ago: timedelta | None = None
    row: tuple[Row, ...] = ()
    quotation: Quotation | None = None
    revision: tuple[Revision, ...] = ()
    action: str = ""


@dataclass(frozen=True)
class Earlier:
    """Where and when an event was announced at first, before it was moved."""

    start: time
    place: str
    address: str = ""
    end: time | None = None
    point: tuple[float, float] | None = None


@dataclass(frozen=True)
class DateChange:
    """What became of one coming date of a series; `date` counts from the next one, 0."""

    date: int
    note: str = ""
    cancelled: bool = False
    days_later: int = 0
    start: time | None = None
    place: str = ""
    address: str = ""
    city: str = ""
    point: tuple[float, float] | None = None


@dataclass(frozen=True)
class Event:
    """`day` is counted from today; `start` and `end` are wall times in `zone`, or in the site's when it is empty; one without a
    `start` lasts whole days. A series has a `rule`, and ends `until_day` days from today. `action` is the key of its day of action."""

    key: str
    language: str
    title: str
    day: int
    description: str
    topics: tuple[str, ...]
    regions: tuple[str, ...]
    type: str = "other"
    start: time | None = None
    end: time | None = None
    zone: str = ""
    place: str = ""
    address: str = ""
    neighbourhood: str = ""
    city: str = ""
    point: tuple[float, float] | None = None
    precision: str = "exact"
    exact_hours: int | None = None
    online: bool = False
    url: str = ""
    organizer: str = ""
    contact: str = ""
    cost: str = ""
    facts: tuple[str, ...] = ()
    access: tuple[str, ...] = ()
    spoken: str = ""
    legal_help: str = ""
    capacity: int | None = None
    picture: str = ""
    alt: str = ""
    rule: str = ""
    until_day: int | None = None
    confirmed_ago: timedelta | None = None
    state: str = "scheduled"
    state_note: str = ""
    first: Earlier | None = None
    change: tuple[DateChange, ...] = ()
    happened: int = 0
    did_not: int = 0
    action: str = ""


@dataclass(frozen=True)
class FollowedCalendar:
    """Somebody else's calendar: `file` lies in `texts/`."""

    name: str
    url: str
    language: str
    hours: int
    regions: tuple[str, ...]
    topics: tuple[str, ...]
    file: str


@dataclass(frozen=True)
class Content:
    today: date
    site: SiteText
    policies: tuple[Policy, ...]
    regions: tuple[Place, ...]
    topics: tuple[Place, ...]
    posts: tuple[Post, ...]
    features: tuple[Feature, ...]
    events: tuple[Event, ...]
    organisations: tuple[Organisation, ...]
    actions: tuple[Action, ...]
    calendars: tuple[FollowedCalendar, ...]
