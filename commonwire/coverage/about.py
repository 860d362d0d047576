"""What an entry or an estimate is about: a day of action, or one of its rallies, by the word in the address."""

from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from commonwire.coverage.evidence import town_of
from commonwire.coverage.models import Estimate, TickerEntry
from commonwire.coverage.rules import takes_entries
from commonwire.mobilizations.models import Mobilization, Rally
from commonwire.mobilizations.queries import by_code, by_slug


@dataclass(frozen=True)
class About:
    mobilization: Mobilization
    rally: Rally | None = None

    @property
    def title(self) -> str:
        return f"{self.mobilization.name}: {self.rally.post.headline}" if self.rally else self.mobilization.name

    @property
    def address(self) -> str:
        return (self.rally.post.path or "") if self.rally else self.mobilization.path

    @property
    def zone(self) -> ZoneInfo:
        """The one in which people there look at their clocks."""
        return self.rally.event.zoneinfo if self.rally and self.rally.event else self.mobilization.zoneinfo

    @property
    def town(self) -> str:
        return town_of(self.rally.event) if self.rally and self.rally.event else ""

    def moment(self, local: datetime) -> datetime:
        """What a clock there showed, in UTC and cut to the minute."""
        return local.replace(tzinfo=self.zone, second=0, microsecond=0).astimezone(UTC)

    def on_its_clock(self, moment: datetime) -> str:
        """As a form's field for date and time writes it."""
        return f"{moment.astimezone(self.zone):%Y-%m-%dT%H:%M}"


def find_about(word: str) -> About | None:
    """By slug or by a rally's code; None for what readers may not see, and when nothing can be sent to it any more."""
    mobilization = by_slug(word)
    rally = None if mobilization else by_code(word)
    if rally and not rally.post.is_shown:
        return None
    mobilization = mobilization or (rally.mobilization if rally else None)
    return About(mobilization, rally) if mobilization and takes_entries(mobilization) else None


def subject_of(row: TickerEntry | Estimate) -> About:
    return About(row.mobilization, row.rally)
