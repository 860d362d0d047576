"""Where editors compose."""

from django.utils.translation import gettext_lazy as _

from commonwire.accounts.rules import may_edit
from commonwire.accounts.screens import Screen, register_screen

register_screen(Screen("/desk/features/", _("Features"), rule=may_edit))
