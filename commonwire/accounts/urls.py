"""Mounted by the root at `desk/`."""

from django.urls import path

from commonwire.accounts import views, views_people, views_you

app_name = "accounts"
urlpatterns = [
    path("sign-in/", views.sign_in_page, name="sign-in"),
    path("sign-out/", views.sign_out_here, name="sign-out"),
    path("join/<str:token>/", views.join_page, name="join"),
    path("you/", views_you.you, name="you"),
    path("you/sessions/", views_you.revoke, name="revoke"),
    path("you/password/", views_you.password, name="password"),
    path("you/authenticator/", views_you.authenticator, name="authenticator"),
    path("you/recovery/", views_you.recovery, name="recovery"),
    path("people/", views_people.people, name="people"),
    path("people/invite/", views_people.invite, name="invite"),
    path("people/change/", views_people.change, name="change"),
]
