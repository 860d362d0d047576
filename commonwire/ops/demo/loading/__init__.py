"""The example site comes into the house through the verbs of the rooms, in one transaction that `ops/load_demo.py` opens.

Owns the order of it and nothing else. May import every room. Its verb: `example.Example(content, pictures).load()`.
Where a verb stores the running minute of something that the example tells of as older, the row is dated afterwards.
"""
