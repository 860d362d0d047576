"""JSON Feed 1.1."""

import json

from commonwire.syndication.entries import Entry


def json_feed(*, title: str, link: str, own: str, description: str, language: str, entries: list[Entry]) -> bytes:
    feed: dict[str, object] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": title,
        "home_page_url": link,
        "feed_url": own,
        "language": language,
        "items": [_item(entry) for entry in entries],
    }
    if description:
        feed["description"] = description
    return json.dumps(feed, ensure_ascii=False).encode()


def _item(entry: Entry) -> dict[str, object]:
    item: dict[str, object] = {
        "id": entry.id,
        "url": entry.url,
        "title": entry.title,
        "content_html": entry.html,
        "date_published": entry.published.isoformat(),
        "date_modified": entry.updated.isoformat(),
        "language": entry.language,
    }
    optional = {
        "summary": entry.summary,
        "authors": [{"name": entry.byline}] if entry.byline else None,
        "tags": [slug for slug, _ in entry.categories],
        "attachments": [{"url": e.url, "mime_type": e.content_type, "size_in_bytes": e.bytes} for e in entry.enclosures],
    }
    return item | {name: value for name, value in optional.items() if value}
