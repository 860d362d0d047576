"""Where members look at calendars of others."""

from django.utils.translation import gettext_lazy as _

from commonwire.accounts.screens import Screen, register_screen

register_screen(Screen("/desk/calendars/", _("Other calendars")))
