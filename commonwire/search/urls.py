"""Mounted by the root at `search/`."""

from django.urls import path

from commonwire.search import views

app_name = "search"
urlpatterns = [path("results/", views.results, name="results")]
