"""Write a plan into the rooms below: as a new post, or over the post it became before. For the verb `take_in`, within its transaction."""

from collections.abc import Sequence
from datetime import datetime

from commonwire.archive.gathering import WantedFile
from commonwire.archive.grammar import LinkRow, kinds_of
from commonwire.archive.places import regions_of, topics_of
from commonwire.archive.plan import Plan, PlannedComment, PlannedPart
from commonwire.archive.queries import named_so
from commonwire.calendar.models import Event
from commonwire.calendar.place_event import move_event, place_event
from commonwire.features.compose import compose_feature, revise_feature
from commonwire.features.composition import ComposedLink, ComposedRow, Composition
from commonwire.features.models import Feature
from commonwire.media.describe import describe_file
from commonwire.media.erase import erase_file
from commonwire.media.models import File
from commonwire.media.placeholder import make_placeholder
from commonwire.newswire.add_part import add_part
from commonwire.newswire.comment import add_comment
from commonwire.newswire.models import Comment, CommentKind, Part, Post, PostFile
from commonwire.newswire.publish import medium_of, place, publish_post, recognise_release
from commonwire.newswire.wording import Wording
from commonwire.newswire.words import Kind, Standing


def write(plan: Plan, *, language: str, licence: str) -> Post:
    wording = wording_of(plan, language=language, licence=licence)
    files = [_placeholder(file) for file in plan.files]
    if plan.kind == Kind.FEATURE:
        feature = compose_feature(composition=_composition(plan, wording), files=files, published=plan.published)
        post = feature.post
        _mark(post, plan)
    else:
        post = publish_post(wording=wording, files=files, published=plan.published, day=plan.day, attach=lambda post: _attach(post, plan))
    for part in plan.parts:
        _add_part(post, part)
    for comment in plan.comments:
        _add_comment(post, comment)
    return post


def mend(post: Post, plan: Plan, comments: Sequence[str]) -> list[str]:
    """The post says what the improved document says; id, address, standing and visibility stay. Returns its comments' public ids."""
    wording = wording_of(plan, language=post.language, licence=post.licence)
    feature = Feature.objects.filter(post=post).first()
    if feature:
        revise_feature(feature=feature, composition=_composition(plan, wording))
        Feature.objects.filter(pk=feature.pk).update(redated=plan.redated)
        post.refresh_from_db()
    else:
        for name, value in wording.columns().items():
            setattr(post, name, value)
        place(post, wording)
        post.release = recognise_release(wording)
        _mend_event(post, plan)
    post.published = plan.published or post.published
    _hang(post, None, plan.files)
    post.medium = medium_of(post.ordered_files)
    _mark(post, plan)
    post.save()
    _mend_parts(post, plan.parts)
    return _mend_comments(post, plan.comments, comments)


def wording_of(plan: Plan, *, language: str, licence: str) -> Wording:
    names = ("headline", "byline", "summary", "body", "kind", "related_url", "credit", "credit_url")
    return Wording(
        **{name: getattr(plan, name) for name in names},
        language=language,
        licence=licence,
        further_media=plan.media,
        regions=regions_of(plan.places),
        topics=topics_of(plan.places),
    )


def _composition(plan: Plan, wording: Wording) -> Composition:
    rows = [_row(row, wording.headline) for row in plan.rows]
    return Composition(wording=wording, lines=plan.stack, dated=plan.day, redated=plan.redated, rows=rows)


def _row(row: LinkRow, own: str) -> ComposedRow:
    """A link whose label is the headline of a page taken in leads there; others wait for theirs."""
    targets = {link.label: named_so(link.label) for link in row.links if link.label != own}
    links = [ComposedLink(link.label, _kind_of(link.word), targets.get(link.label)) for link in row.links]
    return ComposedRow(links=links, label=row.label, kind_first=_kind_of(row.word))


def _kind_of(word: str) -> str:
    return next(iter(kinds_of(word)), "")


def _attach(post: Post, plan: Plan) -> None:
    """Sorted by another collective long ago, it waits in nobody's queue: its standing is "other" until this desk says more."""
    post.standing = Standing.OTHER
    _mark(post, plan)
    if plan.kind == Kind.EVENT:
        place_event(post=post, details=_details(plan))


def _mark(post: Post, plan: Plan) -> None:
    post.dated, post.plain, post.updated = plan.dated, True, plan.updated
    post.save(update_fields=["dated", "plain", "updated", "standing"])


def _details(plan: Plan) -> dict[str, object]:
    facts = plan.event
    if facts is None:
        raise AssertionError("an event is planned with its facts")
    place_line, _, address = facts.location.partition("\n")
    return {
        "starts": facts.starts,
        "ends": facts.ends,
        "zone": plan.zone,
        "place": place_line[:200],
        "address": " ".join(address.split())[:300],
        "organiser": facts.organizer[:200],
    }


def _mend_event(post: Post, plan: Plan) -> None:
    if plan.kind == Kind.EVENT:
        act = move_event if Event.objects.filter(post=post).exists() else place_event
        act(post=post, details=_details(plan))


def _placeholder(wanted: WantedFile) -> File:
    file = make_placeholder(name=wanted.name, width=wanted.width, height=wanted.height, reduced=wanted.reduced, kind=wanted.kind)
    if wanted.alt:
        describe_file(file=file, alt=wanted.alt[:2000])
    return file


def _hang(post: Post, part: Part | None, wanted: Sequence[WantedFile]) -> None:
    """A file that is still wanted, filled or not, stays the file it is; one that is not is erased."""
    hanging = list(PostFile.objects.filter(post=post, part=part).select_related("file").order_by("position", "id"))
    base = 0 if part is None else PostFile.objects.filter(post=post).count()
    for position, each in enumerate(wanted, base):
        same = next((row for row in hanging if row.file.name == each.name and row.file.kind == each.kind), None)
        if same is None:
            PostFile.objects.create(post=post, part=part, file=_placeholder(each), position=position)
            continue
        hanging.remove(same)
        same.position = position
        same.save(update_fields=["position"])
    for row in hanging:
        erase_file(file=row.file)
        row.delete()


def _add_part(post: Post, planned: PlannedPart) -> None:
    part = add_part(
        post=post,
        title=planned.title,
        byline=planned.byline,
        body=planned.body,
        related_url=planned.related_url,
        files=[_placeholder(file) for file in planned.files],
        sent=_when(planned.sent, post),
    )
    part.dated, part.plain = planned.dated, True
    part.save(update_fields=["dated", "plain"])


def _mend_parts(post: Post, planned: Sequence[PlannedPart]) -> None:
    parts = list(post.parts.order_by("position"))
    for part, new in zip(parts, planned, strict=False):
        for name in ("title", "byline", "body", "related_url", "dated"):
            setattr(part, name, getattr(new, name))
        part.sent = _when(new.sent, post)
        part.save()
        _hang(post, part, new.files)
    for part in parts[len(planned) :]:
        _hang(post, part, ())
        part.delete()
    for new in planned[len(parts) :]:
        _add_part(post, new)


def _add_comment(post: Post, planned: PlannedComment) -> Comment:
    comment = add_comment(
        post=post,
        kind=CommentKind.COMMENT,
        title=planned.title,
        byline=planned.byline,
        body=planned.body,
        sent=_when(planned.sent, post),
    )
    comment.dated, comment.plain = planned.dated, True
    comment.save(update_fields=["dated", "plain"])
    return comment


def _mend_comments(post: Post, planned: Sequence[PlannedComment], known: Sequence[str]) -> list[str]:
    """Those taken in before are mended in order; a page that shows fewer, for they were folded, takes none away."""
    rows = {comment.public_id: comment for comment in post.comments.filter(public_id__in=known)}
    for public_id, new in zip(known, planned, strict=False):
        comment = rows.get(public_id)
        if comment is None or comment.is_over:
            continue
        for name in ("title", "byline", "body", "dated"):
            setattr(comment, name, getattr(new, name))
        comment.sent = _when(new.sent, post)
        comment.save()
    return [*known, *(_add_comment(post, new).public_id for new in planned[len(known) :])]


def _when(sent: datetime | None, post: Post) -> datetime:
    return sent or post.published or post.sent
