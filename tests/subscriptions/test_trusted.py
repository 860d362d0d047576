"""A trusted calendar's events are published without waiting, unless something about them is in doubt."""

from commonwire.newswire.models import Post
from commonwire.newswire.withdraw import withdraw_post
from commonwire.subscriptions.follow_source import change_source
from commonwire.subscriptions.trusted import accept_from_trusted
from tests.subscriptions.calendars import event, row, source, states, take_in


def test_what_is_new_and_what_changes_is_followed_at_once() -> None:
    harbor = source(trusted=True)
    take_in(harbor, event("one"), event("two"))
    assert accept_from_trusted(10) == 2
    take_in(harbor, event("one", "20260123T200000"), event("two", STATUS="CANCELLED"))
    accept_from_trusted(10)
    made, other = row("one").event, row("two").event
    assert made and other and (made.starts.hour, other.state, states(harbor)) == (2, "cancelled", {"one": "accepted", "two": "accepted"})


def test_doubt_waits_for_the_desk() -> None:
    harbor = source(trusted=True)
    take_in(harbor, event("one", RRULE="FREQ=SECONDLY"), event("two"))
    accept_from_trusted(10)
    assert states(harbor) == {"one": "held", "two": "accepted"}


def test_others_wait_and_so_does_what_is_paused() -> None:
    for name, given in (("Not trusted", {}), ("Paused", {"trusted": True})):
        take_in(source(name, **given), event(name))
    paused = row("Paused").source
    change_source(source=paused, name=paused.name, language="en", trusted=True, paused=True)
    assert accept_from_trusted(10) == 0


def test_what_cannot_be_accepted_is_left_to_the_desk_with_its_reason() -> None:
    harbor = source(trusted=True)
    take_in(harbor, event("one", RRULE="FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"), event("two"))
    accept_from_trusted(10)
    assert accept_from_trusted(10) == 0
    assert (row("one").state, row("one").doubtful, row("one").taken.notes) == (
        "held",
        True,
        ("This rule gives no date in the next ten years.",),
    )


def test_a_withdrawn_event_is_not_brought_back() -> None:
    harbor = source(trusted=True)
    take_in(harbor, event("one"))
    accept_from_trusted(10)
    made = row("one").event
    assert made
    withdraw_post(post=made.post)
    take_in(harbor, event("one", "20260123T200000"))
    accept_from_trusted(10)
    assert [post.visibility for post in Post.objects.all()] == ["withdrawn"]


def test_so_many_at_once() -> None:
    harbor = source(trusted=True)
    take_in(harbor, *(event(f"e{number}", f"2026020{number + 1}T190000") for number in range(5)))
    assert [accept_from_trusted(2) for _round in range(4)] == [2, 2, 1, 0]
