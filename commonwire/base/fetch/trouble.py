"""Why nothing came: in sentences for the person who gave the address."""


class Trouble(Exception):
    """Its only argument is a sentence; `str()` of it is in the language of who asks."""


class Refused(Trouble):
    """The house will not go there, or not take what it found. Trying again does not help."""


class Unreachable(Trouble):
    """It did not work this time. `status` is what the other side answered, 0 when it answered nothing."""

    def __init__(self, sentence: object, status: int = 0) -> None:
        super().__init__(sentence)
        self.status = status
