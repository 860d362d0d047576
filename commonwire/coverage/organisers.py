"""What the organisers of a day of action do with its receipt: they say how sure the entries of its ticker are."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from commonwire.base.text import excerpt
from commonwire.coverage.check_entry import check_entry
from commonwire.coverage.forms import CheckForm
from commonwire.coverage.models import TickerEntry
from commonwire.coverage.queries import entries_of
from commonwire.mobilizations.models import Mobilization
from commonwire.mobilizations.queries import mobilization_of
from commonwire.newswire.models import Post
from commonwire.newswire.submission import Submission
from commonwire.newswire.words import Kind

MOST = 50


class OrganisersForm(CheckForm):
    """The newest entries, and how sure the chosen one is."""

    entry = forms.ChoiceField(label=gettext_lazy("Entry"), error_messages={"required": gettext_lazy("Choose an entry.")})
    field_order = ("entry", "state", "correction")

    def __init__(self, data: Any = None, *, submission: Submission, **given: Any) -> None:
        super().__init__(data, **given)
        entries = entries_of(day_of(submission), MOST)
        self.fields["entry"].choices = [(each.public_id, _line(each)) for each in entries]  # type: ignore[attr-defined]


def _line(entry: TickerEntry) -> str:
    at = entry.at.astimezone(entry.mobilization.zoneinfo)
    return f"{at:%H:%M} {entry.place} · {excerpt(entry.text, 80)} ({entry.get_state_display()})"


def day_of(submission: Submission) -> Mobilization:
    mobilization = mobilization_of(submission) if isinstance(submission, Post) else None
    if mobilization is None:
        raise LookupError("this receipt is of no day of action")
    return mobilization


def has_entries(submission: Submission) -> bool:
    """Where there is an entry to be judged."""
    if not isinstance(submission, Post) or submission.kind != Kind.ACTION or not submission.is_shown:
        return False
    return TickerEntry.objects.filter(mobilization__post=submission).public().exists()


def check_for_organisers(submission: Submission, given: dict[str, Any]) -> str:
    entry = TickerEntry.objects.get(mobilization=day_of(submission), public_id=given["entry"])
    entry = check_entry(entry=entry, state=given["state"], correction=given["correction"])
    return _("The entry is marked as %(state)s.") % {"state": entry.get_state_display()}
