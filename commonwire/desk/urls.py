"""Mounted by the root at `desk/`, beside the pages of accounts."""

from django.urls import path

from commonwire.desk import views, views_acts

app_name = "desk"
urlpatterns = [
    path("", views.desk, name="desk"),
    path("case/<slug:public_id>/", views.case, name="case"),
    path("case/<slug:public_id>/show/", views_acts.show, name="show"),
    path("case/<slug:public_id>/hide/", views_acts.hide_case, name="hide"),
    path("case/<slug:public_id>/unhide/", views_acts.unhide_case, name="unhide"),
    path("case/<slug:public_id>/sort/", views_acts.sort, name="sort"),
]
