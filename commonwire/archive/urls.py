from django.urls import re_path

from commonwire.archive.views import old_address

urlpatterns = [
    re_path(r"^(?P<path>newsitems/.+|news/.+|archives/.+|uploads/.+)$", old_address),
    re_path(r"^(?P<path>calendar/ical_single_item\.php)$", old_address),
]
