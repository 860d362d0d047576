"""Mounted at the root; the lists, the ticker and turnout themselves are baked."""

from django.urls import path

from commonwire.coverage import views, views_ticker, views_turnout

app_name = "coverage"
urlpatterns = [
    path("desk/coverage/", views.proposals, name="proposals"),
    path("desk/ticker/", views_ticker.tickers, name="tickers"),
    path("desk/ticker/<slug:slug>/", views_ticker.ticker, name="ticker"),
    path("desk/turnout/", views_turnout.turnouts, name="turnouts"),
    path("desk/turnout/<slug:slug>/", views_turnout.turnout, name="turnout"),
]
