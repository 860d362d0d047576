from datetime import UTC, datetime

import pytest

from commonwire.desk import queues
from commonwire.newswire.hide import hide
from commonwire.newswire.sort import sort_post
from tests import make
from tests.conftest import Clock


def titles(some: queues.Some) -> list[str]:
    return [str(getattr(each, "headline", "") or getattr(each, "title", "") or getattr(each, "body", "")) for each in some.cases]


def test_held_stands_oldest_first_whatever_its_number(frozen: Clock) -> None:
    make.post("first", held=True)
    frozen.move(hours=2)
    make.post("third", held=True)
    frozen.move(hours=-1)
    make.post("second", held=True)
    assert titles(queues.held_posts("")) == ["first", "second", "third"]


def test_a_queue_goes_on_after_a_public_id(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queues, "MOST", 2)
    for number in range(5):
        make.post(f"held {number}", held=True)  # all within one hour: the row number decides
    pages, after = [], ""
    while True:
        some = queues.held_posts(after)
        pages.append(titles(some))
        after = some.after
        if not after:
            break
    assert pages == [["held 0", "held 1"], ["held 2", "held 3"], ["held 4"]]
    assert titles(queues.held_posts("nonsense")) == titles(queues.held_posts("\x00")) == ["held 0", "held 1"]


def test_new_and_unsorted_is_the_shown_stream_newest_first() -> None:
    make.post("older", published=datetime(2025, 1, 1, tzinfo=UTC))
    make.post("newer")
    make.event("an event has a column of its own")
    make.post("held", held=True)
    sort_post(post=make.post("sorted"), standing="local")
    hide(submission=make.post("hidden"), paragraph=make.paragraph())
    assert titles(queues.unsorted("")) == ["newer", "older"]


def test_recently_sorted_names_each_post_once_by_its_last_sorting(monkeypatch: pytest.MonkeyPatch) -> None:
    one, two, three = (make.post(name) for name in ("one", "two", "three"))
    for each in (one, two, three, one):
        sort_post(post=each, standing="other")
    assert titles(queues.recently_sorted("")) == ["one", "three", "two"]
    monkeypatch.setattr(queues, "MOST", 2)
    first = queues.recently_sorted("")
    assert (titles(first), first.after) == (["one", "three"], three.public_id)
    assert titles(queues.recently_sorted(first.after)) == ["two", "one"]


def test_what_waits_and_what_was_hidden(frozen: Clock) -> None:
    make.post("later", publish_at=datetime(2026, 2, 2, tzinfo=UTC))
    make.post("sooner", publish_at=datetime(2026, 2, 1, tzinfo=UTC))
    assert titles(queues.embargoed("")) == ["sooner", "later"]
    under, why = make.post("under"), make.paragraph()
    held = make.comment(under, "held words", held=True)
    assert titles(queues.held_comments("")) == ["held words"]
    hide(submission=held, paragraph=why)
    hide(submission=make.part(under, "a part"), paragraph=why)
    frozen.move(hours=1)
    hide(submission=under, paragraph=why)
    found = [titles(read("")) for read in (queues.held_comments, queues.hidden_posts, queues.hidden_comments, queues.hidden_parts)]
    assert found == [[], ["under"], ["held words"], ["a part"]]
