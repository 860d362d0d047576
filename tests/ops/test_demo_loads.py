"""The example comes into the house through its verbs: every phase and state is there, nothing will ask the world, nothing fails."""

from collections import Counter

import pytest
from django.db import transaction

from commonwire.calendar.models import Event, Occurrence
from commonwire.calendar.rules import unconfirmed_since
from commonwire.calendar.whereabouts import whereabouts
from commonwire.calendar.words import State
from commonwire.coverage.models import Estimate, TickerEntry
from commonwire.features.filling import filled_links
from commonwire.features.models import LinkRow
from commonwire.maps.models import Outline
from commonwire.media.models import File
from commonwire.mobilizations.demands.copies import OLDER, copies_in
from commonwire.mobilizations.models import Endorsement, Mobilization, NamedRally, Phase, Pledge, Rally, Standing
from commonwire.newswire.words import Visibility
from commonwire.ops.demo.content import read_content
from commonwire.ops.demo.loading.example import Example
from commonwire.ops.demo.nouns import Content
from commonwire.ops.prepare import set_up
from commonwire.organisations.models import Organisation, Proof
from commonwire.organisations.words import Method
from commonwire.subscriptions.models import Source, TakenEvent
from commonwire.subscriptions.words import TakenState
from tests import make

pytestmark = pytest.mark.django_db


class SmallPictures:
    """One small picture for each of them."""

    def take(self, name: str, **words: str) -> File:
        return make.picture(**{"alt": "A harbor", **words})


@pytest.fixture
def content() -> Content:
    return read_content()


@pytest.fixture
def example(content: Content) -> Example:
    with transaction.atomic():
        set_up()
        example = Example(content, SmallPictures())  # type: ignore[arg-type]
        example.load()
    return example


def test_everything_stands(example: Example, content: Content) -> None:
    _days_of_action_stand()
    _what_bodies_said_stands()
    _events_stand(content)
    _the_feature_fills_itself(example)
    _nothing_asks_the_world(content)


def _days_of_action_stand() -> None:
    phases = {each.phase: each for each in Mobilization.objects.public()}
    assert set(phases) == set(Phase)
    assert [each.phase for each in phases.values() if each.on_front] == [Phase.UNDER_WAY]
    assert Rally.objects.filter(mobilization=phases[Phase.UNDER_WAY]).count() >= 7
    assert NamedRally.objects.filter(event=None, source__contains="#p").count() == 4
    assert any(copy.which == OLDER for copy in copies_in(phases[Phase.UNDER_WAY]))
    assert TickerEntry.objects.public().count() >= 12
    assert Estimate.objects.public().exclude(rally=None).count() >= 10


def _what_bodies_said_stands() -> None:
    for noun in (Endorsement, Pledge):
        shown = set(noun.objects.filter(visibility=Visibility.SHOWN).values_list("standing", flat=True))
        assert shown >= {Standing.CLAIMED, Standing.CONFIRMED, Standing.WITHDRAWN}
        assert noun.objects.filter(visibility=Visibility.HELD).exists()
    assert Pledge.objects.filter(standing=Standing.BROKEN).exclude(source="").exists()
    assert {*Proof.objects.exclude(proven=None).values_list("method", flat=True)} == set(Method.values)
    assert Organisation.objects.filter(umbrella__umbrella__umbrella__isnull=False).exists()


def _events_stand(content: Content) -> None:
    states = Counter(Event.objects.values_list("state", flat=True))
    assert states[State.CANCELLED] == states[State.POSTPONED] == 1
    assert {*Occurrence.objects.filter(changed=True).values_list("state", flat=True)} == {State.CANCELLED, State.SCHEDULED}
    assert [event.post.headline for event in Event.objects.select_related("post") if unconfirmed_since(event)] == [
        "Film night at the net loft"
    ]
    assert {outline.region.slug for outline in Outline.objects.select_related("region")} < {region.key for region in content.regions}
    hidden = Occurrence.objects.select_related("event").get(event__exact_hours=3)
    assert "Anchor Street" not in whereabouts(hidden).line
    (moved,) = Event.objects.exclude(previous_place="")
    assert moved.previous_starts and moved.previous_starts < moved.starts


def _the_feature_fills_itself(example: Example) -> None:
    row = LinkRow.objects.get(fills_from="coverage", feature__post=example.town.posts["feature-ferries"])
    filled, _shows = filled_links(row.feature, row)
    assert filled
    assert all(link.target for link in filled)


def _nothing_asks_the_world(content: Content) -> None:
    assert not Source.objects.followed().exists()
    assert {*TakenEvent.objects.values_list("state", flat=True)} == {TakenState.HELD}
    assert TakenEvent.objects.exclude(twin=None).count() == 1, "the clinic stands in both calendars"
    assert not Proof.objects.exclude(due=None).exists()
    assert len(content.calendars) == Source.objects.count()
