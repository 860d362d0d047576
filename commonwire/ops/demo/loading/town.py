"""What every part of the loading needs: the content, the present, and what stands already, by the keys of the texts."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from commonwire.base import clock
from commonwire.mobilizations.models import Mobilization
from commonwire.newswire.models import Post
from commonwire.newswire.prose import prose
from commonwire.ops.demo.nouns import Content
from commonwire.ops.example_files import ExamplePictures
from commonwire.organisations.models import Organisation
from commonwire.taxonomy.models import Region, Topic


class Town:
    def __init__(self, content: Content, pictures: ExamplePictures) -> None:
        self.content = content
        self.pictures = pictures
        self.now = clock.minute()
        self.zone = ZoneInfo(content.site.zone)
        self.posts: dict[str, Post] = {}
        self.regions: dict[str, Region] = {}
        self.topics: dict[str, Topic] = {}
        self.organisations: dict[str, Organisation] = {}
        self.actions: dict[str, Mobilization] = {}

    def day(self, count: int) -> date:
        """So many days from today."""
        return self.content.today + timedelta(days=count)

    def moment(self, day: date, hour: time, zone: str = "") -> datetime:
        """This hour on the clocks of the place."""
        return datetime.combine(day, hour, ZoneInfo(zone) if zone else self.zone)

    def ago(self, span: timedelta) -> datetime:
        return self.now - span

    def regions_of(self, keys: Sequence[str]) -> list[Region]:
        return [self.regions[key] for key in keys]

    def topics_of(self, keys: Sequence[str]) -> list[Topic]:
        return [self.topics[key] for key in keys]

    def path(self, source: str) -> str:
        """Where it can be read: the address itself, or that of the post with this key."""
        post = self.posts.get(source)
        return post.path or "" if post else source

    def anchor(self, key: str, paragraph: int) -> str:
        """The address of a paragraph: its path and `#p4`. Headings and lists count as paragraphs on the page."""
        post = self.posts[key]
        paragraphs = prose(post.body).paragraphs
        return f"{post.path}#{paragraphs[min(paragraph, len(paragraphs)) - 1].anchor}"
