"""What each act on a day of action asks, at the desk and behind its receipt."""

from collections.abc import Mapping

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from commonwire.mobilizations.demands.queries import all_demands
from commonwire.mobilizations.demands.translate_demands import read_numbered
from commonwire.mobilizations.models import Mobilization
from commonwire.mobilizations.queries import by_code
from commonwire.mobilizations.statements.words import find_statement
from commonwire.mobilizations.typed import Day, Source, TypedLine, TypedText
from commonwire.mobilizations.words import DemandState, Phase
from commonwire.newswire.queries import find_post
from commonwire.organisations.queries import find_organisation
from commonwire.site.queries import the_site

LONGEST_TEXT = 200_000


class ActForm(forms.Form):
    """Every act's form is made for one day of action."""

    def __init__(self, data: object = None, *, mobilization: Mobilization) -> None:
        super().__init__(data)  # type: ignore[arg-type]
        self.mobilization = mobilization
        self.prepare()

    def prepare(self) -> None:
        """Choices that depend on the day of action."""


class WordsForm(ActForm):
    headline = TypedLine(gettext_lazy("Name"), 300, required=True)
    summary = TypedText(gettext_lazy("Summary"), 1000, rows=2)
    body = TypedText(gettext_lazy("The call"), LONGEST_TEXT, rows=10)

    def prepare(self) -> None:
        post = self.mobilization.post
        self.initial = {"headline": post.headline, "summary": post.summary, "body": post.body}


class PhaseForm(ActForm):
    phase = forms.ChoiceField(label=gettext_lazy("Phase"), required=False, widget=forms.RadioSelect)

    def prepare(self) -> None:
        self.fields["phase"].choices = [("", _("by the calendar")), *Phase.choices]  # type: ignore[attr-defined]
        self.initial = {"phase": self.mobilization.phase if self.mobilization.by_hand else ""}


class DemandStateForm(ActForm):
    demand = forms.TypedChoiceField(label=gettext_lazy("Demand"), coerce=int)
    demand_state = forms.ChoiceField(label=gettext_lazy("How far it is met"), choices=DemandState.choices)
    state_source = Source(gettext_lazy("Who says so, or where it can be read"))
    state_day = Day(gettext_lazy("Since"))

    def prepare(self) -> None:
        language = self.mobilization.post.language
        rows = [(each, each.wording(language)) for each in all_demands(self.mobilization)]
        self.fields["demand"].choices = [(each.number, f"{each.number}. {words.text[:80]}") for each, words in rows if words]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, object]:
        given = super().clean() or {}
        if given.get("demand_state") in (DemandState.MET, DemandState.PARTLY_MET) and not given.get("state_source"):
            self.add_error("state_source", _("Say who says so: readers see it beside the demand."))
        return given


class TranslationForm(ActForm):
    demand_language = forms.ChoiceField(label=gettext_lazy("Language"))
    translations = TypedText(gettext_lazy("Demands in this language"), 20_000, rows=6, required=True)

    def prepare(self) -> None:
        site = the_site()
        codes = dict.fromkeys([*(code for code in site.spoken if code != self.mobilization.post.language), *LANGUAGES])
        self.fields["demand_language"].choices = [(code, LANGUAGES.get(code, code)) for code in codes]  # type: ignore[attr-defined]

    def clean_translations(self) -> Mapping[int, str]:
        read = read_numbered(str(self.cleaned_data["translations"]))
        known = {each.number for each in all_demands(self.mobilization)}
        unknown = sorted(set(read) - known)
        if unknown:
            raise ValidationError(_("There is no demand %(number)d."), params={"number": unknown[0]})
        return read


class PledgeTypeForm(ActForm):
    pledge_name = TypedLine(gettext_lazy("Name of the pledge"), 120, required=True)
    pledge_terms = TypedText(gettext_lazy("What whoever takes it promises"), 5000, rows=3, required=True)


class BelongForm(ActForm):
    belonging = TypedLine(gettext_lazy("Address or number of the post"), 300, required=True)
    belonging_code = TypedLine(gettext_lazy("Code of the rally it reports from"), 12)

    def clean_belonging(self) -> object:
        post = find_post(str(self.cleaned_data["belonging"]))
        if post is None or post.is_over:
            raise ValidationError(_("There is no such post."))
        if post.pk == self.mobilization.post_id:
            raise ValidationError(_("A day of action does not belong to itself."))
        return post

    def clean_belonging_code(self) -> object:
        code = str(self.cleaned_data["belonging_code"])
        rally = by_code(code) if code else None
        if code and (rally is None or rally.mobilization_id != self.mobilization.pk):
            raise ValidationError(_("This day of action has no rally with this code."))
        return rally


class LeaveForm(ActForm):
    leaving = forms.CharField(max_length=20, widget=forms.HiddenInput)

    def clean_leaving(self) -> object:
        belonging = self.mobilization.belongings.filter(post__public_id=self.cleaned_data["leaving"]).select_related("post").first()
        if belonging is None:
            raise ValidationError(_("This post does not belong to it."))
        return belonging.post


class NamedRallyForm(ActForm):
    named_place = TypedLine(gettext_lazy("Town"), 200, required=True)
    named_source = Source(gettext_lazy("Where it is spoken of"))


class FrontForm(ActForm):
    on_front = forms.BooleanField(required=False)


class SettleForm(ActForm):
    """One endorsement or pledge of this day."""

    said = forms.CharField(max_length=20, widget=forms.HiddenInput)
    settle = forms.ChoiceField(choices=[("confirm", ""), ("stand-down", ""), ("break", ""), ("name", "")], widget=forms.HiddenInput)
    settle_note = TypedLine(gettext_lazy("How you know, or who says so"), 300)
    settle_day = Day(gettext_lazy("Since"))
    profile = TypedLine(gettext_lazy("Its profile: name or address"), 300)

    def clean_said(self) -> object:
        statement = find_statement(str(self.cleaned_data["said"]))
        if statement is None or statement.day_of_action.pk != self.mobilization.pk:
            raise ValidationError(_("This day of action has no such endorsement or pledge."))
        return statement

    def clean_profile(self) -> object:
        words = str(self.cleaned_data["profile"])
        found = find_organisation(words) if words else None
        if words and found is None:
            raise ValidationError(_("No profile, or more than one, has this name. Give the address of its profile."))
        return found


class NameForm(ActForm):
    co_organiser = TypedLine(gettext_lazy("A name by which you will know this receipt again"), 60, required=True)


LANGUAGES = {
    "en": "English",
    "es": "Español",
    "ar": "العربية",
    "ca": "Català",
    "de": "Deutsch",
    "fr": "Français",
    "ht": "Kreyòl ayisyen",
    "it": "Italiano",
    "ku": "Kurdî",
    "pt": "Português",
    "ru": "Русский",
    "so": "Soomaali",
    "tl": "Tagalog",
    "uk": "Українська",
    "vi": "Tiếng Việt",
    "zh": "中文",
}
