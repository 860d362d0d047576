"""Mounted at the root: where readers say whether something happened, and where the desk acts on an event."""

from django.urls import path

from commonwire.calendar import views_acts

app_name = "events"
urlpatterns = [
    path("happened/<slug:public_id>/<slug:code>/send/", views_acts.happened, name="happened"),
    path("desk/event/<slug:public_id>/", views_acts.desk, name="desk"),
]
