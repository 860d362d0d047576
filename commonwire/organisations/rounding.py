"""How exactly a sum may be said, by the numbers that it is made of."""

from collections.abc import Iterable

BIG = 1_000  # a smaller number is taken at its word


def grain_of(numbers: Iterable[int | None]) -> int:
    """The step, a power of ten, to which a sum of these is as exact as the least exact big number among them."""
    return max((_step(number) for number in numbers if number is not None), default=1)


def _step(number: int) -> int:
    """140,000 was counted in ten thousands, 12,500 in hundreds. Of a round number two digits at least are taken at their word."""
    step = 1
    while number >= BIG and number % (step * 10) == 0 and step * 100 <= number:
        step *= 10
    return step
