"""Mounted at the root."""

from django.urls import path

from commonwire.mobilizations import views, views_desk

app_name = "mobilizations"
urlpatterns = [
    path("desk/actions/", views_desk.every_action, name="desk"),
    path("desk/actions/<slug:public_id>/", views_desk.one_action, name="one"),
    path("r/<slug:code>/", views.short, name="short"),
    path("r/<slug:code>/flyer.pdf", views.flyer, name="flyer"),
    path("actions/<slug:slug>/flyer.pdf", views.poster, name="poster"),
    path("actions/<slug:slug>/<slug:part>/list/", views.everyone, name="everyone"),
]
