"""Mounted by the root: the screens of the desk for other people's calendars."""

from django.urls import path

from commonwire.subscriptions import views, views_sources

app_name = "subscriptions"
urlpatterns = [
    path("desk/calendars/", views.desk, name="desk"),
    path("desk/calendars/event/<slug:public_id>/", views.one, name="event"),
    path("desk/calendars/upload/", views_sources.upload, name="upload"),
    path("desk/calendars/follow/", views_sources.follow, name="follow"),
    path("desk/calendars/of/<slug:public_id>/", views_sources.source, name="source"),
]
