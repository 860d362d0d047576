"""Correct a post, or add a part to it, with its receipt."""

from django.http import HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from commonwire.base.text import clean_line
from commonwire.chrome.asking import WireRequest
from commonwire.newswire.add_part import add_part
from commonwire.newswire.correct import correct_post
from commonwire.newswire.draft import Draft, files_of, handle_of, new_draft, read_draft
from commonwire.newswire.forms import PartForm, PublishForm
from commonwire.newswire.kinds import EXTRAS
from commonwire.newswire.models import Post
from commonwire.newswire.questions import Questions, ask, ask_again
from commonwire.newswire.rules import is_change_held
from commonwire.newswire.trouble import Troubled
from commonwire.newswire.uploads import Uploads, described, take_files
from commonwire.newswire.views.opened import Opened, choices
from commonwire.newswire.views.publish import form_context
from commonwire.newswire.wording import COLUMNS, Wording
from commonwire.newswire.words import STREAM, Kind, Visibility
from commonwire.press.bake import bake_now

NOT_NOW = gettext_lazy(
    "At this time the collective looks at such additions before they are shown, so nothing was changed. "
    "Your words stand below: add them as a part, or send them as a new report, and the collective looks at them."
)


def correct(opened: Opened, post: Post) -> HttpResponse:
    return _save_correction(opened, post) if opened.request.POST.get("save") else _correction_page(opened, post)


def typed_again(opened: Opened, post: Post, act: str, trouble: Troubled) -> HttpResponse:
    """The form as it was sent, below what happened."""
    fresh = Uploads(files_of(opened.request.POST.getlist("file")))
    if act == "correct":
        words, questions = _typed(opened.request, post)
        return _correction_page(opened, post, words, questions, fresh, trouble)
    return _part_page(opened, post, PartForm(opened.request.POST), fresh, trouble)


def _correction_page(
    opened: Opened,
    post: Post,
    words: PublishForm | None = None,
    questions: Questions | None = None,
    uploads: Uploads | None = None,
    trouble: Troubled | None = None,
) -> HttpResponse:
    request, uploads = opened.request, uploads or Uploads()
    words = words or PublishForm(initial=_initial(post), site=request.site, language=post.language)
    _settle_kind(words, post)
    context = form_context(words, EXTRAS.get(post.kind), questions or ask_again(post, request.site)) | {
        "post": post,
        "hanging": post.ordered_files,
        "handles": [(handle_of(file), file) for file in uploads.files],
        "refused": uploads.refused,
        "upload_rows": uploads.rows,
        "notices": [trouble] if trouble else [],
        "note": request.POST.get("note", ""),
        "show_old": request.POST.get("show_old"),
    }
    status = trouble.status if trouble else 422 if words.is_bound else 200
    return opened.page("newswire/correct.html", context, title=_("Correct your post"), status=status)


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


def _save_correction(opened: Opened, post: Post) -> HttpResponse:
    request = opened.request
    words, questions = _typed(request, post)
    uploads = take_files(request, already=post.files.count())
    if not all([words.is_valid(), questions.is_valid()]) or uploads.refused:
        return _correction_page(opened, post, words, questions, uploads)
    old, new = f"{_said(post)} {ask_again(post, request.site).initial_words}", f"{_said(words.wording())} {questions.words}"
    if _waits(request, post, old, new, uploads):
        uploads.refused.append(str(NOT_NOW))
        return _correction_page(opened, post, words, questions, uploads)
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
        change=questions.change,
    )
    return done(post)


def _waits(request: WireRequest, post: Post, old: str, new: str, uploads: Uploads) -> bool:
    """Whether readers may not see this addition at once. A held post waits as a whole anyway."""
    return post.is_shown and is_change_held(request.site, old=old, new=new, has_files=bool(uploads.files))


def _typed(request: WireRequest, post: Post) -> tuple[PublishForm, Questions]:
    """The words of a correction, and the answers to what rooms above ask."""
    words = PublishForm(request.POST, site=request.site, language=post.language)
    _settle_kind(words, post)
    return words, ask(post.kind, request.site, data=request.POST)


def _said(given: Post | Wording) -> str:
    """All words and addresses that readers would see."""
    media = [f"{each.title} {each.url}" for each in given.further_media.all()] if isinstance(given, Post) else given.further_media
    return " ".join([*(str(getattr(given, name)) for name in COLUMNS), *map(str, media)])


def _describe_hanging(request: WireRequest, post: Post) -> None:
    for file in post.ordered_files:
        described(file, request, f"file_{{}}_{file.public_id}")


def add(opened: Opened, post: Post) -> HttpResponse:
    """Add a part."""
    request = opened.request
    words = PartForm(request.POST if request.POST.get("save") else None, initial={"byline": post.byline})
    uploads = take_files(request, already=post.files.count())
    if not words.is_valid() or uploads.refused:
        return _part_page(opened, post, words, uploads)
    waits = _waits(request, post, "", " ".join(map(str, words.cleaned_data.values())), uploads)
    part = add_part(post=post, **words.cleaned_data, files=uploads.files, public_id=_draft(request).id, held=waits)
    if part.visibility == Visibility.HELD:
        return choices(opened, notice=_("Your part is kept. A member of the collective looks at it before it is shown."))
    return done(post)


def _draft(request: WireRequest) -> Draft:
    return read_draft(request.POST.get("draft", "")) or new_draft()


def _part_page(opened: Opened, post: Post, words: PartForm, uploads: Uploads, trouble: Troubled | None = None) -> HttpResponse:
    context = {
        "form": words,
        "post": post,
        "draft": _draft(opened.request),
        "handles": [(handle_of(file), file) for file in uploads.files],
        "refused": uploads.refused,
        "notices": [trouble] if trouble else [],
        "upload_rows": uploads.rows,
    }
    status = trouble.status if trouble else 422 if words.is_bound else 200
    return opened.page("newswire/part.html", context, title=_("Add a part"), status=status)


def done(post: Post) -> HttpResponse:
    bake_now([post.key])
    return HttpResponseRedirect(post.path or post.short_path, status=303)
