"""Who may, and what is let through at once. Pure: no queries."""

import re
from datetime import datetime, timedelta

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from commonwire.base import clock
from commonwire.newswire.models import Part, Post
from commonwire.newswire.submission import Submission
from commonwire.newswire.words import Visibility
from commonwire.site.models import Admission, Site

_LINK = re.compile(r"https?://|www\.", re.IGNORECASE)


def is_held(site: Site, *, words: str, has_files: bool, suspicious: bool) -> bool:
    """Whether a sending waits for the desk: the collective's level of admission, or something odd about how it came."""
    level = Admission(site.admission)
    return (
        suspicious
        or level == Admission.ALL_HELD
        or (level >= Admission.MEDIA_HELD and has_files)
        or (level >= Admission.LINKS_HELD and bool(_LINK.search(words)))
    )


def is_change_held(site: Site, *, old: str, new: str, has_files: bool) -> bool:
    """Whether what a correction or a part adds would be held if it were sent in anew: only its new words count."""
    added = " ".join(word for word in new.split() if word not in set(old.split()))
    return is_held(site, words=added, has_files=has_files, suspicious=False)


def may_change(submission: Submission) -> bool:
    """Whether its author may still correct, add to or withdraw it: hidden or not, but not once it is over."""
    return submission.visibility not in (Visibility.WITHDRAWN, Visibility.PURGED, Visibility.WITHHELD)


def must_be_changeable(submission: Submission) -> None:
    if not may_change(submission):
        raise ValidationError(_("This post is over: nothing about it can be changed any more."))


def keeps_files_back(submission: Submission) -> bool:
    """Whether its pictures may stand nowhere: hidden for a reason that removes, withheld, or in a part that shows nothing at all."""
    if submission.visibility == Visibility.WITHHELD:
        return True
    removes = submission.hidden_by is not None and submission.hidden_by.removes
    return submission.visibility == Visibility.HIDDEN and (removes or isinstance(submission, Part))


def comments_close(post: Post, site: Site) -> datetime | None:
    """So many days after it appeared; None when the collective set no end or the post has no date."""
    if not site.comments_days or post.published is None:
        return None
    return post.published + timedelta(days=site.comments_days)


def receipt_lasts(site: Site) -> datetime:
    return clock.minute() + timedelta(hours=site.receipt_hours)
