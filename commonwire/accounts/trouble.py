"""What can go wrong between a person and the door; each message is a sentence to show as it is."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class NotAccepted(Exception):
    """What was asked is refused. Trying again with other words may help."""

    status = 422

    def __init__(self, sentence: str | Promise) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class TryLater(NotAccepted):
    """Refused for now, whatever was typed: too many failures for this handle, or too many people signing in at once."""

    status = 429

    def __init__(self) -> None:
        super().__init__(_("That cannot be tried again just now. Please try later, or sign in with a recovery code."))


class InvitationGone(NotAccepted):
    """The link was used, was replaced, is older than its days, or never existed: nobody is told which."""

    status = 410

    def __init__(self) -> None:
        super().__init__(_("This invitation is no longer valid. Ask a steward for a new one."))
