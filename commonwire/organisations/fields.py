"""Fields of the forms of this room: one line, many lines, a web address, the name of an organisation."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from commonwire.base.links import safe_href
from commonwire.base.text import clean_line, clean_text
from commonwire.organisations.models import Organisation
from commonwire.organisations.queries import find_organisation, similar
from commonwire.organisations.signatures import NoKey, kept_key

LONGEST_ADDRESS = 500
TOO_LONG = _("This is too long: at most %(limit_value)d characters, and there are %(show_value)d.")


class _Plain(forms.CharField):
    def __init__(self, **kwargs: object) -> None:
        super().__init__(**kwargs)  # type: ignore[arg-type]
        for validator in self.validators:
            if getattr(validator, "code", "") == "max_length":
                validator.message = TOO_LONG  # type: ignore[attr-defined]


class Line(_Plain):
    """One line of plain text, cleaned."""

    def to_python(self, value: object) -> str:
        return clean_line(str(value)) if value else ""


class Text(_Plain):
    """Many lines of plain text, cleaned."""

    def __init__(self, *, rows: int, **kwargs: object) -> None:
        super().__init__(widget=forms.Textarea(attrs={"rows": rows, "dir": "auto"}), strip=False, **kwargs)

    def to_python(self, value: object) -> str:
        return clean_text(str(value)) if value else ""


class WebAddress(Line):
    """A web address; people leave the scheme away."""

    def __init__(self, **kwargs: object) -> None:
        super().__init__(max_length=LONGEST_ADDRESS, required=False, **kwargs)
        self.widget.attrs["inputmode"] = "url"

    def clean(self, value: object) -> str:
        address = str(super().clean(value) or "")
        if not address:
            return ""
        href = safe_href(address if "://" in address else f"https://{address}")
        if href is None or not href.startswith(("http://", "https://")) or "." not in href.split("/")[2] or len(href) > LONGEST_ADDRESS:
            raise ValidationError(_("This is not a web address. Write it like https://example.org/page."))
        return href


class OrganisationField(Line):
    """The name, short name or address of a profile that is there."""

    def clean(self, value: object) -> Organisation | None:
        words = str(super().clean(value) or "")
        if not words:
            return None
        found = find_organisation(words)
        if found is None:
            raise ValidationError(self._not_found(words))
        return found

    def _not_found(self, words: str) -> str:
        near = similar(words)
        if not near:
            return str(_("No profile is called so. Add that one first, or leave this empty."))
        return str(_("No single profile is called so. Did you mean: %(names)s?")) % {"names": "; ".join(_told(each) for each in near)}


def _told(organisation: Organisation) -> str:
    """With its address word, by which it can be named when two are called the same."""
    place = f", {organisation.place}" if organisation.place else ""
    return f"{organisation.name}{place} ({organisation.slug})"


class PublicKeyField(_Plain):
    """An Ed25519 public key; kept as one line without its comment."""

    def __init__(self, **kwargs: object) -> None:
        super().__init__(max_length=4000, required=False, widget=forms.Textarea(attrs={"rows": 3, "spellcheck": "false"}), **kwargs)

    def clean(self, value: object) -> str:
        text = clean_text(str(super().clean(value) or ""))
        try:
            return kept_key(text)
        except NoKey as error:
            message = _("This is no public Ed25519 key. It is one line that begins with ssh-ed25519, or a block that begins PUBLIC KEY.")
            raise ValidationError(message) from error
