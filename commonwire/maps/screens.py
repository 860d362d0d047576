"""Where stewards lay outlines."""

from django.utils.translation import gettext_lazy as _

from commonwire.accounts.rules import may_steward
from commonwire.accounts.screens import Screen, register_screen

register_screen(Screen("/desk/map/", _("Map"), rule=may_steward))
