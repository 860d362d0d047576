"""What people type at the door, made clean. Passwords are taken as typed; nothing here is ever shown back in a password field."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from commonwire.accounts.models import Member, Role, fold
from commonwire.accounts.rules import LONGEST_PASSWORD, wrong_with_handle, wrong_with_password
from commonwire.base.text import clean_line

ROLES = [
    (Role.MODERATOR.value, _("Moderator: sorts the newswire and hides what breaks the policy")),
    (Role.EDITOR.value, _("Editor: also composes features")),
    (Role.STEWARD.value, _("Steward: also runs the site and its members")),
]
ACTS = [
    (Role.MODERATOR.value, _("Becomes a moderator")),
    (Role.EDITOR.value, _("Becomes an editor")),
    (Role.STEWARD.value, _("Becomes a steward")),
    ("deactivate", _("Loses access and is signed out everywhere")),
    ("reactivate", _("Has access again")),
]


class Unrepeated(forms.TextInput):
    """A code is typed anew each time: after a mistake the old one is of no use, and a recovery code should not stand about."""

    def format_value(self, value: Any) -> None:
        return None


def _password(label: Any, autocomplete: str, help_text: Any = "") -> forms.CharField:
    widget = forms.PasswordInput(attrs={"autocomplete": autocomplete})
    return forms.CharField(label=label, widget=widget, strip=False, max_length=LONGEST_PASSWORD, help_text=help_text)


def _handle() -> forms.CharField:
    widget = forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"})
    return forms.CharField(label=_("Handle"), widget=widget, max_length=60)


def _code(label: Any, help_text: Any = "") -> forms.CharField:
    widget = Unrepeated(attrs={"autocomplete": "one-time-code", "autocapitalize": "none", "spellcheck": "false"})
    return forms.CharField(label=label, widget=widget, max_length=60, help_text=help_text)


class SignInForm(forms.Form):
    handle = _handle()
    password = _password(_("Password"), "current-password")
    code = _code(_("Code"), _("Six digits from your authenticator, or one of your recovery codes."))
    next = forms.CharField(required=False, widget=forms.HiddenInput, max_length=500)


class NewPasswordForm(forms.Form):
    """A password, typed twice because nobody sees what they type."""

    new = _password(_("New password"), "new-password", _("At least 12 characters; a few unrelated words do well."))
    again = _password(_("The same password again"), "new-password")

    @property
    def for_handle(self) -> str:
        """Whose password it will be."""
        return str(self.cleaned_data.get("handle", ""))

    def clean(self) -> dict[str, Any]:
        cleaned = self.cleaned_data
        new, again = cleaned.get("new"), cleaned.get("again")
        wrong = wrong_with_password(new, self.for_handle) if new else None
        if wrong:
            self.add_error("new", str(wrong))
        elif new and again and new != again:
            self.add_error("again", _("The two passwords differ."))
        return cleaned


class JoinForm(NewPasswordForm):
    handle = _handle()
    field_order = ["handle", "new", "again"]

    def clean_handle(self) -> str:
        handle = clean_line(self.cleaned_data["handle"])
        wrong = wrong_with_handle(handle)
        if wrong:
            raise forms.ValidationError(str(wrong))
        if Member.objects.filter(folded=fold(handle)).exists():
            raise forms.ValidationError(_("Somebody has this handle already. Please choose another."))
        return handle


class ChangePasswordForm(NewPasswordForm):
    current = _password(_("Your password"), "current-password")
    field_order = ["current", "new", "again"]

    def __init__(self, *args: Any, handle: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.handle = handle

    @property
    def for_handle(self) -> str:
        return self.handle


class ConfirmForm(forms.Form):
    """The second step of an enrolment; `state` carries the first."""

    state = forms.CharField(widget=forms.HiddenInput, max_length=4000)
    code = _code(_("Six digits from the authenticator"))


class PasswordForm(forms.Form):
    password = _password(_("Your password"), "current-password")


class InviteForm(PasswordForm):
    role = forms.ChoiceField(label=_("Role"), choices=ROLES, widget=forms.RadioSelect)
    field_order = ["role", "password"]


class ChangeMemberForm(PasswordForm):
    handle = forms.ModelChoiceField(
        label=_("Member"), queryset=Member.objects.all(), to_field_name="folded", empty_label=_("Choose a member")
    )
    act = forms.ChoiceField(label=_("What changes"), choices=ACTS, widget=forms.RadioSelect)
    field_order = ["handle", "act", "password"]
