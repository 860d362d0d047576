"""What a receipt opened, and the pages that every act with it may lead to."""

from dataclasses import dataclass

from django.http import HttpResponse
from django.utils.translation import gettext as _

from commonwire.base.text import excerpt
from commonwire.chrome.answers import answer
from commonwire.chrome.asking import WireRequest
from commonwire.newswire.contributions import registered
from commonwire.newswire.forms import ReceiptForm
from commonwire.newswire.models import Comment, Post
from commonwire.newswire.receipt_acts import acts_for
from commonwire.newswire.submission import Submission


@dataclass(frozen=True)
class Opened:
    """One request with words that open something."""

    request: WireRequest
    submission: Submission
    form: ReceiptForm
    holder: str = ""  # the name of the receipt, empty for the first

    @property
    def keys(self) -> dict[str, object]:
        """Number and words, which travel on in the body of each form."""
        return {"receipt_for": self.form.cleaned_data["receipt_for"], "receipt_words": self.form.cleaned_data["receipt_words"]}

    @property
    def title(self) -> str:
        if isinstance(self.submission, Post):
            return self.submission.headline
        if isinstance(self.submission, Comment):
            return self.submission.title or excerpt(self.submission.body, 80)
        return registered(self.submission).told(self.submission).title

    def page(self, template: str, context: dict[str, object], *, title: str, status: int = 200) -> HttpResponse:
        return answer(self.request, template, {"submission": self.submission, **self.keys, **context}, title=title, status=status)


def choices(opened: Opened, notice: str = "", status: int = 200) -> HttpResponse:
    """What these words allow."""
    context = {
        "title": opened.title,
        "is_post": isinstance(opened.submission, Post),
        "can_correct": not isinstance(opened.submission, Comment),
        "notice": notice,
        "holder": opened.holder,
        "named": [] if opened.holder or not isinstance(opened.submission, Post) else list(opened.submission.named_receipts.all()),
        "acts": acts_for(opened.submission, opened.holder),
    }
    return opened.page("newswire/receipt_choices.html", context, title=_("Your receipt"), status=status)


def ask(request: WireRequest, form: ReceiptForm, status: int) -> HttpResponse:
    return answer(request, "newswire/receipt.html", {"form": form}, title=_("Your receipt"), status=status)
