"""Which act a file's state allows. Pure."""

from commonwire.media.models import File


class WrongState(Exception):
    """The act does not fit the file's state; trying again does not help. See the graph in models.File."""


def must_be(file: File, *states: File.State) -> None:
    if file.state not in states:
        raise WrongState(f"{file} is not {' or '.join(states)}")
