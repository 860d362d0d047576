"""What a body says when it endorses a call or takes a pledge. Nobody is asked for a person's name, address or signature."""

from datetime import date

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from commonwire.mobilizations.models import Mobilization
from commonwire.mobilizations.typed import Day, Source, TypedLine, TypedText, is_too_far
from commonwire.organisations.queries import find_organisation
from commonwire.organisations.words import OrganisationKind
from commonwire.site.models import Site


class StatementForm(forms.Form):
    name = TypedLine(
        gettext_lazy("Name of the body or business"),
        200,
        required=True,
        error_messages={"required": gettext_lazy("Give the name of the body or business.")},
    )
    body_kind = forms.ChoiceField(label=gettext_lazy("What is it?"))
    body_place = TypedLine(gettext_lazy("City or town"), 120)
    statement = TypedText(gettext_lazy("What it says"), 3000, rows=4)
    source = Source(gettext_lazy("Where it can be read"))
    since = Day(gettext_lazy("Since when"))

    def __init__(
        self, data: object = None, *, site: Site, about: Mobilization | None = None, initial: dict[str, object] | None = None
    ) -> None:
        super().__init__(data, initial=initial)  # type: ignore[arg-type]
        self.fields["body_kind"].choices = [("", "–"), *OrganisationKind.choices]  # type: ignore[attr-defined]
        self.fields["body_kind"].error_messages["required"] = gettext_lazy("Say what kind of body it is. People are not listed here.")

    def clean_since(self) -> date | None:
        day: date | None = self.cleaned_data["since"]
        if day and is_too_far(day):
            raise forms.ValidationError(_("This day is more than five years away."))
        return day

    @property
    def known(self) -> object:
        """The profile that its name leads to, to be shown in the preview."""
        return find_organisation(str(self.cleaned_data.get("name", "")))


class EndorsementForm(StatementForm):
    calls = forms.BooleanField(label=gettext_lazy("It is among those who call"), required=False)


class PledgeForm(StatementForm):
    pledge = forms.ChoiceField(label=gettext_lazy("Which pledge"))

    def __init__(
        self, data: object = None, *, site: Site, about: Mobilization | None = None, initial: dict[str, object] | None = None
    ) -> None:
        super().__init__(data, site=site, about=about, initial=initial)
        self.types = list(about.pledge_types.all()) if about else []
        self.fields["pledge"].choices = [(each.slug, each.name) for each in self.types]  # type: ignore[attr-defined]
        if len(self.types) == 1:
            self.fields["pledge"].initial = self.types[0].slug
            self.fields["pledge"].widget = forms.HiddenInput()
