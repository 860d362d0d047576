"""A feature as an editor types it, made clean: its words, and a small form for each row, link, quotation and picture."""

from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _

from commonwire.base.text import clean_line, clean_text
from commonwire.features.composition import ComposedLink, ComposedQuotation, ComposedRow
from commonwire.features.filling import LABELS
from commonwire.features.models import LinkKind, Phase
from commonwire.features.targets import Target, find_target, paragraph_with, paragraphs_in
from commonwire.media.models import File
from commonwire.newswire.models import Post
from commonwire.site.models import Site
from commonwire.taxonomy.models import Region, Topic

LONGEST_TEXT, LONGEST_HEADLINE = 200_000, 300
_TOO_LONG = _("This is too long: at most %(limit_value)d characters, and there are %(show_value)d.")
KINDS = [("", _("none")), *((kind.value, kind.label) for kind in LinkKind if kind.value)]


class Line(forms.CharField):
    def __init__(self, *, dir: str = "auto", **kwargs: object) -> None:
        super().__init__(strip=False, **kwargs)  # type: ignore[arg-type]
        self.widget.attrs.setdefault("dir", dir)
        _say_how_long(self)

    def to_python(self, value: object) -> str:
        return clean_line(str(value)) if value else ""


class Text(forms.CharField):
    def __init__(self, *, rows: int, **kwargs: object) -> None:
        super().__init__(widget=forms.Textarea(attrs={"rows": rows, "dir": "auto"}), strip=False, **kwargs)  # type: ignore[arg-type]
        _say_how_long(self)

    def to_python(self, value: object) -> str:
        return clean_text(str(value)) if value else ""


def _say_how_long(field: forms.CharField) -> None:
    for validator in field.validators:
        if getattr(validator, "code", "") == "max_length":
            validator.message = _TOO_LONG  # type: ignore[attr-defined]


def _day(label: object) -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    wrong = _("Give the date as year, month and day: 2026-01-23.")
    messages = {"invalid": wrong}
    return forms.DateField(label=label, required=False, widget=widget, input_formats=["%Y-%m-%d"], error_messages=messages)  # type: ignore[arg-type]


class ComposeForm(forms.Form):
    headlines = Text(label=_("Headline lines"), rows=4, max_length=3000, error_messages={"required": _("Write a headline.")})
    dated = _day(_("Published"))
    redated = _day(_("Updated"))
    phase = forms.ChoiceField(label=_("Phase"), choices=Phase.choices, required=False)
    byline = Line(label=_("Byline"), max_length=120, required=False)
    language = forms.ChoiceField(label=_("Language of the text"))
    summary = Text(label=_("Summary"), max_length=2000, required=False, rows=3)
    body = Text(label=_("Text"), max_length=LONGEST_TEXT, required=False, rows=18)
    topics = forms.ModelMultipleChoiceField(Topic.objects.all(), label=_("Topics"), required=False, to_field_name="slug")
    regions = forms.ModelMultipleChoiceField(Region.objects.all(), label=_("Regions"), required=False, to_field_name="slug")
    note = Line(label=_("What changed"), max_length=300, required=False)

    def __init__(self, *args: object, languages: list[str], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["language"].choices = [(code, _name(code)) for code in languages]  # type: ignore[attr-defined]

    def clean_headlines(self) -> list[str]:
        lines = [line for each in self.cleaned_data["headlines"].split("\n") if (line := clean_line(each))]
        if not lines:
            raise ValidationError(_("Write a headline."))
        longest = max(lines, key=len)
        if len(longest) > LONGEST_HEADLINE:
            raise ValidationError(_TOO_LONG, params={"limit_value": LONGEST_HEADLINE, "show_value": len(longest)})
        return lines

    def clean(self) -> dict[str, object]:
        given = super().clean() or {}
        first, second = given.get("dated"), given.get("redated")
        if isinstance(first, date) and isinstance(second, date) and second < first:
            self.add_error("redated", _("It cannot be updated before it is published."))
        return given


def _name(code: str) -> str:
    try:
        return str(get_language_info(code)["name_local"])
    except KeyError:
        return code


class RowForm(forms.Form):
    label = Line(label=_("Label of the row"), max_length=80, required=False)
    kind_first = forms.ChoiceField(label=_("Kind word before the label"), choices=KINDS, required=False)
    fills_from = forms.ChoiceField(label=_("Fills itself with"), required=False)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["fills_from"].choices = [("", _("nothing")), *LABELS.items()]  # type: ignore[attr-defined]

    @property
    def can_fill(self) -> bool:
        return bool(LABELS)

    def composed(self, links: list["LinkForm"]) -> ComposedRow:
        given = self.cleaned_data
        said = {name: given[name] for name in ("label", "kind_first", "fills_from")}
        return ComposedRow([link.composed() for link in links], **said)


class LinkForm(forms.Form):
    kind = forms.ChoiceField(label=_("Kind"), choices=KINDS, required=False)
    label = Line(label=_("Label"), max_length=300, error_messages={"required": _("Give this link a label.")})
    target = Line(label=_("Leads to"), max_length=500, required=False, dir="ltr")

    def __init__(self, *args: object, site: Site, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.site = site

    def clean_target(self) -> Target:
        return find_target(self.cleaned_data["target"], self.site)

    @property
    def found(self) -> Post | None:
        """The post it leads to, to be named beside the address; also while the form is not judged."""
        try:
            return find_target(clean_line(str(self["target"].value() or "")), self.site).post
        except ValidationError:
            return None

    def composed(self) -> ComposedLink:
        given = self.cleaned_data
        return ComposedLink(given["label"], given["kind"], given["target"].post, given["target"].url)


class QuotationForm(forms.Form):
    words = Text(label=_("Words"), rows=3, max_length=5000, error_messages={"required": _("Give the words that are quoted.")})
    speaker = Line(label=_("Who says it"), max_length=200, required=False)
    source = Line(label=_("Address of the post it is from"), max_length=500, required=False, dir="ltr")
    paragraph = forms.IntegerField(label=_("Paragraph"), required=False, min_value=1, max_value=9999)

    def __init__(self, *args: object, site: Site, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.site = site
        self.fields["paragraph"].widget.attrs.update(inputmode="numeric")

    def clean_source(self) -> Post | None:
        target = find_target(self.cleaned_data["source"], self.site)
        if target.url:
            raise ValidationError(_("A quotation names a post of this site. Put another address into the text."))
        return target.post

    def clean(self) -> dict[str, object]:
        """The paragraph that holds the words is found when its number is left out."""
        given = super().clean() or {}
        source, number = given.get("source"), given.get("paragraph")
        if source is None and number and "source" not in self.errors:
            self.add_error("source", _("A paragraph needs the post in which it stands."))
        if isinstance(source, Post) and isinstance(number, int) and number > (last := paragraphs_in(source)):
            self.add_error("paragraph", _("That post has %(last)d paragraphs.") % {"last": last})
        if isinstance(source, Post) and not number and "paragraph" not in self.errors:
            given["paragraph"] = paragraph_with(source, str(given.get("words", "")))
        return given

    def composed(self) -> ComposedQuotation:
        given = self.cleaned_data
        return ComposedQuotation(given["words"], given["speaker"], given["source"], given["paragraph"])


class PictureForm(forms.Form):
    """The words of a picture that stands on disk already; they are kept when the feature is saved, not before."""

    file = forms.CharField(widget=forms.HiddenInput, max_length=200)
    title = Line(label=_("Title"), max_length=300, required=False)
    alt = Line(label=_("What it shows (alt text)"), max_length=2000, required=False)
    caption = Text(label=_("Caption"), max_length=4000, required=False, rows=2)
    credit = Line(label=_("Credit"), max_length=300, required=False)

    def __init__(self, *args: object, stands_for: File | None, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.stands_for = stands_for

    def clean_file(self) -> File:
        if self.stands_for is None:
            raise ValidationError(_("This picture is no longer here: a draft is kept for a day. Remove it and choose it once more."))
        return self.stands_for

    def described(self) -> File:
        """The file with these words, not yet stored."""
        file: File = self.cleaned_data["file"]
        for name in ("title", "alt", "caption", "credit"):
            setattr(file, name, self.cleaned_data[name])
        return file
