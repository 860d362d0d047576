"""What readable rules find in posts about a day of action, each fact with the line it came from; proposed to an editor.

Owns `Finding`. May import coverage, mobilizations and what lies below.
"""
