"""The root of all addresses that are answered, not baked. Outside of the stairs."""

from django.urls import include, path

urlpatterns = [
    path("desk/", include("commonwire.accounts.urls")),
    path("", include("commonwire.newswire.urls")),
]

handler404 = "commonwire.front.views.not_found"
handler400 = "commonwire.front.views.bad_request"
