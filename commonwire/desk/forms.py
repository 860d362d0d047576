"""What a member decides about one case, made clean."""

from django import forms
from django.utils.translation import gettext_lazy as _

from commonwire.base.text import clean_line
from commonwire.newswire.words import Standing
from commonwire.site.models import PolicyParagraph
from commonwire.taxonomy.models import Region, Topic


class HideForm(forms.Form):
    paragraph = forms.ModelChoiceField(
        PolicyParagraph.objects.all(),
        to_field_name="code",
        error_messages={"required": _("Choose the paragraph of the policy."), "invalid_choice": _("There is no such paragraph any more.")},
    )
    sentence = forms.CharField(required=False, max_length=600, error_messages={"max_length": _("Say it in at most 600 characters.")})

    def clean_sentence(self) -> str:
        return clean_line(self.cleaned_data["sentence"])


class SortForm(forms.Form):
    """`standing` may come alone, from a button; places count only when the form says that it shows them."""

    standing = forms.ChoiceField(choices=Standing.choices, required=False)
    highlighted = forms.BooleanField(required=False)
    places = forms.BooleanField(required=False)
    regions = forms.ModelMultipleChoiceField(Region.objects.all(), required=False, to_field_name="slug")
    topics = forms.ModelMultipleChoiceField(Topic.objects.all(), required=False, to_field_name="slug")

    @property
    def changes(self) -> dict[str, object]:
        """What sort_post takes: only what the member saw and may have changed."""
        given = self.cleaned_data
        changes: dict[str, object] = {"standing": given["standing"]} if given["standing"] else {}
        if given["places"]:
            changes |= {"highlighted": given["highlighted"], "regions": list(given["regions"]), "topics": list(given["topics"])}
        return changes
