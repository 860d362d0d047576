"""Everything that the publish form asked of a day of action, asked again at the desk."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from commonwire.mobilizations.acts import Act
from commonwire.mobilizations.details import details_of, initial_of
from commonwire.mobilizations.forms import ActionForm
from commonwire.mobilizations.models import Mobilization
from commonwire.mobilizations.place_mobilization import change_mobilization
from commonwire.site.queries import the_site


def _form(data: object = None, *, mobilization: Mobilization) -> ActionForm:
    return ActionForm(data, site=the_site(), initial=initial_of(mobilization))


def _change(mobilization: Mobilization, given: dict[str, Any], by: str) -> object:
    return change_mobilization(post=mobilization.post, details=details_of(given), by=by)


FACTS = Act("facts", _("Change days, demands, pledge and numbers"), _form, _change, _("It is changed."))
