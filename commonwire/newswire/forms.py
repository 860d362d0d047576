"""What people send, made clean: the publish form, a part, a comment, a receipt."""

import re
from collections.abc import Sequence
from datetime import datetime
from urllib.parse import urlsplit

from django import forms
from django.utils.translation import gettext_lazy as _

from commonwire.base import receipts
from commonwire.base.links import safe_href
from commonwire.base.text import clean_line, clean_text
from commonwire.newswire.models import CommentKind
from commonwire.newswire.release import find_release
from commonwire.newswire.wording import Wording
from commonwire.newswire.words import STREAM, Kind
from commonwire.site.licences import LICENCES
from commonwire.site.models import Site
from commonwire.taxonomy.models import Region, Topic

LONGEST_TEXT = 200_000
LONGEST_ADDRESS = 500
FURTHER_ROWS = 5
# A line that asks to wait and says no hour: to publish it at once would be the one thing its writer did not want.
EMBARGO_LINE = re.compile(r"^\W*(?:UNDER )?(?:EMBARGO|EMBARGOED|EMBARGADO)\b.{0,80}$", re.MULTILINE)


class Line(forms.CharField):
    """One line of plain text, cleaned."""

    def to_python(self, value: object) -> str:
        return clean_line(str(value)) if value else ""


class Text(forms.CharField):
    """Many lines of plain text, cleaned."""

    def __init__(self, *, rows: int, **kwargs: object) -> None:
        super().__init__(widget=forms.Textarea(attrs={"rows": rows, "dir": "auto"}), strip=False, **kwargs)  # type: ignore[arg-type]

    def to_python(self, value: object) -> str:
        return clean_text(str(value)) if value else ""


class Address(forms.URLField):
    """A web address; people leave the scheme away."""

    def __init__(self, **kwargs: object) -> None:
        super().__init__(assume_scheme="https", max_length=LONGEST_ADDRESS, required=False, **kwargs)  # type: ignore[arg-type]
        self.widget = forms.TextInput(attrs={"inputmode": "url", "maxlength": LONGEST_ADDRESS})
        self.error_messages["invalid"] = _("This is not a web address. Write it like https://example.org/page.")

    def to_python(self, value: object) -> str | None:
        text = clean_line(str(value)) if value else ""
        return super().to_python(text)

    def clean(self, value: object) -> str:
        address = str(super().clean(value) or "")
        if address and not address.lower().startswith(("http://", "https://")):
            raise forms.ValidationError(_("Only http and https addresses can be linked."))
        href = safe_href(address)
        if address and (href is None or len(href) > LONGEST_ADDRESS):  # a password before the host, a host of signs
            raise forms.ValidationError(self.error_messages["invalid"])
        return address if href is None or urlsplit(address).netloc.isascii() else href  # look-alike letters show as what they are


class PublishForm(forms.Form):
    """Everything but the files; `wording()` is what the verbs take."""

    kind = forms.ChoiceField(label=_("Kind"), choices=[(kind.value, kind.label) for kind in STREAM], initial=Kind.REPORT)
    headline = Line(label=_("Headline"), max_length=200, error_messages={"required": _("Write a headline.")})
    byline = Line(label=_("Byline"), max_length=100, required=False)
    summary = Text(label=_("Summary"), max_length=600, required=False, rows=3)
    body = Text(label=_("Text"), max_length=LONGEST_TEXT, required=False, rows=14)
    plain_release = forms.BooleanField(label=_("Treat the whole text as ordinary text, not as a press release"), required=False)
    language = forms.ChoiceField(label=_("Language of the text"))
    regions = forms.ModelMultipleChoiceField(Region.objects.all(), label=_("Regions"), required=False, to_field_name="slug")
    topics = forms.ModelMultipleChoiceField(Topic.objects.all(), label=_("Topics"), required=False, to_field_name="slug")
    related_url = Address(label=_("Related web address"))
    source_name = Line(label=_("Source of a repost"), max_length=200, required=False)
    source_url = Address(label=_("Address of the source"))
    credit = Line(label=_("Production credit"), max_length=200, required=False)
    credit_url = Address(label=_("Address for the credit"))
    licence = forms.ChoiceField(label=_("Licence"), choices=[(code, licence.name) for code, licence in LICENCES.items()])
    content_note = Line(label=_("Content note"), max_length=150, required=False)
    when = forms.ChoiceField(
        label=_("When"),
        choices=[("now", _("Publish now")), ("random", _("Publish at a random moment in the next 5 to 60 minutes"))],
        initial="now",
        required=False,
    )

    def __init__(self, *args: object, site: Site, language: str, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.site = site
        self.fields["language"].choices = language_choices(site)  # type: ignore[attr-defined]
        self.fields["language"].initial = language
        self.fields["licence"].initial = site.licence
        for number in range(1, FURTHER_ROWS + 1):
            self.fields[f"media_title_{number}"] = Line(label=_("Title"), max_length=200, required=False)
            self.fields[f"media_url_{number}"] = Address(label=_("Web address"))
        describe_errors(self)
        self.embargo: datetime | None = None
        self.release_contact: list[str] = []  # name, organisation, role, as proposed

    def clean(self) -> dict[str, object]:
        given = super().clean() or {}
        if given.get("kind") == Kind.REPOST and not (given.get("source_name") or given.get("source_url")):
            self.add_error("source_name", _("Say where the text comes from: a name or an address."))
        for number in range(1, FURTHER_ROWS + 1):
            if given.get(f"media_title_{number}") and not given.get(f"media_url_{number}") and f"media_url_{number}" not in self.errors:
                self.add_error(f"media_url_{number}", _("Give the web address of this title, or empty the title."))
        self._check_embargo(given)
        return given

    def _check_embargo(self, given: dict[str, object]) -> None:
        """An hour that cannot be read would publish too early: ask instead of guessing."""
        release = None if given.get("plain_release") else find_release(str(given.get("body") or ""))
        self.release_contact = [text for text in release.contact_split or () if text] if release else []
        status = release.status if release and release.embargo else ""
        if release and release.embargo:
            self.embargo = release.moment(self.site.zoneinfo)
        elif not given.get("plain_release"):
            bare = EMBARGO_LINE.search(str(given.get("body") or ""))
            status = bare[0].strip() if bare else ""
        if status and self.embargo is None:
            words = _(
                "“%(status)s” names no hour we can read. Write it like EMBARGOED UNTIL January 23, 2026 9:00 AM, or switch the block off."
            )
            self.add_error("body", words % {"status": status})

    def is_only(self, kind: str, label: object) -> None:
        """This sending is of one kind: an event, or a correction, which does not change what a post is."""
        self.fields["kind"].choices = [(kind, label)]  # type: ignore[attr-defined]

    def forgive(self) -> None:
        """Going back to the form is no mistake: nothing is marked until it is sent on again."""
        self.full_clean()
        self.errors.clear()

    @property
    def further_rows(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        return [(self[f"media_title_{n}"], self[f"media_url_{n}"]) for n in range(1, FURTHER_ROWS + 1)]

    def wording(self) -> Wording:
        given = self.cleaned_data
        rows = [(given[f"media_title_{n}"], given[f"media_url_{n}"]) for n in range(1, FURTHER_ROWS + 1)]
        plain = {name: given[name] for name in Wording.__dataclass_fields__ if name in given and name not in ("regions", "topics")}
        return Wording(
            **plain,
            further_media=[(title, url) for title, url in rows if url],
            regions=list(given["regions"]),
            topics=list(given["topics"]),
        )


class PartForm(forms.Form):
    title = Line(label=_("Title"), max_length=200, error_messages={"required": _("Give this part a title.")})
    byline = Line(label=_("Byline"), max_length=100, required=False)
    body = Text(label=_("Text or caption"), max_length=LONGEST_TEXT, required=False, rows=8)
    related_url = Address(label=_("Related web address"))

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        describe_errors(self)


class CommentForm(forms.Form):
    kind = forms.ChoiceField(
        label=_("What is it?"),
        choices=[
            (CommentKind.ADDITION, _("Addition: facts that belong to this post")),
            (CommentKind.COMMENT, _("Comment: what you think")),
        ],
        initial=CommentKind.COMMENT,
        widget=forms.RadioSelect,
    )
    title = Line(label=_("Title"), max_length=150, required=False)
    byline = Line(label=_("Byline"), max_length=100, required=False)
    body = Text(label=_("Text"), max_length=20_000, rows=6, error_messages={"required": _("Write something first.")})

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        describe_errors(self)


class ReceiptForm(forms.Form):
    receipt_for = Line(
        label=_("Address or number of the post"), max_length=300, error_messages={"required": _("Give the address of your post.")}
    )
    receipt_words = Line(label=_("The six words"), max_length=120, error_messages={"required": _("Give the six words of your receipt.")})

    def clean_receipt_words(self) -> str:
        return receipts.tidy(self.cleaned_data["receipt_words"])


def language_choices(site: Site) -> Sequence[tuple[str, str]]:
    """The site's own languages first, then others that people write in."""
    others = [(code, name) for code, name in LANGUAGES if code not in site.spoken]
    return [*((code, dict(LANGUAGES).get(code, code)) for code in site.spoken), *others]


LANGUAGES = [
    ("en", "English"),
    ("es", "Español"),
    ("ar", "العربية"),
    ("ca", "Català"),
    ("de", "Deutsch"),
    ("el", "Ελληνικά"),
    ("eu", "Euskara"),
    ("fa", "فارسی"),
    ("fr", "Français"),
    ("ga", "Gaeilge"),
    ("ht", "Kreyòl ayisyen"),
    ("it", "Italiano"),
    ("ja", "日本語"),
    ("ko", "한국어"),
    ("ku", "Kurdî"),
    ("nah", "Nāhuatl"),
    ("pt", "Português"),
    ("qu", "Runasimi"),
    ("ru", "Русский"),
    ("so", "Soomaali"),
    ("tl", "Tagalog"),
    ("tr", "Türkçe"),
    ("uk", "Українська"),
    ("vi", "Tiếng Việt"),
    ("zh", "中文"),
]


def describe_errors(form: forms.Form) -> None:
    """Say which field is too long and by how much in words of ours."""
    for field in form.fields.values():
        if isinstance(field, forms.CharField) and field.max_length:
            for validator in field.validators:
                if getattr(validator, "code", "") == "max_length":
                    validator.message = _("This is too long: at most %(limit_value)d characters, and there are %(show_value)d.")  # type: ignore[attr-defined]
