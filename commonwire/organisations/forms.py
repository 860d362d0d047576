"""What people send about organisations, made clean."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from commonwire.base import clock
from commonwire.organisations.fields import Line, OrganisationField, PublicKeyField, Text, WebAddress
from commonwire.organisations.folding import fold, key_of
from commonwire.organisations.models import Organisation
from commonwire.organisations.profile import UMBRELLA, profile_of
from commonwire.organisations.queries import find_organisation, umbrellas
from commonwire.organisations.rules import closes_a_circle
from commonwire.organisations.statements import Statement, statement_of
from commonwire.organisations.words import OrganisationKind, SizeOf
from commonwire.site.models import Site

SIZES = (SizeOf.MEMBERS, SizeOf.AFFILIATES)


class ProfileForm(forms.Form):
    """A new profile, or, with one given, changes of it. The field is called `homepage` because the door's pot is called `website`."""

    name = Line(label=_("Name"), max_length=200, error_messages={"required": _("Give the organisation's name.")})
    short_name = Line(label=_("Short name"), max_length=60, required=False)
    kind = forms.ChoiceField(label=_("Kind"), choices=OrganisationKind.choices, initial=OrganisationKind.OTHER)
    umbrella = OrganisationField(label=_("Umbrella: the body it belongs to"), max_length=200, required=False)
    place = Line(label=_("Place"), max_length=120, required=False)
    area = Line(label=_("Area it covers"), max_length=200, required=False)
    homepage = WebAddress(label=_("Website"))
    about = Text(label=_("About"), max_length=5_000, required=False, rows=5)
    members = Line(label=_("How many people"), max_length=120, required=False)
    members_source = Line(label=_("Source of this number"), max_length=500, required=False)
    members_stated = forms.DateField(label=_("Day of the source"), required=False, widget=forms.DateInput(attrs={"type": "date"}))
    affiliates = Line(label=_("How many affiliated bodies"), max_length=120, required=False)
    affiliates_source = Line(label=_("Source of this number"), max_length=500, required=False)
    affiliates_stated = forms.DateField(label=_("Day of the source"), required=False, widget=forms.DateInput(attrs={"type": "date"}))
    public_key = PublicKeyField(label=_("Public key for signed messages"))

    def __init__(self, data: Any = None, *, site: Site, about: object = None, initial: dict[str, object] | None = None) -> None:
        self.organisation = about if isinstance(about, Organisation) else None
        start = starting_with(self.organisation) if self.organisation and initial is None else dict(initial or {})
        if self.organisation and self.organisation.umbrella and not self.organisation.umbrella.is_shown:
            start[UMBRELLA] = ""
        super().__init__(data, initial=start)
        self.site = site
        for name in ("members_stated", "affiliates_stated"):
            self.fields[name].error_messages["invalid"] = _("Write the day like 2026-01-23.")

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        for of in SIZES:
            self._check_size(given, of)
        if self.organisation is None:
            self._must_be_new(given)
        elif given.get("umbrella"):
            self._must_not_circle(given["umbrella"], self.organisation)
        elif "umbrella" not in self.errors and (hidden := self.organisation.umbrella) and not hidden.is_shown:
            given["umbrella"] = hidden  # it could not be shown in the form, so nobody emptied it
        return given

    def _check_size(self, given: dict[str, Any], of: str) -> None:
        if not given.get(of) and (given.get(f"{of}_source") or given.get(f"{of}_stated")) and of not in self.errors:
            self.add_error(of, _("Say how many, in the words of the source."))
        stated = given.get(f"{of}_stated")
        if stated and stated > clock.now().astimezone(self.site.zoneinfo).date():
            self.add_error(f"{of}_stated", _("This day has not come yet."))

    def _must_be_new(self, given: dict[str, Any]) -> None:
        """Two bodies may share a name in two places, not in one."""
        for known in Organisation.objects.filter(name_key=key_of(given.get("name", ""))[:200] or "-").public():
            if not known.place or not given.get("place") or fold(known.place) == fold(given["place"]):
                words = _("There is a profile of this name already, at %(address)s. Propose a correction there, or name another place.")
                self.add_error("name", words % {"address": known.path})
                return

    def _must_not_circle(self, umbrella: Organisation, organisation: Organisation) -> None:
        if closes_a_circle(organisation.pk, umbrella.pk, umbrellas()):
            self.add_error("umbrella", _("This body belongs to the one you describe, so it cannot be above it."))


class AmendmentForm(ProfileForm):
    """A correction that somebody proposes, and how they know."""

    source = Line(label=_("How do you know?"), max_length=500, required=False)

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        if not self.errors and self.organisation and not any(changes_in(given, self.organisation).values()):
            self.add_error(None, _("This is what the profile says already. Change something first."))
        return given


class CallForm(forms.Form):
    """A note of a telephone call. Without a number it is about the profile."""

    statement = Line(label=_("Number of the statement that they confirmed"), max_length=13, required=False)
    day = forms.DateField(label=_("Day of the call"), required=False, widget=forms.DateInput(attrs={"type": "date"}))

    def __init__(self, data: Any = None, *, organisation: Organisation) -> None:
        super().__init__(data)
        self.organisation = organisation
        self.found: Statement | None = None
        self.fields["day"].error_messages["invalid"] = _("Write the day like 2026-01-23.")

    def clean_statement(self) -> str:
        word = str(self.cleaned_data["statement"])
        self.found = statement_of(self.organisation, word)
        if self.found is None:
            raise forms.ValidationError(_("No statement of this organisation has this number."))
        return word


class MergeForm(forms.Form):
    into = OrganisationField(label=_("Merge into"), max_length=200, error_messages={"required": _("Name the profile that stays.")})


def starting_with(organisation: Organisation) -> dict[str, object]:
    """The fields of the form as the profile has them; a size is always a new statement."""
    words: dict[str, object] = dict(profile_of(organisation))
    homepage, umbrella = words.pop("website"), organisation.umbrella
    named = umbrella is not None and find_organisation(umbrella.name) == umbrella  # otherwise its address word says which one is meant
    return {**words, "homepage": homepage, UMBRELLA: umbrella.name if umbrella and named else words[UMBRELLA]}


def words_in(given: dict[str, Any]) -> dict[str, str]:
    """What the verbs take, without the umbrella."""
    plain = {name: str(given[name]) for name in ("name", "short_name", "kind", "place", "area", "about", "public_key")}
    return {**plain, "website": str(given["homepage"])}


def sizes_in(given: dict[str, Any]) -> list[dict[str, Any]]:
    """What `state_size` takes, for each that was given."""
    return [
        {"of": str(of), "wording": given[of], "source": given[f"{of}_source"], "stated": given[f"{of}_stated"]} for of in SIZES if given[of]
    ]


def changes_in(given: dict[str, Any], organisation: Organisation) -> dict[str, Any]:
    """What of the profile would become another, in plain JSON."""
    now = profile_of(organisation)
    wanted = {**words_in(given), UMBRELLA: given["umbrella"].slug if given["umbrella"] else ""}
    sizes = [{**size, "stated": size["stated"].isoformat() if size["stated"] else ""} for size in sizes_in(given)]
    return {"words": {name: {"old": now[name], "new": new} for name, new in wanted.items() if now[name] != new}, "sizes": sizes}
