"""Member screens, mounted by the root."""

from django.urls import path

from commonwire.findings import views

app_name = "findings"
urlpatterns = [
    path("desk/findings/", views.readings, name="readings"),
    path("desk/findings/<slug:public_id>/", views.reading, name="reading"),
]
