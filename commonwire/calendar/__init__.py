"""The calendar: a post with a time and a place.

Owns `Event`, a one-to-one row of a post. May import newswire and what lies below. Verbs: `place_event`, `move_event`.
Registers the kind "event" with newswire and fills the head of an event's page. Room is left for series, occurrences and states.
"""
