"""Syndication: every list as RSS, Atom and JSON Feed; the site map.

Owns no models and no verbs. May import newswire and what lies below. What was hidden or withdrawn leaves a tombstone, so that mirrors
and readers drop it.
"""
