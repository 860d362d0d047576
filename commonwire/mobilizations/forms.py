"""A day of action as the publish form asks for it, and to which one a post belongs."""

from collections.abc import Mapping
from datetime import date

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from commonwire.mobilizations.demands.lines import LONGEST, LONGEST_TO_WHOM, MOST, read_demands
from commonwire.mobilizations.queries import by_code, by_slug, current
from commonwire.mobilizations.rules import takes_part_in
from commonwire.mobilizations.typed import Day, Days, TypedLine, TypedText, is_too_far, zone_choices
from commonwire.mobilizations.words import Phase, WayToTakePart
from commonwire.site.models import Site

LONGEST_STRETCH = 62  # days in a row; a campaign of months is several days of action


class ActionForm(forms.Form):
    """`site` gives the zone that is offered first."""

    further_names = TypedText(gettext_lazy("Other names"), 600, rows=2)
    slogan = TypedLine(gettext_lazy("Slogan"), 200)
    first_day = Day(gettext_lazy("Day"), required=True)
    last_day = Day(gettext_lazy("Last day, if another"))
    further_days = Days(gettext_lazy("Further days"), 300)
    action_zone = forms.ChoiceField(label=gettext_lazy("Time zone"))
    action_place = TypedLine(gettext_lazy("Place"), 200)
    reach = TypedLine(gettext_lazy("Reach"), 200)
    ways = forms.MultipleChoiceField(label=gettext_lazy("How people take part"), choices=WayToTakePart.choices, required=False)
    further_ways = TypedLine(gettext_lazy("Other ways to take part"), 300)
    called_by = TypedLine(gettext_lazy("Called by"), 300)
    phase = forms.ChoiceField(label=gettext_lazy("Phase"), required=False)
    demands = TypedText(gettext_lazy("Demands"), 20_000, rows=6)
    pledge_name = TypedLine(gettext_lazy("Name of a pledge"), 120)
    pledge_terms = TypedText(gettext_lazy("What whoever takes the pledge promises"), 5000, rows=3)
    press_contact = TypedText(gettext_lazy("Contact for the press"), 1000, rows=2)
    action_legal_help = TypedLine(gettext_lazy("Legal help, telephone"), 120)
    medical_help = TypedLine(gettext_lazy("Medical help, telephone"), 120)
    arrest_support = TypedLine(gettext_lazy("Arrest support, telephone"), 120)

    def __init__(self, data: object = None, *, site: Site, initial: dict[str, object] | None = None) -> None:
        super().__init__(data, initial={"action_zone": site.zone, **(initial or {})})  # type: ignore[arg-type]
        self.fields["action_zone"].choices = zone_choices(str(self.initial["action_zone"]), site.zone)  # type: ignore[attr-defined]
        self.fields["phase"].choices = [("", _("by the calendar")), *Phase.choices]  # type: ignore[attr-defined]

    def clean_demands(self) -> str:
        lines = read_demands(self.cleaned_data["demands"])
        if len(lines) > MOST:
            raise forms.ValidationError(_("These are more than %(most)d demands.") % {"most": MOST})
        if any(len(each.text) > LONGEST or len(each.to_whom) > LONGEST_TO_WHOM for each in lines):
            raise forms.ValidationError(_("A demand has at most %(most)d characters. One line is one demand.") % {"most": LONGEST})
        if any(not each.text for each in lines):
            raise forms.ValidationError(_("A line says to whom, but not what is demanded."))
        return str(self.cleaned_data["demands"])

    def clean(self) -> dict[str, object]:
        given = super().clean() or {}
        first, last = given.get("first_day"), given.get("last_day")
        if isinstance(first, date) and is_too_far(first):
            self.add_error("first_day", _("This day is more than five years away."))
        elif isinstance(first, date) and isinstance(last, date):
            self._check_stretch(first, last)
        for day in given.get("further_days") or []:
            if isinstance(first, date) and (day < first or is_too_far(day)):
                self.add_error("further_days", _("Further days come after the first one, within five years."))
                break
        if given.get("pledge_terms") and not given.get("pledge_name"):
            self.add_error("pledge_name", _("Give the pledge a name."))
        return given

    def _check_stretch(self, first: date, last: date) -> None:
        if last < first:
            self.add_error("last_day", _("It ends before it begins."))
        elif (last - first).days >= LONGEST_STRETCH:
            self.add_error("last_day", _("That is more than two months in a row. Publish several days of action."))


class AboutForm(forms.Form):
    """Which day of action a post belongs to. The choices hold for everybody, so they can stand in a baked form."""

    about_action = forms.ChoiceField(label=gettext_lazy("Part of a day of action"), required=False)
    about_rally = forms.CharField(required=False, max_length=20, widget=forms.HiddenInput)
    about_demands = forms.BooleanField(label=gettext_lazy("Show its demands below the text, as they are at any time"), required=False)

    def __init__(self, data: object = None, *, site: Site, initial: dict[str, object] | None = None) -> None:
        super().__init__(data, initial=initial)  # type: ignore[arg-type]
        self.choosable = {each.slug: each for each in current()}
        named = self._named(data, initial or {})
        rows = [(slug, f"{each.name} ({each.first_day:%Y-%m-%d})") for slug, each in self.choosable.items()]
        self.fields["about_action"].choices = [("", _("none")), *named, *rows]  # type: ignore[attr-defined]

    def _named(self, data: object, initial: dict[str, object]) -> list[tuple[str, str]]:
        """The one that was chosen when more could be: a correction years later keeps it."""
        kept = str((data.get("about_action") if isinstance(data, Mapping) else initial.get("about_action")) or "")
        chosen = by_slug(kept) if kept and kept not in self.choosable else None
        return [(kept, chosen.name)] if chosen and chosen.post.is_shown else []

    @property
    def asks(self) -> bool:
        """Whether there is anything to choose."""
        return len(self.fields["about_action"].choices) > 1  # type: ignore[attr-defined]

    def clean_about_rally(self) -> str:
        """A code that leads nowhere any more does not stop a report from being sent."""
        rally = by_code(self.cleaned_data["about_rally"]) if self.cleaned_data["about_rally"] else None
        return rally.code if rally and takes_part_in(rally.mobilization) else ""
