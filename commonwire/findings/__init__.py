"""What readable rules find in posts about a day of action, each fact with the line it came from; proposed to an editor.

Owns `Reading`, `Finding`, `Unread`. May import coverage, mobilizations and what lies below. Verbs: `read_posts`, `take_over`,
`forget_words`. The rules stand in `rules/`, one small file for each kind of fact.
"""
