"""Feeds as a reader's program parses them."""

import json
from xml.etree import ElementTree

import feedparser
import pytest

from commonwire.newswire.hide import hide
from commonwire.newswire.withdraw import withdraw_post
from commonwire.press.bake import bake, shelf
from tests import make

KINDS = ("rss", "atom", "json")


def _feed(path: str = "/newswire/feed.atom") -> bytes:
    bake(["newswire"])
    return shelf().read(path) or b""


@pytest.mark.parametrize("kind", ["rss", "atom"])
def test_well_formed_with_the_full_text(kind: str) -> None:
    post = make.post(
        'Quay & "gate" <b>',
        byline="Ada & Co",
        summary="Short",
        body="Long **text** & <more>.",
        files=[make.picture("A & b")],
        topics=[make.topic()],
    )
    parsed = feedparser.parse(_feed(f"/newswire/feed.{kind}"))
    assert not parsed.bozo
    entry = parsed.entries[0]
    assert entry.title in ('Quay & "gate" <b>', 'Quay &amp; "gate" &lt;b&gt;')
    assert (entry.link, entry.id) == (f"https://wire.example.org{post.path}", f"https://wire.example.org{post.short_path}")
    content = next(each.value for each in entry.content if "Long" in each.value)
    assert "<strong>text</strong>" in content
    assert 'src="https://wire.example.org/media/' in content
    assert 'href="/' not in content
    assert [(each.type, int(each.length) > 0) for each in entry.enclosures] == [("image/jpeg", True)]
    assert [link.href for link in parsed.feed.links if link.rel == "self"] == [f"https://wire.example.org/newswire/feed.{kind}"]


def test_json_feed_is_valid() -> None:
    post = make.post(byline="Ada", files=[make.picture()])
    feed = json.loads(_feed("/newswire/feed.json"))
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert (feed["feed_url"], feed["home_page_url"]) == (
        "https://wire.example.org/newswire/feed.json",
        "https://wire.example.org/newswire/",
    )
    item = feed["items"][0]
    assert (item["id"], item["authors"], item["attachments"][0]["mime_type"]) == (
        f"https://wire.example.org{post.short_path}",
        [{"name": "Ada"}],
        "image/jpeg",
    )


@pytest.mark.parametrize(
    "text",
    [
        "a\uffffb",
        "a\ufffeb",
        "a\x0bb",
        "]]>",
        "\U0001f30a",
        "&#0;",
        "\ud800x".encode("utf-16", "surrogatepass").decode("utf-16", "replace"),
    ],
)
def test_no_sign_breaks_a_feed(text: str) -> None:
    from commonwire.base.text import clean_text

    make.post(clean_text(f"Headline {text}"), body=clean_text(f"Body {text}"))
    for kind in ("rss", "atom"):
        ElementTree.fromstring(_feed(f"/newswire/feed.{kind}"))  # our own bytes


def test_what_is_gone_leaves_a_tombstone() -> None:
    coast = make.region("Coast")
    hidden, withdrawn = make.post("Hidden words", regions=[coast]), make.post("Withdrawn words", regions=[coast])
    hide(submission=hidden, paragraph=make.paragraph())
    withdraw_post(post=withdrawn)
    bake([coast.key])
    for path, buried in (("/newswire/feed.atom", [hidden, withdrawn]), ("/region/coast/feed.atom", [hidden])):
        feed = _feed(path)
        graves = ElementTree.fromstring(feed).findall("{http://purl.org/atompub/tombstones/1.0}deleted-entry")
        assert sorted(grave.attrib["ref"] for grave in graves) == sorted(f"https://wire.example.org{post.short_path}" for post in buried), (
            path
        )
        assert b"words" not in feed


def test_a_text_about_markup_keeps_its_words() -> None:
    make.post(body='He wrote srcset="x" and sizes="y" and href="/z" here.')
    content = feedparser.parse(_feed()).entries[0].content[0].value
    assert 'srcset="x" and sizes="y" and href="/z"' in content.replace("&quot;", '"')


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_bytes_twice(kind: str) -> None:
    make.post()
    assert _feed(f"/newswire/feed.{kind}") == _feed(f"/newswire/feed.{kind}") != b""


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_feed_is_one(kind: str) -> None:
    assert _feed(f"/newswire/feed.{kind}")


def test_the_site_map_names_every_public_page() -> None:
    shown, held = make.post(), make.post(held=True)
    bake(["sitemap"])
    index = ElementTree.fromstring(shelf().read("/sitemap.xml") or b"")
    assert [each[0].text for each in index] == ["https://wire.example.org/sitemap-2026-01.xml"]
    month = ElementTree.fromstring(shelf().read("/sitemap-2026-01.xml") or b"")
    assert ([each[0].text for each in month], held.path) == ([f"https://wire.example.org{shown.path}"], None)


def test_a_content_note_keeps_pictures_out() -> None:
    make.post(content_note="violence", body="Needle", files=[make.picture()])
    feed = _feed("/newswire/feed.rss")
    assert (b"violence" in feed, b"Needle" in feed, b"/media/" in feed) == (True, False, False)
