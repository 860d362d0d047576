"""One case as the desk sees it: what it is, what it says, and what may be done with it."""

from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from commonwire.base.text import excerpt
from commonwire.media.models import File
from commonwire.newswire.contributions import registered
from commonwire.newswire.models import Comment, Part, Post
from commonwire.newswire.prose import prose
from commonwire.newswire.submission import Submission
from commonwire.newswire.words import STREAM, Kind, Medium, Visibility

SCREENS: dict[str, str] = {Kind.EVENT: "/desk/event/", Kind.ACTION: "/desk/actions/", Kind.FEATURE: "/desk/features/"}
LONGEST = 10_000  # characters in a queue; a case's own page shows the whole


@dataclass(frozen=True)
class Case:
    submission: Submission
    noun: str  # post, comment, part, or what a contribution is called
    title: str
    kind: str
    text: str
    is_cut: bool
    address: str  # where readers see it, or empty
    files: list[File]
    post: Post | None  # the post itself, or the one below which it stands

    @property
    def links(self) -> list[str]:
        """Every address that stands outside of the text."""
        post = self.post
        if post is None or self.noun != "post":
            return []
        further = [each.url for each in post.further_media.all()]
        return [url for url in (post.related_url, post.source_url, post.credit_url, *further) if url]

    @property
    def screen(self) -> str:
        """Where the room of its kind lets members change more of it."""
        below = SCREENS.get(self.post.kind) if self.post and self.noun == "post" else None
        return f"{below}{self.submission.public_id}/" if below else ""

    @property
    def can_show(self) -> bool:
        return self.submission.visibility in (Visibility.HELD, Visibility.EMBARGOED)

    @property
    def can_hide(self) -> bool:
        return self.submission.visibility in (Visibility.SHOWN, Visibility.HELD, Visibility.EMBARGOED)

    @property
    def can_unhide(self) -> bool:
        return self.submission.visibility == Visibility.HIDDEN

    @property
    def can_sort(self) -> bool:
        return self.noun == "post" and self.submission.visibility == Visibility.SHOWN

    @property
    def has_standing(self) -> bool:
        """Features and events have columns of their own; they are placed, but do not stand in the newswire."""
        return self.post is not None and self.post.kind in STREAM


def case_of(submission: Submission) -> Case:
    if isinstance(submission, Post):
        whole = "\n\n".join(filter(None, [submission.summary, submission.body]))
        files = [each.file for each in submission.files.all()]
        address = submission.path if submission.path and submission.is_shown else ""
        kind = str(submission.get_kind_display())
        kind += f", {submission.get_medium_display()}" if submission.medium != Medium.TEXT else ""
        return _case(submission, "post", submission.headline, kind, whole, address, files, submission)
    if isinstance(submission, Comment):
        address = f"{submission.post.path}#comment-{submission.public_id}" if submission.is_shown and submission.post.is_shown else ""
        title = submission.title or excerpt(submission.body, 80)
        return _case(submission, "comment", title, str(submission.get_kind_display()), submission.body, address, [], submission.post)
    if isinstance(submission, Part):
        address = submission.post.path or "" if submission.is_shown and submission.post.is_shown else ""
        files = submission.ordered_files
        return _case(submission, "part", f"§ {submission.title}", _("part"), submission.body, address, files, submission.post)
    told = registered(submission).told(submission)
    address = told.address if submission.is_shown else ""
    return _case(submission, str(submission._meta.model_name), told.title, told.kind, told.text, address, [], None)


def _case(submission: Submission, noun: str, title: str, kind: str, text: str, address: str, files: list[File], post: Post | None) -> Case:
    return Case(submission, noun, title, kind, text[:LONGEST], len(text) > LONGEST, address, files, post)


def whole_text(case: Case) -> SafeString:
    """As readers would see it."""
    submission = case.submission
    if isinstance(submission, Post):
        return prose(submission.body, release=not submission.plain_release, plain=submission.plain).html
    body = submission.body if isinstance(submission, Comment | Part) else registered(submission).told(submission).text
    return prose(body, release=False, plain=submission.plain).html
