"""Posts with their parts, files and comments, and what happened to some of them later."""

from dataclasses import replace

from commonwire.newswire.add_part import add_part
from commonwire.newswire.comment import add_comment
from commonwire.newswire.correct import correct_post
from commonwire.newswire.hide import hide
from commonwire.newswire.models import Correction, Post
from commonwire.newswire.publish import publish_post
from commonwire.newswire.sort import sort_post
from commonwire.newswire.withdraw import withdraw_post
from commonwire.newswire.wording import Wording
from commonwire.ops.demo import nouns
from commonwire.ops.demo.loading.town import Town
from commonwire.ops.example_files import example_sound
from commonwire.site.models import PolicyParagraph


def load_post(town: Town, given: nouns.Post) -> Post:
    wording = _wording(town, given)
    if given.correction:
        wording = _replaced(wording, given.correction.field, given.correction.before, given.correction.after)
    files = [
        town.pictures.take(each.file, title=each.title, alt=each.alt, caption=each.caption, credit=each.credit) for each in given.picture
    ]
    files += [example_sound(each) for each in given.sound]
    publish_at = town.moment(town.day(given.embargo_day), given.embargo_at) if given.embargo_at else None
    post = publish_post(
        wording=wording,
        files=files,
        publish_at=publish_at,
        held=given.visibility == "held",
        published=None if publish_at or given.visibility == "held" else town.ago(given.ago),
    )
    if given.standing != "new" or given.highlighted:
        sort_post(post=post, standing=given.standing, highlighted=given.highlighted)
    for part in given.part:
        _add_part(town, post, part)
    for said in given.said:
        add_comment(post=post, kind=said.kind, body=said.text, byline=said.byline, sent=town.ago(said.ago))
    return post


def _add_part(town: Town, post: Post, given: nouns.Part) -> None:
    files = [town.pictures.take(given.picture, alt=given.alt, caption=given.caption)] if given.picture else []
    add_part(
        post=post,
        title=given.title,
        byline=given.byline,
        body=given.text if files else given.text or given.caption,
        related_url=given.url,
        files=files,
        sent=town.ago(given.ago),
    )


def tell_what_followed(town: Town, given: nouns.Post) -> None:
    """What happened to a post later: corrected, hidden, withdrawn."""
    post = town.posts[given.key]
    if given.correction:
        correct_post(post=post, wording=_wording(town, given), note=given.correction.note, show_old=True)
        at = town.ago(given.correction.ago)
        Correction.objects.filter(post=post).update(at=at)
        Post.objects.filter(pk=post.pk).update(updated=at)
    if given.visibility == "hidden":
        hide(submission=post, paragraph=PolicyParagraph.objects.get(code=given.reason), sentence=given.reason_note)
    if given.visibility == "withdrawn":
        withdraw_post(post=post)


def _wording(town: Town, given: nouns.Post) -> Wording:
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
        regions=town.regions_of(given.regions),
        topics=town.topics_of(given.topics),
    )


def _replaced(wording: Wording, field: str, before: str, after: str) -> Wording:
    """The words as they stood before the correction."""
    name = {"title": "headline", "text": "body"}.get(field, field)
    return replace(wording, **{name: getattr(wording, name).replace(after, before)})
