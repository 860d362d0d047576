"""The form of a feature as a whole: what was typed, judged, and made into a composition."""

from dataclasses import replace
from datetime import timedelta
from functools import cached_property

from django import forms
from django.core import signing
from django.db import transaction
from django.forms.utils import ErrorDict

from commonwire.base import clock
from commonwire.base.ids import public_id
from commonwire.features.compose import compose_feature, revise_feature
from commonwire.features.composition import Composition
from commonwire.features.forms import ComposeForm, LinkForm, PictureForm, QuotationForm, RowForm
from commonwire.features.models import Feature
from commonwire.features.typed import UPLOAD, WORDS, Typed, TypedRow, empty_link
from commonwire.media.describe import describe_file
from commonwire.media.models import File
from commonwire.newswire.draft import files_of
from commonwire.newswire.models import Post
from commonwire.newswire.questions import Questions, ask, ask_again
from commonwire.newswire.wording import COLUMNS, Wording
from commonwire.newswire.words import Kind
from commonwire.site.models import Site
from commonwire.site.queries import the_site

SALT = "commonwire.feature"
NO_WORDS = dict.fromkeys((*WORDS, *UPLOAD), "")
LASTS = timedelta(days=30)  # a form left open longer begins a feature of its own


class Composing:
    """Every form is bound to what was typed, so that nothing is lost whatever is wrong with it."""

    def __init__(self, typed: Typed, *, feature: Feature | None, site: Site) -> None:
        data = typed.data
        spoken = [*site.spoken, *([feature.post.language] if feature and feature.post.language not in site.spoken else [])]
        self.typed, self.feature, self.site = typed, feature, site
        self.notices: list[str] = []
        self.form = ComposeForm(data, languages=spoken)
        self.rows = [
            (RowForm(data, prefix=f"row-{n}"), [LinkForm(data, prefix=f"link-{n}-{m}", site=site) for m in range(len(row.links))])
            for n, row in enumerate(typed.rows)
        ]
        self.questions = ask(Kind.FEATURE, site, data=data)
        self.quotations = [QuotationForm(data, prefix=f"quotation-{n}", site=site) for n in range(len(typed.quotations))]
        self.pictures = [
            PictureForm(data, prefix=f"picture-{n}", stands_for=self._file(each["file"])) for n, each in enumerate(typed.pictures)
        ]

    def _file(self, handle: str) -> File | None:
        """A draft that this handle stands for, or a picture that hangs on the feature already."""
        drafts = files_of([handle])
        return drafts[0] if drafts else self._hanging.get(handle.partition(":")[0])

    @cached_property
    def _hanging(self) -> dict[str, File]:
        return {file.public_id: file for file in self.feature.post.ordered_files} if self.feature else {}

    @property
    def parts(self) -> list[forms.Form]:
        """Every further form, in the order of the page."""
        asked = [each.form for each in self.questions.asked]
        rows: list[forms.Form] = [form for row, links in self.rows for form in (row, *links)]
        return [*asked, *self.pictures, *rows, *self.quotations]

    @property
    def errors(self) -> list[tuple[forms.BoundField | None, str]]:
        """What is wrong, with the field where it is mended."""
        wrong = [(form, name, some) for form in (self.form, *self.parts) for name, some in form.errors.items()]
        return [(form[name] if name in form.fields else None, str(each)) for form, name, some in wrong for each in some]

    def is_valid(self) -> bool:
        """Every form is asked, so that everything wrong is said at once."""
        return not [form for form in (self.form, *self.parts) if not form.is_valid()]

    def hush(self) -> None:
        """A form that is only put in order, or comes back from its preview, is not judged yet."""
        for form in (self.form, *self.parts):
            form._errors = ErrorDict()  # type: ignore[attr-defined]

    @property
    def files(self) -> list[File]:
        return [form.described() for form in self.pictures]

    @property
    def seen(self) -> int | None:
        number = self.typed.words["seen"]
        return int(number) if number.isascii() and number.isdigit() and len(number) < 9 else None

    @property
    def composition(self) -> Composition:
        given = self.form.cleaned_data
        first, *lines = given["headlines"]
        fresh = Wording(headline=first, kind=Kind.FEATURE, licence=self.site.licence)
        wording = _wording_of(self.feature.post) if self.feature else fresh
        return Composition(
            wording=replace(
                wording,
                headline=first,
                **{name: given[name] for name in ("byline", "language", "summary", "body")},
                regions=list(given["regions"]),
                topics=list(given["topics"]),
            ),
            lines=lines,
            phase=given["phase"],
            dated=given["dated"],
            redated=given["redated"],
            rows=[row.composed(links) for row, links in self.rows],
            quotations=[form.composed() for form in self.quotations],
        )

    @property
    def public_id(self) -> str:
        """Of the feature that will be made; a form that is sent twice makes one. Made anew for one that nobody signed."""
        try:
            return str(signing.loads(self.typed.words["draft"], salt=SALT, max_age=LASTS))
        except signing.BadSignature:
            return public_id()


def _wording_of(post: Post) -> Wording:
    """The words of a post that this form does not ask for stay."""
    further = [(each.title, each.url) for each in post.further_media.all()]
    return Wording(**{name: getattr(post, name) for name in COLUMNS}, kind=post.kind, further_media=further)


def empty_form(site: Site, language: str) -> Typed:
    today = clock.now().astimezone(site.zoneinfo).date().isoformat()
    words = {**NO_WORDS, "dated": today, "language": language, "draft": signing.dumps(public_id(), salt=SALT)}
    typed = Typed(words=words, asked=_answers(ask(Kind.FEATURE, site)))
    typed.add_row(empty_link())
    return typed


def form_of(feature: Feature) -> Typed:
    """A feature as it stands, ready to be changed. The updated date is left empty: then it becomes the day of the change."""
    post = feature.post
    newest = feature.revisions.first()
    return Typed(
        asked=_answers(ask_again(post, the_site())),
        words={
            **NO_WORDS,
            "headlines": "\n".join([post.headline, *(line.text for line in feature.lines.all())]),
            "dated": feature.dated.isoformat() if feature.dated else "",
            "phase": feature.phase,
            "seen": str(newest.number) if newest else "0",
            **{name: getattr(post, name) for name in ("byline", "language", "summary", "body")},
        },
        many={name: [place.slug for place in getattr(post, name).all()] for name in ("topics", "regions")},
        rows=[
            TypedRow(
                {"label": row.label, "kind_first": row.kind_first, "fills_from": row.fills_from},
                [{"kind": link.kind, "label": link.label, "target": _address(link.target, link.url)} for link in row.links.all()],
            )
            for row in feature.rows.all()
        ],
        quotations=[
            {
                "words": each.words,
                "speaker": each.speaker,
                "source": _address(each.source, ""),
                "paragraph": str(each.paragraph or ""),
            }
            for each in feature.quotations.all()
        ],
        pictures=[picture_of(file, file.public_id) for file in post.ordered_files],
    )


def _answers(questions: Questions) -> dict[str, list[str]]:
    """What rooms above know of a feature, as their fields would send it."""
    answers: dict[str, list[str]] = {}
    for field in questions:
        value = field.value()
        values = value if isinstance(value, list | tuple | set) else [value]
        answers[field.html_name] = ["on" if each is True else str(each) for each in values if each not in (None, "", False)]
    return answers


def picture_of(file: File, handle: str) -> dict[str, str]:
    return {"file": handle, **{name: getattr(file, name) for name in ("title", "alt", "caption", "credit")}}


def _address(post: Post | None, url: str) -> str:
    return (post.path or post.short_path) if post else url


@transaction.atomic
def save_composition(composing: Composing, *, by: str) -> Feature:
    """The pictures' words and the feature, both or neither. Overtaken when somebody else was first."""
    files = composing.files
    for file in files:
        words = {name: getattr(file, name) for name in ("title", "alt", "caption", "credit", "licence")}
        describe_file(file=file, **words)
    composed, note = composing.composition, composing.form.cleaned_data["note"]
    if composing.feature is None:
        attach = composing.questions.attach
        return compose_feature(composition=composed, files=files, note=note, public_id=composing.public_id, by=by, attach=attach)
    change, seen = composing.questions.change, composing.seen
    return revise_feature(feature=composing.feature, composition=composed, files=files, note=note, by=by, seen=seen, change=change)
