"""The calendar: a post with a time and a place, once or in a series.

Owns `Event`, a one-to-one row of a post, `Occurrence`, each of its dates (an event that happens once has one; pages, files and feeds
read these), and `Happening`, what readers say of a date. May import newswire, maps and what lies below.

Verbs: `place_event`, `move_event`, `remove_event`, `cancel_event`, `postpone_event`, `reinstate_event`, `change_date`,
`confirm_series`, `doubt_series`, `expand_series`, `reveal_place`, `tell_happened`.

Where something is comes from `whereabouts` alone, which keeps back what readers shall not see yet; what must be told of a date
(cancelled, moved) from `telling`; what it belongs to from `relations`, in which rooms above register. `recurrence` reads, expands and
words the rules of series. `acts` are what authors and the desk may do after the announcement. `pages` prints agendas, days, weeks,
months and the map, `icalendar` writes the files. Registers the kind "event" with newswire, and fills slots of an event's page.
"""
