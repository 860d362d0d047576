"""Mounted by the root at `desk/features/`."""

from django.urls import path

from commonwire.features import views

app_name = "features"
urlpatterns = [
    path("", views.desk, name="desk"),
    path("new/", views.compose, name="new"),
    path("<slug:public_id>/", views.compose, name="change"),
]
