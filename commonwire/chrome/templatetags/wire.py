"""Words for templates: dates in the site's zone and clock, addresses in the page's language."""

from datetime import date, datetime

from django import template
from django.forms import BoundField, ModelMultipleChoiceField, MultipleChoiceField
from django.template import Context
from django.utils import formats, translation
from django.utils.safestring import SafeString
from django.utils.translation import get_language_info, gettext, gettext_lazy

from commonwire.base import clock
from commonwire.base.headers import META_POLICY, policy_for
from commonwire.chrome.frame import Frame
from commonwire.site.models import Site

register = template.Library()


def _site(context: Context) -> Site:
    site: Site = context["site"]
    return site


@register.simple_tag(takes_context=True)
def at(context: Context, path: str) -> str:
    """The address of a page that exists per language, in the language being spoken."""
    return _site(context).at(context.get("language") or translation.get_language() or "en", path)


@register.simple_tag(takes_context=True)
def moment(context: Context, when: datetime | None) -> str:
    """`Fri, Jan 16, 2026 8:21 PM` or `Fri 16 Jan 2026 20:21`: date and time where the site is."""
    if when is None:
        return ""
    local = when.astimezone(_site(context).zoneinfo)
    return f"{_day(local.date())} {clock_time(_site(context), local)}"


@register.simple_tag(takes_context=True)
def hour_of(context: Context, when: datetime) -> str:
    return clock_time(_site(context), when.astimezone(_site(context).zoneinfo))


@register.simple_tag(takes_context=True)
def when_in_list(context: Context, when: datetime) -> str:
    """`10:42` today, `Fri 23:10` in the last week, `3 Mar 2026` before. Stands only on pages that go stale at midnight."""
    site = _site(context)
    local, today = when.astimezone(site.zoneinfo), clock.now().astimezone(site.zoneinfo).date()
    age = (today - local.date()).days
    if age == 0:
        return clock_time(site, local)
    return (
        f"{formats.date_format(local.date(), 'D')} {clock_time(site, local)}"
        if 0 < age < 7
        else formats.date_format(local.date(), gettext("j M Y"))
    )


@register.simple_tag(takes_context=True)
def day_of(context: Context, when: datetime | date | None) -> str:
    """`Fri 16 Jan 2026`."""
    if when is None:
        return ""
    return _day(when.astimezone(_site(context).zoneinfo).date() if isinstance(when, datetime) else when)


@register.simple_tag(takes_context=True)
def machine(context: Context, when: datetime | date | None) -> str:
    """For `<time datetime>`: ISO 8601 with the site's offset."""
    if when is None:
        return ""
    return when.astimezone(_site(context).zoneinfo).isoformat(timespec="minutes") if isinstance(when, datetime) else when.isoformat()


def clock_time(site: Site, local: datetime) -> str:
    if site.clock_24:
        return f"{local.hour}:{local.minute:02}"
    return f"{local.hour % 12 or 12}:{local.minute:02} {'AM' if local.hour < 12 else 'PM'}"


def _day(day: date) -> str:
    return formats.date_format(day, gettext("D j M Y"))


SECTIONS = [
    ("front", "/", gettext_lazy("Front")),
    ("newswire", "/newswire/", gettext_lazy("Newswire")),
    ("features", "/features/", gettext_lazy("Features")),
    ("calendar", "/calendar/", gettext_lazy("Calendar")),
    ("actions", "/actions/", gettext_lazy("Days of action")),
    ("regions", "/regions/", gettext_lazy("Regions")),
    ("topics", "/topics/", gettext_lazy("Topics")),
    ("search", "/search/", gettext_lazy("Search")),
    ("about", "/about/", gettext_lazy("About")),
]


@register.simple_tag
def sections() -> list[tuple[str, str, str]]:
    return [(code, path, str(label)) for code, path, label in SECTIONS]


@register.simple_tag(takes_context=True)
def absolute(context: Context, path: str) -> str:
    return _site(context).address(path)


@register.simple_tag
def policy(frame: Frame) -> SafeString:
    """The content security policy for `<meta>`: mirrors and saved pages send no headers. Without a script none may run."""
    return SafeString(policy_for(frame.path, in_page=True) if frame.script else META_POLICY)


@register.simple_tag
def language_name(code: str) -> str:
    return str(get_language_info(code)["name_local"]).capitalize()


@register.simple_tag
def described(field: BoundField, help: str = "") -> str:
    """The field's widget, tied to its help and its errors for those who listen to the page."""
    ids = [f"{field.id_for_label}_help"] * bool(help) + [f"{field.id_for_label}_error"] * bool(field.errors)
    attributes: dict[str, str | bool] = {"aria-describedby": " ".join(ids)} if ids else {}
    if field.errors:
        attributes["aria-invalid"] = "true"
    return SafeString(field.as_widget(attrs=attributes))


@register.inclusion_tag("chrome/field.html")
def field(field: BoundField, help: str = "", css: str = "") -> dict[str, object]:
    """A field with its label, help and errors; nothing of the page around it leaks in."""
    return {"field": field, "help": help, "class": css}


@register.inclusion_tag("chrome/choices.html")
def choices(field: BoundField, help: str = "", css: str = "") -> dict[str, object]:
    """Radio buttons or check boxes as a list of choices."""
    value = field.value()
    many = isinstance(field.field, MultipleChoiceField | ModelMultipleChoiceField)
    chosen = {str(each) for each in (value or [])} if many else {str(value)}
    rows = [(str(code), label) for code, label in field.field.choices]  # type: ignore[attr-defined]
    return {
        "field": field,
        "help": help,
        "class": css,
        "type": "checkbox" if many else "radio",
        "options": [(code, label, code in chosen) for code, label in rows],
    }


@register.filter
def slug_of(path: str) -> str:
    """`coast` of `/region/coast/`."""
    return path.strip("/").rsplit("/", 1)[-1]


@register.filter
def cut_slash(path: str) -> str:
    return path.strip("/")


@register.simple_tag(takes_context=True)
def now_day(context: Context, form: str) -> str:
    """Today where the site is; only on pages that go stale at midnight."""
    return formats.date_format(clock.now().astimezone(_site(context).zoneinfo).date(), form)
