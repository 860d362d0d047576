"""RSS 2.0 and Atom (RFC 4287, tombstones RFC 6721) by Django's generator, with what readers expect besides."""

from datetime import UTC, datetime
from typing import Any

from django.utils import feedgenerator
from django.utils.feedgenerator import rfc3339_date
from django.utils.html import escape
from django.utils.xmlutils import SimplerXMLGenerator

from commonwire.syndication.entries import Entry, Grave

NOTHING_YET = datetime(2000, 1, 1, tzinfo=UTC)  # of an empty list: the same bytes at every baking


class _Dated:
    items: list[dict[str, Any]]

    def latest_post_date(self) -> datetime:
        return max((item["updateddate"] for item in self.items), default=NOTHING_YET)


class Rss(_Dated, feedgenerator.Rss201rev2Feed):
    def root_attributes(self) -> dict[str, str]:
        return {
            **super().root_attributes(),
            "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
            "xmlns:dc": "http://purl.org/dc/elements/1.1/",
            "xmlns:media": "http://search.yahoo.com/mrss/",
        }

    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict[str, Any]) -> None:
        entry: Entry = item["entry"]
        super().add_item_elements(handler, item)
        handler.addQuickElement("content:encoded", entry.html)
        handler.addQuickElement("dc:language", entry.language)
        for each in entry.enclosures:
            handler.addQuickElement("media:content", None, {"url": each.url, "type": each.content_type, "fileSize": str(each.bytes)})


class Atom(_Dated, feedgenerator.Atom1Feed):
    def root_attributes(self) -> dict[str, str]:
        return {**super().root_attributes(), "xmlns:at": "http://purl.org/atompub/tombstones/1.0"}

    def add_root_elements(self, handler: SimplerXMLGenerator) -> None:
        super().add_root_elements(handler)
        graves: list[Grave] = self.feed["graves"]
        for grave in graves:
            handler.addQuickElement("at:deleted-entry", None, {"ref": grave.id, "when": rfc3339_date(grave.at)})

    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict[str, Any]) -> None:
        entry: Entry = item["entry"]
        super().add_item_elements(handler, item)
        handler.addQuickElement("content", entry.html, {"type": "html", "xml:lang": entry.language})


def xml_feed(
    form: type[Rss] | type[Atom],
    *,
    title: str,
    link: str,
    own: str,
    description: str,
    language: str,
    entries: list[Entry],
    graves: list[Grave],
) -> bytes:
    """The feed's bytes; the same entries give the same bytes."""
    feed = form(title=title, link=link, description=description, language=language, feed_url=own, graves=graves)
    for entry in entries:
        feed.add_item(
            title=entry.title,
            link=entry.url,
            description=escape(entry.summary or entry.title),  # readers take it for HTML
            author_name=entry.byline or None,
            unique_id=entry.id,
            unique_id_is_permalink=True,
            pubdate=entry.published,
            updateddate=entry.updated,
            categories=[slug for slug, _ in entry.categories],
            enclosures=[
                feedgenerator.Enclosure(e.url, str(e.bytes), e.content_type) for e in entry.enclosures[: None if form is Atom else 1]
            ],
            entry=entry,
        )
    return feed.writeString("utf-8").encode()
