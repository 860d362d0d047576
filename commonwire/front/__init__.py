"""Compositions of the rooms below: the front page, region and topic pages, about, feeds, robots, the site map.

Owns no models and no verbs. May import every room but ops.
"""
