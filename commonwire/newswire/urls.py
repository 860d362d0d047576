"""The addresses of the newswire that are answered, not baked."""

from django.urls import path, re_path

from commonwire.newswire.views import address, archive, comment, contribute, publish, publish_for, receipt
from commonwire.newswire.views.filter import filtered

urlpatterns = [
    path("publish/preview/", publish.preview),
    path("publish/edit/", publish.edit),
    path("publish/send/", publish.send),
    path("publish/<slug:kind>/preview/", publish.preview),
    path("publish/<slug:kind>/edit/", publish.edit),
    path("publish/<slug:kind>/send/", publish.send),
    path("publish/for/<slug:word>/", publish_for.publish_for),
    path("publish/for/<slug:word>/<slug:kind>/", publish_for.publish_for),
    path("comment/<slug:public_id>/", comment.comment),
    path("send/<slug:noun>/<slug:about>/", contribute.contribute_about),
    path("receipt/open/", receipt.receipt),
    path("newswire/filter/", filtered),
    path("n/<slug:public_id>/", address.short),
    re_path(r"^(?P<base>(?:newswire|region|topic)[a-z0-9/-]*?)/(?P<year>\d{4})/(?P<number>\d{2})/$", archive.month),
    re_path(r"^(?P<path>\d{4}/\d{2}/\d{2}/[a-z0-9-]+/)$", address.by_path),
]
