"""What is looked for. Everything may be left out."""

from django import forms
from django.utils.translation import gettext_lazy as _

from commonwire.base.text import clean_line
from commonwire.newswire.words import Kind, Standing
from commonwire.taxonomy.models import Region, Topic

HIGHLIGHTED = "highlighted"
LONGEST = 200
NARROWING = ("kind", "standing", "region", "topic")
_NO_SUCH = _("There is no such choice any more. Choose another one.")


class Words(forms.CharField):
    def to_python(self, value: object) -> str:
        return clean_line(str(value)) if value else ""


class SearchForm(forms.Form):
    q = Words(
        label=_("Words in headlines"),
        required=False,
        max_length=LONGEST,
        widget=forms.TextInput(attrs={"type": "search", "dir": "auto"}),
        error_messages={"max_length": _("Search for fewer words: at most %(limit_value)d characters.")},
    )
    kind = forms.ChoiceField(
        label=_("Kind"),
        required=False,
        choices=[("", _("any")), *((kind.value, kind.label) for kind in Kind if kind != Kind.ACTION)],
        error_messages={"invalid_choice": _NO_SUCH},
    )
    standing = forms.ChoiceField(
        label=_("Standing"),
        required=False,
        choices=[("", _("any")), *Standing.choices, (HIGHLIGHTED, _("highlighted"))],
        error_messages={"invalid_choice": _NO_SUCH},
    )
    region = forms.ModelChoiceField(
        Region.objects.all(),
        label=_("Region"),
        required=False,
        to_field_name="slug",
        empty_label=_("any"),
        error_messages={"invalid_choice": _NO_SUCH},
    )
    topic = forms.ModelChoiceField(
        Topic.objects.all(),
        label=_("Topic"),
        required=False,
        to_field_name="slug",
        empty_label=_("any"),
        error_messages={"invalid_choice": _NO_SUCH},
    )

    @property
    def where(self) -> dict[str, object]:
        """The filters as fields of a post."""
        given = self.cleaned_data
        chosen = {"kind": given["kind"], "regions": given["region"], "topics": given["topic"]}
        if given["standing"] == HIGHLIGHTED:
            chosen["highlighted"] = True
        elif given["standing"]:
            chosen["standing"] = given["standing"]
        return {name: value for name, value in chosen.items() if value}

    @property
    def narrowing(self) -> list[forms.BoundField]:
        return [self[name] for name in NARROWING]

    @property
    def is_narrowed(self) -> bool:
        return any(self[name].value() for name in NARROWING)
