"""Several filters at once: worked out when asked for, not kept. Also the way into the past of a region, a topic or a type."""

from datetime import date
from hashlib import sha256
from urllib.parse import urlencode

from django import forms
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from commonwire.calendar.icalendar.file import calendar_file
from commonwire.calendar.links import ROOT, Cut, views_around
from commonwire.calendar.models import Occurrence
from commonwire.calendar.pages_cuts import title_of
from commonwire.calendar.queries import ACCESS, Where, dates_of, for_file, of_days, start_of, subscribed, today
from commonwire.calendar.views_of import days_of_agenda, files_context
from commonwire.calendar.words import AccessFact, EventType
from commonwire.chrome.answers import answer
from commonwire.chrome.asking import WireRequest
from commonwire.site.models import Site
from commonwire.taxonomy.models import Place, Region, Topic

MOST = 100
FILE_TYPE = "text/calendar; charset=utf-8"


class FilterForm(forms.Form):
    region = forms.ChoiceField(label=gettext_lazy("Region"), required=False)
    topic = forms.ChoiceField(label=gettext_lazy("Topic"), required=False)
    type = forms.ChoiceField(label=gettext_lazy("Type"), choices=[("", gettext_lazy("any")), *EventType.choices], required=False)
    access = forms.ChoiceField(label=gettext_lazy("Access"), choices=[("", gettext_lazy("any")), *AccessFact.choices], required=False)
    month = forms.RegexField(
        label=gettext_lazy("Month"),
        regex=r"^[12]\d{3}-(0[1-9]|1[0-2])$",
        required=False,
        widget=forms.TextInput(attrs={"type": "month", "placeholder": "2026-01"}),
        error_messages={"invalid": gettext_lazy("Give the month as year and number: 2026-01.")},
    )

    def __init__(self, data: object = None) -> None:
        super().__init__(data)  # type: ignore[arg-type]
        for name, model in (("region", Region), ("topic", Topic)):
            self.fields[name].choices = [("", gettext_lazy("any")), *_choices(model)]  # type: ignore[attr-defined]

    @property
    def where(self) -> Where:
        names = {"region": "regions__slug", "topic": "topics__slug", "type": "event__type", "access": ACCESS}
        return {names[name]: value for name, value in self.cleaned_data.items() if value and name in names}

    @property
    def cut(self) -> Cut | None:
        text = self.cleaned_data.get("month")
        return Cut.of("month", date(int(text[:4]), int(text[5:]), 1)) if text else None

    def address(self, **instead: str) -> str:
        chosen = {name: value for name, value in {**self.cleaned_data, **instead}.items() if value}
        return urlencode(chosen)


def _choices(model: type[Place]) -> list[tuple[str, str]]:
    return [(place.slug, place.name) for place in model._default_manager.all()]


@require_safe
def filtered(request: WireRequest) -> HttpResponse:
    form, site, language = FilterForm(request.GET), request.site, request.language
    valid = form.is_valid()
    found = _dates(form, site) if valid else []
    path = site.at(language, f"{ROOT}filter/")
    context: dict[str, object] = {
        "form": form,
        "days": days_of_agenda(found[:MOST], site, language),
        "most": MOST,
        "is_more": len(found) > MOST,
        "views": views_around(form.cut.first if valid and form.cut else today(site), site, language),
        "today": today(site),
        "path": path,
        **(_around(form, path, site) if valid else {}),
        **(files_context(site, f"{path}calendar.ics?{form.address(month='')}") if valid else {}),
    }
    title = _("Calendar, filtered")
    return answer(request, "calendar/filter.html", context, title=title, status=200 if valid else 400, section="calendar")


def _dates(form: FilterForm, site: Site) -> list[Occurrence]:
    if form.cut:
        return of_days(form.cut.first, form.cut.last, form.where)[: MOST + 1]
    return dates_of(form.where, start_of(today(site), site), most=MOST + 1)


def _around(form: FilterForm, path: str, site: Site) -> dict[str, object]:
    """The months before and after: with the same filters."""
    cut = form.cut or Cut.of("month", today(site))
    near = {"earlier": cut.earlier, "later": cut.later if form.cut else cut}
    links = {name: {"path": f"{path}?{form.address(month=f'{each.first:%Y-%m}')}", "title": title_of(each)} for name, each in near.items()}
    return {"cut_title": title_of(cut) if form.cut else "", **links}


@require_safe
def filtered_file(request: WireRequest) -> HttpResponse:
    form, site = FilterForm(request.GET), request.site
    if not form.is_valid():
        return HttpResponse(str(_("This filter is not known.")), status=400, content_type="text/plain; charset=utf-8")
    path = f"{site.at(request.language, ROOT)}filter/calendar.ics?{form.address(month='')}"
    dates = for_file(of_days(form.cut.first, form.cut.last, form.where)) if form.cut else subscribed(form.where)
    content = calendar_file(dates, site, f"{site.name}: {_('Calendar, filtered')}", path)
    # The gate compares this with what a calendar program says it has, and answers that nothing is new. A hash of the content says
    # which dates somebody knows, the same for everybody who knows them, and so identifies nobody.
    return HttpResponse(
        content, content_type=FILE_TYPE, headers={"ETag": f'"{sha256(content).hexdigest()[:32]}"', "Cache-Control": "no-cache"}
    )
