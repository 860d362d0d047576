"""Days of action: the call, its demands, who endorses it, who pledges what, where the rallies are.

Owns `Mobilization`, a one-to-one row of a post, and what hangs on it. May import calendar, features, organisations, newswire and what
lies below. What is reported of a day stands one floor up, in coverage.
"""
