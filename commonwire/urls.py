"""The root of all addresses that are answered, not baked. Outside of the stairs."""

from importlib.util import find_spec

from django.urls import include, path

MOUNTED = [
    ("desk/", "commonwire.accounts.urls"),
    ("desk/features/", "commonwire.features.urls"),
    ("desk/", "commonwire.desk.urls"),
    ("search/", "commonwire.search.urls"),
    ("calendar/", "commonwire.calendar.urls"),
    ("", "commonwire.calendar.urls_acts"),
    ("", "commonwire.maps.urls"),
    ("", "commonwire.organisations.urls"),
    ("", "commonwire.mobilizations.urls"),
    ("", "commonwire.coverage.urls"),
    ("", "commonwire.subscriptions.urls"),
    ("", "commonwire.findings.urls"),
    ("", "commonwire.newswire.urls"),
    ("", "commonwire.archive.urls"),
]
urlpatterns = [path(prefix, include(urls)) for prefix, urls in MOUNTED if find_spec(urls)]

handler404 = "commonwire.front.views.not_found"
handler400 = "commonwire.front.views.bad_request"
handler500 = "commonwire.front.views.broken"
