"""The order in which the example comes into being: what others lean on stands first."""

from commonwire.ops.demo.loading.actions import call_action, hear_what_is_said
from commonwire.ops.demo.loading.calendars import follow_calendar
from commonwire.ops.demo.loading.events import load_event
from commonwire.ops.demo.loading.features import link_to_later_ones, load_feature
from commonwire.ops.demo.loading.organisations import Signatures, leave_the_world_alone, load_organisation
from commonwire.ops.demo.loading.places import found_town
from commonwire.ops.demo.loading.posts import load_post, tell_what_followed
from commonwire.ops.demo.loading.reports import load_reports
from commonwire.ops.demo.loading.town import Town
from commonwire.ops.demo.nouns import Content
from commonwire.ops.example_files import ExamplePictures


class Example:
    def __init__(self, content: Content, pictures: ExamplePictures) -> None:
        self.town = Town(content, pictures)
        self.signatures = Signatures()

    def load(self) -> None:
        """Within a transaction."""
        found_town(self.town)
        self._publish()
        self._say_and_report()
        for given in self.town.content.posts:
            tell_what_followed(self.town, given)
        for calendar in self.town.content.calendars:
            follow_calendar(self.town, calendar)

    def _publish(self) -> None:
        town = self.town
        for post in sorted(town.content.posts, key=lambda each: -each.ago):
            town.posts[post.key] = load_post(town, post)
        for body in town.content.organisations:
            town.organisations[body.key] = load_organisation(town, body, self.signatures)
        for action in sorted(town.content.actions, key=lambda each: -each.ago):
            town.actions[action.key] = call_action(town, action)
            town.posts[action.key] = town.actions[action.key].post
        for event in town.content.events:
            town.posts[event.key] = load_event(town, event)
        for feature in sorted(town.content.features, key=lambda each: -each.ago):
            town.posts[feature.key] = load_feature(town, feature)
        link_to_later_ones(town)

    def _say_and_report(self) -> None:
        for action in self.town.content.actions:
            hear_what_is_said(self.town, action, self.signatures)
            load_reports(self.town, action)
        leave_the_world_alone()
