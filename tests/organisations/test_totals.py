"""Totals: nobody twice, nothing invented, whatever forest of umbrellas."""

from dataclasses import dataclass
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonwire.organisations.affiliate import affiliate
from commonwire.organisations.models import Organisation
from commonwire.organisations.roll_up import roll_up
from commonwire.organisations.rounding import grain_of
from commonwire.organisations.sizes import Range
from commonwire.organisations.state_size import state_size
from commonwire.organisations.totals import Totals, total
from tests.organisations.words import organisation


@dataclass
class Forest:
    above: dict[int, int]
    sizes: dict[int, Range]
    chosen: set[int]


@st.composite
def forests(draw: st.DrawFn) -> Forest:
    """Each body may belong to one with a smaller number, so that there are no circles."""
    count = draw(st.integers(1, 14))
    above = {each: up for each in range(1, count) if (up := draw(st.none() | st.integers(0, each - 1))) is not None}
    ends = st.tuples(st.none() | st.integers(0, 1_000), st.none() | st.integers(1_000, 9_000))
    sizes = {each: Range(*draw(ends)) for each in range(count) if draw(st.booleans())}
    return Forest(above, sizes, draw(st.sets(st.integers(0, count - 1))))


def chain(each: int, above: dict[int, int]) -> list[int]:
    found = []
    while each in above:
        each = above[each]
        found.append(each)
    return found


@given(forests())
def test_everyone_is_said_once(forest: Forest) -> None:
    rolled = roll_up(forest.chosen, forest.above, forest.sizes)
    said = [*rolled.counted, *rolled.inside, *rolled.unknown]
    assert sorted(said) == sorted(forest.chosen)


@given(forests())
def test_none_that_is_counted_is_below_another_that_is(forest: Forest) -> None:
    rolled = roll_up(forest.chosen, forest.above, forest.sizes)
    assert not any(set(chain(each, forest.above)) & set(rolled.counted) for each in rolled.counted)
    for each, whole in rolled.inside.items():
        assert whole in rolled.counted
        assert whole in chain(each, forest.above)


def least(each: int, forest: Forest) -> int:
    """What a body states, or what the chosen ones right below it come to, where that is more: slowly, to compare."""
    stated = {one for one in forest.chosen if one in forest.sizes and forest.sizes[one].is_stated}
    parts = [one for one in stated if next((up for up in chain(one, forest.above) if up in stated), None) == each]
    return max(forest.sizes[each].low or 0, sum(least(part, forest) for part in parts))


@given(forests())
def test_the_total_is_the_sum_of_what_is_counted(forest: Forest) -> None:
    rolled = roll_up(forest.chosen, forest.above, forest.sizes)
    assert rolled.low == sum(least(each, forest) for each in rolled.counted)
    highs = [None if each in rolled.disputed else forest.sizes[each].high for each in rolled.counted]
    assert rolled.high == (None if None in highs else sum(high or 0 for high in highs))
    assert rolled.high is None or rolled.low <= rolled.high


@given(forests())
def test_the_total_rests_on_the_statements_behind_it(forest: Forest) -> None:
    rolled = roll_up(forest.chosen, forest.above, forest.sizes)
    assert rolled.low == sum(forest.sizes[each].low or 0 for each in rolled.behind)
    assert not any(set(chain(each, forest.above)) & set(rolled.behind) for each in rolled.behind)


@given(forests(), st.data())
def test_a_total_is_never_below_a_part_of_it(forest: Forest, data: st.DataObject) -> None:
    some = data.draw(st.sets(st.sampled_from(sorted(forest.chosen)))) if forest.chosen else set()
    part, whole = (roll_up(ids, forest.above, forest.sizes) for ids in (some, forest.chosen))
    assert part.low <= whole.low


@given(forests(), st.integers(0, 9_000), st.data())
def test_an_affiliate_below_what_is_counted_lowers_no_total(forest: Forest, size: int, data: st.DataObject) -> None:
    before = roll_up(forest.chosen, forest.above, forest.sizes)
    if not before.counted:
        return
    whole = data.draw(st.sampled_from(before.counted))
    below = [each for each in [whole, *forest.above] if each == whole or whole in chain(each, forest.above)]
    above = {**forest.above, 99: data.draw(st.sampled_from(below))}
    after = roll_up(forest.chosen | {99}, above, {**forest.sizes, 99: Range(size, size)})
    assert before.low <= after.low <= max(before.low, before.low + size)
    assert after.counted == before.counted
    assert after.high in (before.high, None)
    assert after.inside[99] == whole


@given(forests(), st.randoms())
def test_order_and_repetition_say_nothing(forest: Forest, random: object) -> None:
    shuffled = [*forest.chosen, *forest.chosen]
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert roll_up(shuffled, forest.above, forest.sizes) == roll_up(sorted(forest.chosen), forest.above, forest.sizes)


@given(forests(), st.integers(0, 13))
def test_one_more_body_lowers_nothing(forest: Forest, more: int) -> None:
    before = roll_up(forest.chosen, forest.above, forest.sizes)
    after = roll_up(forest.chosen | {more}, forest.above, forest.sizes)
    assert after.low >= before.low
    if not any(more in chain(each, forest.above) for each in forest.chosen):
        assert before.high is not None or after.high is None


@given(forests(), st.integers(1, 500), st.data())
def test_more_in_a_counted_body_is_more_in_all(forest: Forest, more: int, data: st.DataObject) -> None:
    before = roll_up(forest.chosen, forest.above, forest.sizes)
    if not before.counted:
        return
    grown = data.draw(st.sampled_from(before.counted))
    size = forest.sizes[grown]
    sizes = {**forest.sizes, grown: Range((size.low or 0) + more, size.high + more if size.high is not None else None)}
    after = roll_up(forest.chosen, forest.above, sizes)
    assert before.low <= after.low <= before.low + more
    assert after.counted == before.counted


def test_an_umbrella_without_a_size_covers_nobody() -> None:
    rolled = roll_up([1, 2, 3], {2: 1, 3: 2}, {2: Range(100, 100), 3: Range(40, 40)})
    assert (rolled.low, rolled.high, rolled.counted, rolled.inside, rolled.unknown) == (100, 100, (2,), {3: 2}, (1,))


def test_the_umbrella_of_the_umbrella_counts_although_the_one_between_is_not_asked() -> None:
    rolled = roll_up([1, 3], {2: 1, 3: 2}, {1: Range(500, None), 3: Range(40, 40)})
    assert (rolled.low, rolled.high, rolled.inside) == (500, None, {3: 1})


def test_parts_that_say_more_than_their_whole_are_told() -> None:
    sizes = {1: Range(100, 100), 2: Range(80, 80), 3: Range(70, 70), 4: Range(60, 60)}
    disputed = roll_up([1, 2, 3], {2: 1, 3: 1}, sizes)
    assert (disputed.disputed, disputed.low, disputed.high, disputed.behind) == ((1,), 150, None, (2, 3))
    assert roll_up([1, 2, 4], {2: 1, 4: 2}, sizes).disputed == ()  # 4 is within 2
    assert roll_up([1, 2, 3], {2: 1, 3: 1}, {**sizes, 1: Range(100, None)}).disputed == ()


@pytest.mark.django_db
def test_the_sentence_says_what_is_known_and_what_is_not() -> None:
    council = organisation("Coast Labor Council")
    state_size(organisation=council, wording="over 80,000", source="its release")
    parts = [organisation(umbrella=council) for _ in range(4)]
    parts.append(organisation(umbrella=parts[0]))
    state_size(organisation=parts[1], wording="300")
    silent = [organisation(), organisation()]
    others = [organisation(), organisation()]
    for each in others:
        state_size(organisation=each, wording="20")
    found = total([*parts, council, *silent, *others])
    assert found.sentence == "at least about 80,000 people in 3 bodies; 2 bodies state no size; 5 are parts of bodies already counted"
    assert (found.low, found.high) == (80_040, None)
    assert {part.pk: whole.pk for part, whole in found.inside} == {each.pk: council.pk for each in parts}


@pytest.mark.django_db
def test_one_is_one_and_none_is_silence() -> None:
    alone = organisation()
    assert total([]).sentence == ""
    assert total([alone]).sentence == "1 body states no size"
    state_size(organisation=alone, wording="2,000–3,000")
    assert total([alone, alone]).sentence == "between 2,000 and 3,000 people in 1 body"
    assert total([alone], of="affiliates").sentence == "1 body states no size"


@pytest.mark.django_db
def test_the_newest_statement_with_a_number_counts() -> None:

    body = organisation()
    state_size(organisation=body, wording="100", stated=date(2024, 5, 1))
    state_size(organisation=body, wording="about 120", stated=date(2025, 5, 1))
    state_size(organisation=body, wording="90")  # of no day: older than any
    state_size(organisation=body, wording="hundreds", stated=date(2026, 1, 1))  # says no number
    assert total([body]).low == 120


@pytest.mark.django_db
def test_two_queries_for_any_number(django_assert_num_queries: object) -> None:
    bodies = [organisation() for _ in range(3)]
    affiliate(organisation=bodies[0], umbrella=bodies[1])
    for some in (bodies[:1], bodies):
        with django_assert_num_queries(2):  # type: ignore[operator]
            total(some)


numbers = st.integers(0, 20) | st.integers(0, 3_000_000) | st.integers(1, 99).flatmap(lambda n: st.sampled_from([n * 1_000, n * 10_000]))


def totals_of(lows: list[int], highs: list[int]) -> Totals:
    return Totals("members", sum(lows), sum(highs), (), (), (), (), grain_of(lows), grain_of(highs))


@given(st.lists(numbers, min_size=1, max_size=8))
def test_a_rounded_sum_is_never_above_the_sum_nor_below_a_part(parts: list[int]) -> None:
    said = totals_of(parts, parts)
    assert max(parts) <= said.said_low <= sum(parts) <= (said.said_high or 0)
    assert sum(parts) - said.said_low <= sum(parts) / 10  # two digits at least are said
    if len(parts) == 1 or max(parts) < 1_000:
        assert said.said_low == said.low == said.said_high


@pytest.mark.parametrize(
    ("number", "step"),
    [(0, 1), (900, 1), (1_000, 100), (1_234, 1), (12_500, 100), (80_000, 1_000), (100_000, 10_000), (140_000, 10_000), (140_244, 1)],
)
def test_a_round_number_was_counted_in_steps(number: int, step: int) -> None:
    assert grain_of([number, None, 3]) == step


@pytest.mark.django_db
def test_a_sum_claims_no_more_than_its_sources() -> None:
    wordings = [["over 140,000", "244"], ["140,000", "244"], ["2,000–3,000", "244"], ["up to 80,000", "20"], ["over 140,000"]]
    said = []
    for some in wordings:
        bodies = [organisation() for _ in some]
        for body, wording in zip(bodies, some, strict=True):
            state_size(organisation=body, wording=wording)
        found = total(bodies)
        said.append(found.figure)
        assert (found.low, found.high) == (sum(_low(body) for body in bodies), found.high)
    assert said == [
        "at least about 140,000",
        "about 140,000",
        "between about 2,200 and 3,300",
        "between about 20 and 81,000",
        "at least 140,000",
    ]


def _low(body: Organisation) -> int:
    return body.sizes.get().low or 0


@pytest.mark.django_db
def test_an_umbrella_that_says_less_than_its_parts_lowers_no_total() -> None:
    council = organisation("Council of the Coast")
    parts = [organisation(umbrella=council) for _ in range(2)]
    for each in parts:
        state_size(organisation=each, wording="2,450")
    alone = total(parts)
    state_size(organisation=council, wording="3,000")
    together = total([council, *parts])
    assert (alone.low, together.low, together.figure) == (4_900, 4_900, "at least 4,900")
    assert "1 body states fewer than its parts do together: the parts are counted" in together.sentence
    assert together.disputed == (council,)
