"""Days of action: the call, demands, endorsements, pledges, rallies, coverage, turnout. An empty room, kept free on its floor.

It will own `Mobilization`, a one-to-one row of a post, import newswire and calendar and what lies below, and fill the slots of a
post's page (`post.banner`, `post.head`, `post.beside`, `post.after`).
"""
