"""Commonwire: an open-publishing newswire. `docs/house.md` describes the house; start with `newswire/publish.py`."""

__version__ = "0.1.0"
