"""A calendar to be followed, a file of one, and what is to be done with the events in them."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from commonwire.base.fetch import Refused, followable
from commonwire.base.text import clean_line
from commonwire.calendar.models import Event
from commonwire.newswire.queries import find_post
from commonwire.site.models import Site
from commonwire.subscriptions.models import Source
from commonwire.subscriptions.reading.lines import MOST_BYTES
from commonwire.taxonomy.models import Region, Topic

HOURS = [(1, _("every hour")), (3, _("every 3 hours")), (6, _("every 6 hours")), (12, _("every 12 hours")), (24, _("every day"))]
MOST_AT_ONCE = 100
NAME_NEEDED = {"required": _("Give the calendar a name: readers see it as who sent its events.")}


class Places(forms.Form):
    """Where its events are to stand."""

    regions = forms.ModelMultipleChoiceField(Region.objects.all(), label=_("Regions"), required=False, to_field_name="slug")
    topics = forms.ModelMultipleChoiceField(Topic.objects.all(), label=_("Topics"), required=False, to_field_name="slug")

    @property
    def places(self) -> dict[str, list[Any]]:
        return {"regions": list(self.cleaned_data["regions"]), "topics": list(self.cleaned_data["topics"])}


class _Named(Places):
    name = forms.CharField(label=_("Name"), max_length=120, error_messages=NAME_NEEDED)
    language = forms.ChoiceField(label=_("Language of its texts"))

    def __init__(self, *args: Any, site: Site, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = dict(settings.LANGUAGES)
        codes = dict.fromkeys([*site.spoken, str(self.initial.get("language") or site.language)])
        self.fields["language"].choices = [(code, names.get(code, code)) for code in codes]  # type: ignore[attr-defined]
        self.fields["language"].initial = site.language

    def clean_name(self) -> str:
        return clean_line(self.cleaned_data["name"])


class SourceForm(_Named):
    """A calendar that is followed; one whose files come by hand has no address."""

    url = forms.CharField(label=_("Address"), max_length=500, required=False, widget=forms.TextInput(attrs={"inputmode": "url"}))
    hours = forms.TypedChoiceField(label=_("Look"), choices=HOURS, coerce=int, initial=6)
    trusted = forms.BooleanField(label=_("Publish its events without waiting for the desk"), required=False)
    paused = forms.BooleanField(label=_("Pause: do not look, publish nothing of it"), required=False)

    def __init__(self, *args: Any, by_hand: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if by_hand:
            del self.fields["url"], self.fields["hours"]
        else:
            self.fields["url"].required = True
            self.fields["url"].error_messages["required"] = _("Give the address of the calendar.")
        chosen = self.initial.get("hours")
        if chosen and "hours" in self.fields and chosen not in dict(HOURS):
            self.fields["hours"].choices = [*HOURS, (chosen, _("every %(hours)s hours") % {"hours": chosen})]  # type: ignore[attr-defined]

    def clean_url(self) -> str:
        """`webcal:` is what calendar programs call https."""
        given = clean_line(self.cleaned_data["url"])
        scheme, colon, rest = given.partition("://")
        if colon and scheme.lower() in ("webcal", "webcals"):
            given = f"https://{rest}"
        try:
            return followable(given if colon else f"https://{given}")
        except Refused as refusal:
            raise ValidationError(str(refusal)) from refusal


class UploadForm(_Named):
    """A file of a calendar: of one known already, or of a new one. `content` is what was in it; the file itself is let go."""

    file = forms.FileField(
        label=_("Calendar file"),
        allow_empty_file=True,
        error_messages={"required": _("Choose a file.")},
        widget=forms.FileInput(attrs={"accept": ".ics,.ical,.ifb,.vcs,text/calendar"}),
    )
    source = forms.ModelChoiceField(
        Source.objects.filter(url=""),
        label=_("Calendar"),
        required=False,
        to_field_name="public_id",
        empty_label=_("a new one, named below"),
    )
    past = forms.BooleanField(label=_("Take events that are over, too"), required=False)
    content: bytes = b""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].required = False

    def clean_file(self) -> None:
        upload = self.cleaned_data["file"]
        if upload.size > min(MOST_BYTES, settings.ENVIRONMENT.max_picture_mb * 1024 * 1024):
            raise ValidationError(_("The file is too large: five megabytes at most."))
        self.content = upload.read()
        upload.close()

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not given.get("source") and not given.get("name") and "name" not in self.errors:
            self.add_error("name", NAME_NEEDED["required"])
        if not given.get("source") and Source.objects.filter(name=given.get("name") or "").exists():
            self.add_error("name", _("There is a calendar of this name already. Choose it above, if it is the same."))
        return given


class DuplicateForm(forms.Form):
    """Which event it is a duplicate of, as people copy it: its address, or its number."""

    of = forms.CharField(
        label=_("Address of the other event"), max_length=500, error_messages={"required": _("Give the address of the event that is here.")}
    )

    def clean_of(self) -> Event:
        post = find_post(clean_line(self.cleaned_data["of"]))
        event = Event.objects.select_related("post").filter(post=post).first() if post else None
        if event is None:
            raise ValidationError(_("No event was found at this address."))
        return event
