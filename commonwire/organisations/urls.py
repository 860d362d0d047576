"""Mounted by the root at the top: proving is open to all, `desk/organisations/` to members."""

from django.urls import path

from commonwire.organisations import views, views_desk

app_name = "organisations"
urlpatterns = [
    path("organisations/<slug:slug>/prove/", views.prove, name="prove"),
    path("desk/organisations/", views_desk.search, name="desk"),
    path("desk/organisations/<slug:public_id>/", views_desk.one, name="one"),
]
