"""Mounted by the root: the screen of the desk where outlines are laid."""

from django.urls import path

from commonwire.maps import views

app_name = "maps"
urlpatterns = [path("desk/map/", views.desk, name="desk")]
