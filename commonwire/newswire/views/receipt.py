"""With the six words: correct, add a part, withdraw, keep longer, forget. The words travel in the body of the form, never in an address."""

from collections.abc import Callable

from django.core.exceptions import ValidationError
from django.db import OperationalError
from django.http import HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from commonwire.base.ids import is_public_id
from commonwire.chrome.answers import answer
from commonwire.chrome.asking import WireRequest
from commonwire.newswire import receipt_acts
from commonwire.newswire.forms import ReceiptForm
from commonwire.newswire.keep_receipt import extend_receipt, forget_receipt
from commonwire.newswire.models import Comment, Post
from commonwire.newswire.queries import find_post, find_submission, keys_of_submission
from commonwire.newswire.receipt_acts import FIRST_ALONE
from commonwire.newswire.rules import may_change
from commonwire.newswire.submission import Submission
from commonwire.newswire.trouble import Troubled, explain
from commonwire.newswire.views import receipt_act, receipt_contribution, receipt_post
from commonwire.newswire.views.opened import Opened, ask, choices
from commonwire.newswire.withdraw import withdraw_comment, withdraw_post
from commonwire.newswire.withdraw_submission import withdraw_submission
from commonwire.press.bake import bake_now


@require_POST
def receipt(request: WireRequest) -> HttpResponse:
    """One door for every act: `act` says which; without one the choices are shown."""
    form = ReceiptForm(request.POST)
    if not form.is_valid():
        return ask(request, form, 422)
    submission = _find(form.cleaned_data["receipt_for"])
    holder = submission.opened_as(form.cleaned_data["receipt_words"]) if submission else None
    if submission is None or holder is None:
        form.add_error("receipt_words", _("These words do not open this post. Check both; a receipt also ends after its time."))
        return ask(request, form, 403)
    if not may_change(submission):
        form.add_error(None, _("This post is over: nothing about it can be changed any more."))
        return ask(request, form, 403)
    return _act(Opened(request, submission, form, holder))


def _act(opened: Opened) -> HttpResponse:
    code = opened.request.POST.get("act", "")
    if opened.holder and (code in FIRST_ALONE or (code in receipt_acts.ACTS and receipt_acts.ACTS[code].first_alone)):
        return choices(opened, notice=_("Only the first receipt of this post does that."), status=403)
    try:
        return receipt_act.perform(opened, receipt_acts.ACTS[code]) if code in receipt_acts.ACTS else ACTS.get(code, choices)(opened)
    except ValidationError as over:  # withdrawn or hidden for good while this form was on its way
        opened.form.add_error(None, over)
        return ask(opened.request, opened.form, 403)
    except (OSError, OperationalError) as error:
        opened.submission.refresh_from_db()
        return _after_trouble(opened, explain(error))


def _after_trouble(opened: Opened, trouble: Troubled) -> HttpResponse:
    """What was typed stands below what happened."""
    act = opened.request.POST.get("act", "") if opened.request.POST.get("save") else ""
    if act in receipt_acts.ACTS:
        return receipt_act.typed_again(opened, receipt_acts.ACTS[act], trouble)
    if act in ("correct", "part") and isinstance(opened.submission, Post):
        return receipt_post.typed_again(opened, opened.submission, act, trouble)
    if act == "correct" and not isinstance(opened.submission, Comment):
        return receipt_contribution.typed_again(opened, trouble)
    return choices(opened, notice=str(trouble), status=trouble.status)


def _find(address: str) -> Submission | None:
    """By number, by the address of a post, or by that of what stands on its page: `…/#comment-0123456789abc`."""
    last = address.strip().rpartition("#")[2].rpartition("-")[2]
    return find_submission(last if is_public_id(last) else address.strip()) or find_post(address)


def _correct(opened: Opened) -> HttpResponse:
    if isinstance(opened.submission, Post):
        return receipt_post.correct(opened, opened.submission)
    return choices(opened) if isinstance(opened.submission, Comment) else receipt_contribution.correct(opened)


def _add_part(opened: Opened) -> HttpResponse:
    return receipt_post.add(opened, opened.submission) if isinstance(opened.submission, Post) else choices(opened)


def _withdraw(opened: Opened) -> HttpResponse:
    submission = opened.submission
    if not opened.request.POST.get("sure"):
        return opened.page("newswire/withdraw.html", {"is_post": isinstance(submission, Post)}, title=_("Withdraw"))
    if isinstance(submission, Comment):
        withdraw_comment(comment=submission)
        bake_now([submission.post.key])
        return HttpResponseRedirect(submission.post.path or submission.post.short_path, status=303)
    if isinstance(submission, Post):
        withdraw_post(post=submission)
        return receipt_post.done(submission)
    keys = keys_of_submission(submission)
    withdraw_submission(submission=submission)
    bake_now(keys)
    return answer(opened.request, "newswire/withdrawn.html", {}, title=_("Withdrawn"))


def _extend(opened: Opened) -> HttpResponse:
    extend_receipt(submission=opened.submission)
    return choices(opened, notice=_("This receipt now lasts thirty days."))


def _forget(opened: Opened) -> HttpResponse:
    forget_receipt(submission=opened.submission)
    return answer(opened.request, "newswire/receipt_forgotten.html", {"submission": opened.submission}, title=_("Forgotten"))


Act = Callable[[Opened], HttpResponse]
ACTS: dict[str, Act] = {"correct": _correct, "part": _add_part, "withdraw": _withdraw, "extend": _extend, "forget": _forget}
