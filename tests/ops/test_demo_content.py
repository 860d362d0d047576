"""The example site's data holds together: everything named is there, everything there is named, and files carry nothing hidden."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PIL import Image

from commonwire.ops.demo.content import PICTURES, SOUNDS, read_content
from commonwire.ops.demo.dates import span, write_dates
from commonwire.ops.demo.nouns import Content, Event, Feature, Post
from commonwire.ops.demo.nouns_actions import Action

SUNDAY = date(2026, 11, 22)
KINDS = {"report", "opinion", "press_release", "announcement", "repost"}
STATUS_LINE = re.compile(r"^(FOR IMMEDIATE RELEASE|EMBARGOED UNTIL .+)$", re.MULTILINE)


@pytest.fixture(scope="module")
def content() -> Content:
    return read_content(SUNDAY)


def shown_pictures(content: Content) -> Iterator[tuple[str, str, set[str]]]:
    """File, alt text, and the words that the alt text must not merely repeat."""
    for post in content.posts:
        for picture in post.picture:
            yield picture.file, picture.alt, {picture.caption, picture.title, post.summary, post.title}
        for part in post.part:
            if part.picture:
                yield part.picture, part.alt, {part.caption, part.title, post.summary}
    for feature in content.features:
        yield feature.picture, feature.alt, {feature.caption, *feature.headlines}
    for event in content.events:
        if event.picture:
            yield event.picture, event.alt, {event.title, event.description}
    for action in content.actions:
        yield action.picture, action.alt, {action.caption, action.title, action.text}


def everything(content: Content) -> list[Post | Feature | Event | Action]:
    return [*content.posts, *content.features, *content.events, *content.actions]


def every_url(content: Content) -> Iterator[str]:
    for post in content.posts:
        yield from (post.related, post.credit_url, post.source_url)
        yield from (external.url for external in post.external)
        yield from (part.url for part in post.part)
    for feature in content.features:
        yield from (link.target for row in feature.row for link in row.links if ":" in link.target)
    yield from (event.url for event in content.events)
    yield from (calendar.url for calendar in content.calendars)
    yield from (organisation.website for organisation in content.organisations)
    for action in content.actions:
        said = [*action.endorsement, *(taken for promise in action.pledge for taken in promise.taken)]
        sources = [*(each.source for each in said), *(each.state_source for each in action.demand)]
        sources += [each.source for each in action.turnout]
        yield from (action.related, *(source for source in sources if "://" in source))


def test_there_is_as_much_as_promised(content: Content) -> None:
    assert (len(content.features), len(content.topics), len(content.regions)) == (8, 9, 6)
    assert (len(content.actions), len(content.organisations), len(content.calendars)) == (3, 24, 1)
    assert 40 <= len(content.posts) <= 60
    assert 50 <= len(content.events) <= 70
    assert {post.kind for post in content.posts} == KINDS
    assert sum(post.language == "es" for post in content.posts) >= 7
    assert sum(len(post.said) for post in content.posts) >= 35
    assert sum(len(post.part) for post in content.posts) >= 5
    assert {said.kind for post in content.posts for said in post.said} == {"addition", "comment"}
    assert {post.standing for post in content.posts} == {"new", "local", "elsewhere", "other"}
    assert 5 <= sum(post.highlighted for post in content.posts) <= 15
    assert sum(bool(post.byline) for post in content.posts) < len(content.posts)


def test_every_visibility_has_its_example(content: Content) -> None:
    odd = {post.visibility: post for post in content.posts if post.visibility != "shown"}
    assert set(odd) == {"hidden", "withdrawn", "held", "embargoed"}
    assert odd["hidden"].reason in {policy.code for policy in content.policies}
    assert odd["hidden"].reason_note
    assert odd["embargoed"].embargo_at and odd["embargoed"].embargo_day > 0
    assert [post.key for post in content.posts if post.correction] == ["forty-percent"]
    assert [post.key for post in content.posts if post.content_note] == ["observers-notes"]


def test_a_correction_speaks_of_words_that_stand_there(content: Content) -> None:
    (post,) = (post for post in content.posts if post.correction)
    assert post.correction and post.correction.field == "text"
    assert post.correction.after in post.text
    assert post.correction.before not in post.text


def test_keys_are_unique(content: Content) -> None:
    keys = [one.key for one in everything(content)]
    assert [key for key, count in Counter(keys).items() if count > 1] == []
    for places in (content.regions, content.topics):
        assert len({place.key for place in places}) == len(places)
    assert len({post.title for post in content.posts}) == len(content.posts)


def test_places_and_policies_are_complete(content: Content) -> None:
    regions, topics = {place.key for place in content.regions}, {place.key for place in content.topics}
    for one in everything(content):
        assert set(one.regions) <= regions, one.key
        assert set(one.topics) <= topics, one.key
    assert {feature.kicker for feature in content.features} <= topics
    assert all(place.name and place.name_es for place in (*content.regions, *content.topics))
    expected = {"spam", "personal-data", "hate", "incitement", "duplicate", "off-topic", "advertising", "illegal", "legal-order"}
    assert {policy.code for policy in content.policies} == expected


def test_links_of_features_lead_somewhere(content: Content) -> None:
    visible = {post.key for post in content.posts if post.visibility == "shown"}
    actions = {action.key for action in content.actions}
    known = visible | actions | {feature.key for feature in content.features} | {event.key for event in content.events}
    for feature in content.features:
        assert feature.row, feature.key
        assert feature.action in {"", *actions}
        for link in (link for row in feature.row for link in row.links):
            assert link.target in known or link.target.startswith("https://"), link
            assert (link.kind == "event") == link.target.startswith("event-"), link
            assert (link.kind == "action") == link.target.startswith("action-"), link
            assert link.target != feature.key


def test_quotations_stand_in_the_paragraph_they_name(content: Content) -> None:
    posts = {post.key: post for post in content.posts}
    quotations = [feature.quotation for feature in content.features if feature.quotation]
    assert quotations
    for quotation in quotations:
        assert quotation.text in posts[quotation.post].paragraphs()[quotation.paragraph - 1]


def test_revisions_are_older_and_different(content: Content) -> None:
    assert sum(len(feature.revision) for feature in content.features) >= 3
    for feature in content.features:
        assert len(feature.headlines) >= 1
        assert 2 <= len(feature.text.split("\n\n")) <= 5
        assert feature.phase in {"call", "live", "report-back"}
        times = [revision.ago for revision in feature.revision]
        assert times == sorted(times, reverse=True)
        assert all(time <= feature.ago and time > (feature.updated_ago or timedelta()) for time in times)
        texts = [*(revision.text for revision in feature.revision), feature.text]
        assert len(set(texts)) == len(texts)


def test_nothing_comes_before_what_it_answers(content: Content) -> None:
    for post in content.posts:
        times = [part.ago for part in post.part] + [said.ago for said in post.said]
        assert all(timedelta() < time < post.ago for time in times), post.key
        assert not post.correction or post.correction.ago < post.ago
    recent = [post for post in content.posts if post.ago < timedelta(days=2)]
    assert len(recent) >= 20
    assert max(post.ago for post in content.posts) > timedelta(days=90)


def press_releases(content: Content) -> list[Post]:
    return [post for post in content.posts if post.kind == "press_release"]


def test_press_release_blocks_are_well_formed(content: Content) -> None:
    releases = press_releases(content)
    assert len(releases) == 5
    assert not any(STATUS_LINE.search(post.text) for post in content.posts if post not in releases)
    for post in releases:
        status = STATUS_LINE.search(post.text)
        assert status, post.key
        head, block = post.text[: status.start()].rstrip("\n"), post.text[status.end() :].lstrip("\n")
        headline = head.split("\n")[-1]
        assert headline == headline.upper() and any(letter.isalpha() for letter in headline)
        contact, dateline = block.split("\n\n")[0], block.split("\n\n")[1]
        assert "@" in contact and "\n" not in contact
        assert re.match(r"[A-Z ]+ – [A-Z]", dateline)
        body, boilerplate = block.split("\n###\n")
        assert re.search(r"^[*•] ", body, re.MULTILINE)
        assert "https://" in boilerplate
        assert status[0].startswith("EMBARGOED") == (post.visibility == "embargoed")


def test_pictures_are_there_and_every_one_is_used(content: Content) -> None:
    named = {file for file, _alt, _words in shown_pictures(content)}
    assert named == {path.name for path in PICTURES.iterdir()}
    assert {sound.file for post in content.posts for sound in post.sound} == {path.name for path in SOUNDS.iterdir()}


def test_alt_texts_say_what_is_seen(content: Content) -> None:
    for file, alt, others in shown_pictures(content):
        assert 40 <= len(alt) <= 200, alt
        assert alt not in others
        assert Path(file).stem not in alt and file not in alt
        assert not re.match(r"(image|picture|photo) of", alt, re.IGNORECASE)


def test_pictures_have_a_good_size() -> None:
    sizes = []
    for path in PICTURES.iterdir():
        with Image.open(path) as image:
            assert (image.format, image.mode) == ("JPEG", "RGB"), path.name
            assert max(image.size) == 1600, path.name
            sizes.append(image.size)
        assert path.stat().st_size < 220_000, path.name
    assert sum(path.stat().st_size for path in PICTURES.iterdir()) < 3_500_000
    assert len(sizes) >= 24
    assert sum(height > width for width, height in sizes) >= 4
    assert sum(width > 2.5 * height for width, height in sizes) == 1


def segments(jpeg: bytes) -> Iterator[tuple[int, bytes]]:
    """Marker and content of each segment before the first scan."""
    at = 2
    while jpeg[at + 1] != 0xDA:
        assert jpeg[at] == 0xFF
        length = int.from_bytes(jpeg[at + 2 : at + 4], "big")
        yield jpeg[at + 1], jpeg[at + 4 : at + 2 + length]
        at += 2 + length


def test_pictures_carry_no_metadata() -> None:
    for path in PICTURES.iterdir():
        said = [(marker, body[:5]) for marker, body in segments(path.read_bytes()) if 0xE0 <= marker <= 0xEF or marker == 0xFE]
        assert said == [(0xE0, b"JFIF\0")], path.name


def test_the_sound_is_short_and_carries_no_tags(content: Content) -> None:
    (sound,) = (sound for post in content.posts for sound in post.sound)
    recorded = (SOUNDS / sound.file).read_bytes()
    assert len(recorded) < 700_000
    assert recorded[:2] == b"\xff\xf3"
    assert b"ID3" not in recorded[:10] and recorded[-128:-125] != b"TAG"
    assert 40 <= sound.seconds <= 60
    assert abs(len(recorded) / 8000 - sound.seconds) < 1  # 64 kbit/s
    assert len(sound.transcript) > 80


def test_nobody_real_is_linked(content: Content) -> None:
    hosts = {url.split("/")[2] for url in every_url(content) if url}
    assert hosts
    assert [host for host in hosts if not host.endswith(".example")] == []


def test_reposts_name_their_source(content: Content) -> None:
    for post in content.posts:
        assert bool(post.source_name and post.source_url) == (post.kind == "repost"), post.key


def test_dates_are_written_out() -> None:
    assert write_dates("{weekday+1}, {date+1} {year+1}", SUNDAY, "en") == "Monday, 23 November 2026"
    assert write_dates("el {weekday-1}, {date+17}; {month-75}", SUNDAY, "es") == "el sábado, 9 de diciembre; septiembre"
    assert write_dates("{stamp+5}", SUNDAY, "en") == "20261127"


@pytest.mark.parametrize("today", [SUNDAY, date(2028, 2, 29), date(2027, 1, 1)])
def test_no_braces_are_left(today: date) -> None:
    content = read_content(today)
    assert re.findall(r"\{[^}]*\}", repr([(p.title, p.summary, p.text, p.part, p.said) for p in content.posts])) == []
    assert "{" not in "".join(feature.text + "".join(feature.headlines) for feature in content.features)
    assert re.findall(r"\{(?:date|weekday|month|year|stamp)", repr((content.actions, content.events, content.organisations))) == []


def test_spans() -> None:
    assert span("3d5h") == timedelta(days=3, hours=5)
    assert span("2h14m") == timedelta(hours=2, minutes=14)
    for wrong in ("", "5", "3 days", "2h3d"):
        with pytest.raises(ValueError, match="span"):
            span(wrong)
