"""The addresses of the calendar that are answered, not baked."""

from django.urls import path, re_path

from commonwire.calendar import views, views_filter

urlpatterns = [
    path("filter/", views_filter.filtered),
    path("filter/calendar.ics", views_filter.filtered_file),
    re_path(r"^(?P<year>[0-9]{4})/(?P<number>[0-9]{2})/$", views.month),
    re_path(r"^(?P<year>[0-9]{4})/w(?P<number>[0-9]{2})/$", views.week),
    re_path(r"^(?P<year>[0-9]{4})/(?P<number>[0-9]{2})/(?P<day>[0-9]{2})/$", views.day),
]
