"""The addresses of the calendar that are answered, not baked."""

from django.urls import re_path

from commonwire.calendar import views

urlpatterns = [re_path(r"^(?P<year>\d{4})/(?P<number>\d{2})/$", views.month)]
