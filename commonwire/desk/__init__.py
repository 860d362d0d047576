"""The desk: the screens on which the collective sees what is held, sorts what is new, and hides in the open.

Owns no table: it shows rows of the rooms below and calls their verbs. May import all of them; only front and ops stand above.
"""
