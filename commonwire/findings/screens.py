"""Where editors read posts for what they say of a day of action."""

from django.utils.translation import gettext_lazy as _

from commonwire.accounts.rules import may_edit
from commonwire.accounts.screens import Screen, register_screen

register_screen(Screen("/desk/findings/", _("What posts say"), rule=may_edit))
