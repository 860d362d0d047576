"""With the six words: correct, add a part, withdraw, keep longer, forget. The words travel in the body of the form, never in an address."""

from collections.abc import Callable

from django.core.exceptions import ValidationError
from django.db import OperationalError
from django.forms import Form
from django.http import HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from commonwire.base.text import clean_line
from commonwire.chrome.answers import answer
from commonwire.chrome.asking import WireRequest
from commonwire.newswire.add_part import add_part
from commonwire.newswire.correct import correct_post
from commonwire.newswire.draft import Draft, files_of, handle_of, new_draft, read_draft
from commonwire.newswire.forms import PartForm, PublishForm, ReceiptForm
from commonwire.newswire.keep_receipt import extend_receipt, forget_receipt
from commonwire.newswire.kinds import EXTRAS
from commonwire.newswire.models import Comment, Post
from commonwire.newswire.queries import find_post, find_submission
from commonwire.newswire.rules import is_change_held, may_change
from commonwire.newswire.submission import Submission
from commonwire.newswire.trouble import Troubled, explain
from commonwire.newswire.uploads import Uploads, described, take_files
from commonwire.newswire.views.publish import form_context
from commonwire.newswire.withdraw import withdraw_comment, withdraw_post
from commonwire.newswire.wording import COLUMNS, Wording
from commonwire.newswire.words import STREAM, Kind
from commonwire.press.bake import bake_now

NOT_NOW = gettext_lazy(
    "At this time the collective looks at such additions before they are shown, so nothing was changed. "
    "Your words stand below: send them as a new report, or try again later."
)


@require_POST
def receipt(request: WireRequest) -> HttpResponse:
    """One door for every act: `act` says which; without one the choices are shown."""
    form = ReceiptForm(request.POST)
    if not form.is_valid():
        return _ask(request, form, 422)
    submission = _opened(form.cleaned_data["receipt_for"], form.cleaned_data["receipt_words"])
    if submission is None:
        form.add_error("receipt_words", _("These words do not open this post. Check both; a receipt also ends after its time."))
        return _ask(request, form, 403)
    if not may_change(submission):
        form.add_error(None, _("This post is over: nothing about it can be changed any more."))
        return _ask(request, form, 403)
    act = ACTS.get(request.POST.get("act", ""), _choices)
    try:
        return act(request, submission, form)
    except ValidationError as over:  # withdrawn or hidden for good while this form was on its way
        form.add_error(None, over)
        return _ask(request, form, 403)
    except (OSError, OperationalError) as error:
        submission.refresh_from_db()
        return _after_trouble(request, submission, form, explain(error))


def _after_trouble(request: WireRequest, submission: Submission, form: ReceiptForm, trouble: Troubled) -> HttpResponse:
    """What was typed stands below what happened."""
    act = request.POST.get("act") if isinstance(submission, Post) and request.POST.get("save") else ""
    fresh = files_of(request.POST.getlist("file"))
    if act == "correct" and isinstance(submission, Post):
        words, details = _typed(request, submission)
        return _correction_page(request, submission, form, words, details, Uploads(fresh), trouble)
    if act == "part" and isinstance(submission, Post):
        return _part_page(request, submission, form, PartForm(request.POST), Uploads(fresh), trouble)
    return _choices(request, submission, form, notice=str(trouble), status=trouble.status)


def _opened(address: str, words: str) -> Submission | None:
    bare = address.rsplit("#comment-", 1)[-1].strip() if "#comment-" in address else address
    found = find_submission(bare) or find_post(address)
    return found if found is not None and found.opened_by(words) else None


def _ask(request: WireRequest, form: ReceiptForm, status: int) -> HttpResponse:
    return answer(request, "newswire/receipt.html", {"form": form}, title=_("Your receipt"), status=status)


def _keys(form: ReceiptForm) -> dict[str, object]:
    return {"receipt_for": form.cleaned_data["receipt_for"], "receipt_words": form.cleaned_data["receipt_words"]}


def _choices(request: WireRequest, submission: Submission, form: ReceiptForm, notice: str = "", status: int = 200) -> HttpResponse:
    context = {"submission": submission, "is_post": isinstance(submission, Post), "notice": notice, **_keys(form)}
    return answer(request, "newswire/receipt_choices.html", context, title=_("Your receipt"), status=status)


def _correct(request: WireRequest, submission: Submission, form: ReceiptForm) -> HttpResponse:
    if not isinstance(submission, Post):
        return _choices(request, submission, form)
    return _save_correction(request, submission, form) if request.POST.get("save") else _correction_page(request, submission, form)


def _correction_page(
    request: WireRequest,
    post: Post,
    form: ReceiptForm,
    words: PublishForm | None = None,
    details: object = None,
    uploads: Uploads | None = None,
    trouble: Troubled | None = None,
) -> HttpResponse:
    extra, uploads = EXTRAS.get(post.kind), uploads or Uploads()
    site = request.site
    words = words or PublishForm(initial=_initial(post), site=site, language=post.language)
    _settle_kind(words, post)
    extra_form = details or (extra.form(None, site=site, initial=extra.initial(post)) if extra else None)
    context = form_context(words, extra, extra_form) | {  # type: ignore[arg-type]
        "post": post,
        "hanging": post.ordered_files,
        "handles": [(handle_of(file), file) for file in uploads.files],
        "refused": uploads.refused,
        "upload_rows": uploads.rows,
        "notices": [trouble] if trouble else [],
        "note": request.POST.get("note", ""),
        "show_old": request.POST.get("show_old"),
        **_keys(form),
    }
    status = trouble.status if trouble else 422 if words.is_bound else 200
    return answer(request, "newswire/correct.html", context, title=_("Correct your post"), status=status)


def _settle_kind(words: PublishForm, post: Post) -> None:
    """A correction does not change what a post is, unless both are kinds of the stream."""
    if post.kind not in STREAM:
        words.is_only(post.kind, Kind(post.kind).label)


def _initial(post: Post) -> dict[str, object]:
    given: dict[str, object] = {name: getattr(post, name) for name in COLUMNS}
    for number, each in enumerate(post.further_media.all(), 1):
        given[f"media_title_{number}"], given[f"media_url_{number}"] = each.title, each.url
    return given | {
        "kind": post.kind,
        "regions": [region.slug for region in post.regions.all()],
        "topics": [topic.slug for topic in post.topics.all()],
    }


def _save_correction(request: WireRequest, post: Post, form: ReceiptForm) -> HttpResponse:
    extra = EXTRAS.get(post.kind)
    words, details = _typed(request, post)
    uploads = take_files(request, already=post.files.count())
    if not all([words.is_valid(), details is None or details.is_valid()]) or uploads.refused:
        return _correction_page(request, post, form, words, details, uploads)
    if _waits(request, post, _said(post), _said(words.wording()), uploads):
        return _correction_page(request, post, form, words, details, uploads)
    removed = [file for file in post.ordered_files if request.POST.get(f"file_remove_{file.public_id}")]
    _describe_hanging(request, post)
    correct_post(
        post=post,
        wording=words.wording(),
        note=clean_line(request.POST.get("note", ""))[:300],
        show_old=bool(request.POST.get("show_old")),
        files=uploads.files,
        removed=removed,
        publish_at=words.embargo,
        change=(lambda changed: extra.change(changed, details.cleaned_data)) if extra and details else None,
    )
    return _done(post)


def _waits(request: WireRequest, post: Post, old: str, new: str, uploads: Uploads) -> bool:
    """Whether readers may not see this addition at once; then the author is told, and keeps it. A held post waits as a whole anyway."""
    waits = post.is_shown and is_change_held(request.site, old=old, new=new, has_files=bool(uploads.files))
    uploads.refused += [str(NOT_NOW)] * waits
    return waits


def _typed(request: WireRequest, post: Post) -> tuple[PublishForm, Form | None]:
    """The words of a correction, and those of its kind."""
    extra = EXTRAS.get(post.kind)
    words = PublishForm(request.POST, site=request.site, language=post.language)
    _settle_kind(words, post)
    return words, extra.form(request.POST, site=request.site) if extra else None


def _said(given: Post | Wording) -> str:
    """All words and addresses that readers would see."""
    media = [f"{each.title} {each.url}" for each in given.further_media.all()] if isinstance(given, Post) else given.further_media
    return " ".join([*(str(getattr(given, name)) for name in COLUMNS), *map(str, media)])


def _describe_hanging(request: WireRequest, post: Post) -> None:
    for file in post.ordered_files:
        described(file, request, f"file_{{}}_{file.public_id}")


def _add_part(request: WireRequest, submission: Submission, form: ReceiptForm) -> HttpResponse:
    if not isinstance(submission, Post):
        return _choices(request, submission, form)
    words = PartForm(request.POST if request.POST.get("save") else None, initial={"byline": submission.byline})
    uploads = take_files(request, already=submission.files.count())
    if not words.is_valid() or uploads.refused:
        return _part_page(request, submission, form, words, uploads)
    if _waits(request, submission, "", " ".join(map(str, words.cleaned_data.values())), uploads):
        return _part_page(request, submission, form, words, uploads)
    add_part(post=submission, **words.cleaned_data, files=uploads.files, public_id=_draft(request).id)
    return _done(submission)


def _draft(request: WireRequest) -> Draft:
    return read_draft(request.POST.get("draft", "")) or new_draft()


def _part_page(
    request: WireRequest, post: Post, form: ReceiptForm, words: PartForm, uploads: Uploads, trouble: Troubled | None = None
) -> HttpResponse:
    context = {
        "form": words,
        "post": post,
        "draft": _draft(request),
        "handles": [(handle_of(file), file) for file in uploads.files],
        "refused": uploads.refused,
        "notices": [trouble] if trouble else [],
        "upload_rows": uploads.rows,
        **_keys(form),
    }
    status = trouble.status if trouble else 422 if words.is_bound else 200
    return answer(request, "newswire/part.html", context, title=_("Add a part"), status=status)


def _withdraw(request: WireRequest, submission: Submission, form: ReceiptForm) -> HttpResponse:
    if not request.POST.get("sure"):
        context = {"submission": submission, "is_post": isinstance(submission, Post), **_keys(form)}
        return answer(request, "newswire/withdraw.html", context, title=_("Withdraw"))
    if isinstance(submission, Comment):
        withdraw_comment(comment=submission)
        bake_now([submission.post.key])
        return HttpResponseRedirect(submission.post.path or submission.post.short_path, status=303)
    withdraw_post(post=submission)  # type: ignore[arg-type]  # receipts open posts and comments
    return _done(submission)  # type: ignore[arg-type]


def _extend(request: WireRequest, submission: Submission, form: ReceiptForm) -> HttpResponse:
    extend_receipt(submission=submission)
    return _choices(request, submission, form, notice=_("This receipt now lasts thirty days."))


def _forget(request: WireRequest, submission: Submission, form: ReceiptForm) -> HttpResponse:
    forget_receipt(submission=submission)
    return answer(request, "newswire/receipt_forgotten.html", {"submission": submission}, title=_("Forgotten"))


def _done(post: Post) -> HttpResponse:
    bake_now([post.key])
    return HttpResponseRedirect(post.path or post.short_path, status=303)


Act = Callable[[WireRequest, Submission, ReceiptForm], HttpResponse]
ACTS: dict[str, Act] = {"correct": _correct, "part": _add_part, "withdraw": _withdraw, "extend": _extend, "forget": _forget}
