"""What the buttons of the members' screen do: each calls a verb. False when its form needs the member again."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db import transaction

from commonwire.organisations.affiliate import affiliate
from commonwire.organisations.change_organisation import change_organisation
from commonwire.organisations.confirm_website import confirm_website
from commonwire.organisations.forms import CallForm, MergeForm, ProfileForm, sizes_in, words_in
from commonwire.organisations.merge_organisations import merge_organisations
from commonwire.organisations.models import Organisation
from commonwire.organisations.note_call import note_call
from commonwire.organisations.state_size import forget_size, state_size


@dataclass
class Desk:
    """One profile on a member's table."""

    organisation: Organisation
    by: str
    profile: ProfileForm
    merge: MergeForm
    call: CallForm
    merged_into: Organisation | None = None

    @property
    def stays(self) -> Organisation:
        """The profile to go on with."""
        return self.merged_into or self.organisation


def _edit(desk: Desk, which: str) -> bool:
    if not desk.profile.is_valid():
        return False
    given = desk.profile.cleaned_data
    with transaction.atomic():
        affiliate(organisation=desk.organisation, umbrella=given["umbrella"], by=desk.by)
        change_organisation(organisation=desk.organisation, by=desk.by, **words_in(given))
        for size in sizes_in(given):
            state_size(organisation=desk.organisation, by=desk.by, **size)
    return True


def _merge(desk: Desk, which: str) -> bool:
    if not desk.merge.is_valid():
        return False
    desk.merged_into = merge_organisations(old=desk.organisation, into=desk.merge.cleaned_data["into"], by=desk.by)
    return True


def _call(desk: Desk, which: str) -> bool:
    if not desk.call.is_valid() or desk.call.found is None:
        return False
    note_call(organisation=desk.organisation, statement=desk.call.found, day=desk.call.cleaned_data["day"], by=desk.by)
    return True


def _confirm(desk: Desk, which: str) -> bool:
    confirm_website(organisation=desk.organisation, by=desk.by)
    return True


def _doubt(desk: Desk, which: str) -> bool:
    confirm_website(organisation=desk.organisation, confirmed=False, by=desk.by)
    return True


def _forget_size(desk: Desk, which: str) -> bool:
    size = desk.organisation.sizes.filter(pk=int(which)).first() if which.isdecimal() and len(which) < 19 else None
    if size:
        forget_size(size=size, by=desk.by)
    return True


ACTS: dict[str, Callable[[Desk, str], bool]] = {
    "edit": _edit,
    "merge": _merge,
    "call": _call,
    "confirm": _confirm,
    "doubt": _doubt,
    "forget-size": _forget_size,
}
