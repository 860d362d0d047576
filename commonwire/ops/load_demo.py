"""Load the example site: the newswire of a coast town that does not exist, dated from today. Only into a site without posts."""

import argparse
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.db import transaction

from commonwire.base import clock
from commonwire.calendar.place_event import place_event
from commonwire.features.compose import compose_feature, revise_feature
from commonwire.features.composition import ComposedLink, ComposedQuotation, ComposedRow, Composition
from commonwire.features.models import RowLink
from commonwire.newswire.add_part import add_part
from commonwire.newswire.comment import add_comment
from commonwire.newswire.correct import correct_post
from commonwire.newswire.hide import hide
from commonwire.newswire.models import Correction, Post
from commonwire.newswire.prose import prose
from commonwire.newswire.publish import publish_post
from commonwire.newswire.sort import sort_post
from commonwire.newswire.withdraw import withdraw_post
from commonwire.newswire.wording import Wording
from commonwire.ops.demo import content as demo
from commonwire.ops.demo import nouns
from commonwire.ops.example_files import ExamplePictures, example_sound
from commonwire.ops.prepare import set_up
from commonwire.press.edition import open_edition
from commonwire.site.decide import decide
from commonwire.site.models import PolicyParagraph
from commonwire.taxonomy.arrange import add_region, add_topic
from commonwire.taxonomy.models import Region, Topic

REMOVING = ("personal-data", "illegal", "legal-order")


def configure(parser: argparse.ArgumentParser) -> None:
    pass


def run(arguments: argparse.Namespace) -> int:
    if Post.objects.exists():
        print("This site already has posts; the example is only for an empty one.", file=sys.stderr)
        return 2
    load_example(lambda sentence: print(sentence, flush=True))
    open_edition()
    return 0


def load_example(say: Callable[[str], None]) -> None:
    """Everything in one transaction: an example that was interrupted leaves nothing and begins anew. Pictures are cleaned before."""
    content = demo.read_content()
    say("Drawing the example's pictures …")
    pictures = ExamplePictures(content)
    say("Loading the example site …")
    with transaction.atomic():
        set_up()  # with the example, so that a start that was interrupted is still a first one
        _Example(content, pictures).load()


class _Example:
    def __init__(self, content: nouns.Content, pictures: ExamplePictures) -> None:
        self.content = content
        self.pictures = pictures
        self.now = clock.minute()
        self.zone = ZoneInfo(content.site.zone)
        self.posts: dict[str, Post] = {}
        self.regions: dict[str, Region] = {}
        self.topics: dict[str, Topic] = {}

    def load(self) -> None:
        self._site()
        for post in sorted(self.content.posts, key=lambda each: -each.ago):
            self.posts[post.key] = self._post(post)
        for event in self.content.events:
            self.posts[event.key] = self._event(event)
        for feature in sorted(self.content.features, key=lambda each: -each.ago):
            self.posts[feature.key] = self._feature(feature)
        self._late_links()
        for post in self.content.posts:
            self._afterwards(post)

    def _site(self) -> None:
        site = self.content.site
        abouts = {"en": site.about, "es": site.about_es}
        decide(name=site.name, tagline=site.tagline, zone=site.zone, languages=list(site.languages), abouts=abouts)
        PolicyParagraph.objects.all().delete()
        for position, each in enumerate(self.content.policies):
            PolicyParagraph.objects.create(
                code=each.code,
                position=position,
                titles={"en": each.title, "es": each.title_es},
                sentences={"en": each.sentence, "es": each.sentence_es},
                removes=each.code in REMOVING,
            )
        self.regions = {each.key: add_region(names=_names(each), at=each.key, position=n) for n, each in enumerate(self.content.regions)}
        self.topics = {each.key: add_topic(names=_names(each), at=each.key, position=n) for n, each in enumerate(self.content.topics)}

    def _places(self, given: nouns.Post | nouns.Feature | nouns.Event) -> dict[str, list[Region] | list[Topic]]:
        return {"regions": [self.regions[key] for key in given.regions], "topics": [self.topics[key] for key in given.topics]}

    def _post(self, given: nouns.Post) -> Post:
        wording = _wording(given, self._places(given))
        if given.correction:
            wording = _replaced(wording, given.correction.field, given.correction.before, given.correction.after)
        files = [
            self.pictures.take(each.file, title=each.title, alt=each.alt, caption=each.caption, credit=each.credit)
            for each in given.picture
        ]
        files += [example_sound(each) for each in given.sound]
        publish_at = None
        if given.embargo_at:
            day = (self.now.astimezone(self.zone) + timedelta(days=given.embargo_day)).date()
            publish_at = datetime.combine(day, given.embargo_at, self.zone)
        post = publish_post(
            wording=wording,
            files=files,
            publish_at=publish_at,
            held=given.visibility == "held",
            published=None if publish_at or given.visibility == "held" else self.now - given.ago,
        )
        if given.standing != "new" or given.highlighted:
            sort_post(post=post, standing=given.standing, highlighted=given.highlighted)
        for part in given.part:
            self._part(post, part)
        for said in given.said:
            add_comment(post=post, kind=said.kind, body=said.text, byline=said.byline, sent=self.now - said.ago)
        return post

    def _part(self, post: Post, given: nouns.Part) -> None:
        files = [self.pictures.take(given.picture, alt=given.alt, caption=given.caption)] if given.picture else []
        body = given.text if files else given.text or given.caption
        add_part(
            post=post,
            title=given.title,
            byline=given.byline,
            body=body,
            related_url=given.url,
            files=files,
            sent=self.now - given.ago,
        )

    def _event(self, given: nouns.Event) -> Post:
        zone = given.zone or self.content.site.zone
        day = (self.now.astimezone(self.zone) + timedelta(days=given.day)).date()
        starts, ends = (datetime.combine(day, hour, ZoneInfo(zone)) for hour in (given.start, given.end))
        details: dict[str, object] = {
            "starts": starts,
            "ends": ends if ends > starts else ends + timedelta(days=1),
            "zone": zone,
            "place": given.place,
            "address": given.address,
            "organiser": given.organizer,
            "contact": given.contact,
            "cost": given.cost,
            "access": "\n".join(given.access),
            "online_url": given.url if given.online else "",
        }
        wording = Wording(
            headline=given.title,
            body=given.description,
            byline=given.organizer,
            language=given.language,
            kind="event",
            related_url="" if given.online else given.url,
            **self._places(given),  # type: ignore[arg-type]
        )
        files = [self.pictures.take(given.picture, alt=given.alt)] if given.picture else []
        sent = self.now - timedelta(days=max(2, 9 - given.day), hours=given.start.hour % 7)
        return publish_post(wording=wording, files=files, published=sent, attach=lambda post: _place(post, details))

    def _feature(self, given: nouns.Feature) -> Post:
        files = [self.pictures.take(given.picture, alt=given.alt, caption=given.caption)]
        published = self.now - given.ago
        newest = self._composition(given, given.headlines, given.phase, given.text)
        if not given.revision:
            return compose_feature(composition=newest, files=files, published=published).post
        states = [(each, self._composition(given, each.headlines, each.phase, each.text)) for each in given.revision]
        first, composition = states[0]
        feature = compose_feature(composition=composition, files=files, published=published, note=first.note)
        for each, composition in states[1:]:
            revise_feature(feature=feature, composition=composition, note=each.note, at=self.now - each.ago)
        return revise_feature(feature=feature, composition=newest, at=self.now - (given.updated_ago or given.ago)).post

    def _composition(self, given: nouns.Feature, headlines: Sequence[str], phase: str, text: str) -> Composition:
        published = (self.now - given.ago).astimezone(self.zone).date()
        updated = (self.now - given.updated_ago).astimezone(self.zone).date() if given.updated_ago else None
        places = self._places(given)
        topics = sorted(places["topics"], key=lambda topic: topic.slug != given.kicker)
        wording = Wording(
            headline=headlines[0],
            body=text,
            language=given.language,
            kind="feature",
            regions=places["regions"],  # type: ignore[arg-type]
            topics=topics,  # type: ignore[arg-type]
        )
        return Composition(
            wording=wording,
            lines=headlines[1:],
            phase=phase,
            dated=published,
            redated=updated,
            rows=[ComposedRow(label=row.label, links=[self._link(link) for link in row.links]) for row in given.row],
            quotations=[self._quotation(given.quotation)] if given.quotation else [],
        )

    def _link(self, given: nouns.Link) -> ComposedLink:
        target = self.posts.get(given.target)
        return ComposedLink(
            label=given.label, kind=given.kind, target=target, url="" if target or "://" not in given.target else given.target
        )

    def _late_links(self) -> None:
        """A feature may lead to one that was composed after it."""
        for given in self.content.features:
            labels = {link.label: self.posts[link.target] for row in given.row for link in row.links if link.target in self.posts}
            for link in RowLink.objects.filter(row__feature__post=self.posts[given.key], target=None, label__in=labels):
                link.target = labels[link.label]
                link.save(update_fields=["target"])

    def _quotation(self, given: nouns.Quotation) -> ComposedQuotation:
        """The paragraph is found by its words: headings and lists count as paragraphs on the page."""
        source = self.posts[given.post]
        anchors = [each.anchor for each in prose(source.body).paragraphs if given.text in each.text]
        paragraph = int(anchors[0].removeprefix("p")) if anchors else given.paragraph
        return ComposedQuotation(words=given.text, speaker=source.byline, source=source, paragraph=paragraph)

    def _afterwards(self, given: nouns.Post) -> None:
        """What happened to a post later: corrected, hidden, withdrawn."""
        post = self.posts[given.key]
        if given.correction:
            correct_post(post=post, wording=_wording(given, self._places(given)), note=given.correction.note, show_old=True)
            at = self.now - given.correction.ago
            Correction.objects.filter(post=post).update(at=at)
            Post.objects.filter(pk=post.pk).update(updated=at)
        if given.visibility == "hidden":
            hide(submission=post, paragraph=PolicyParagraph.objects.get(code=given.reason), sentence=given.reason_note)
        if given.visibility == "withdrawn":
            withdraw_post(post=post)


def _names(given: nouns.Place) -> dict[str, str]:
    return {"en": given.name, "es": given.name_es}


def _place(post: Post, details: dict[str, object]) -> None:
    place_event(post=post, details=details)


def _wording(given: nouns.Post, places: dict[str, list[Region] | list[Topic]]) -> Wording:
    return Wording(
        headline=given.title,
        body=given.text,
        summary=given.summary,
        byline=given.byline,
        language=given.language,
        kind=given.kind.replace("_", "-"),
        related_url=given.related,
        source_name=given.source_name,
        source_url=given.source_url,
        credit=given.credit_line,
        credit_url=given.credit_url,
        content_note=given.content_note,
        further_media=[(each.title, each.url) for each in given.external],
        regions=places["regions"],  # type: ignore[arg-type]
        topics=places["topics"],  # type: ignore[arg-type]
    )


def _replaced(wording: Wording, field: str, before: str, after: str) -> Wording:
    """The words as they stood before the correction."""
    name = {"title": "headline", "text": "body"}.get(field, field)
    return replace(wording, **{name: getattr(wording, name).replace(after, before)})
