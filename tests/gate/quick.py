"""The reader of the tests: the real one, that loses patience sooner."""

from commonwire.environment import read_environment
from commonwire.gate.reader import Reader


def reader() -> Reader:
    return Reader(read_environment(), body_patience=1.0, answer_patience=2.0)
