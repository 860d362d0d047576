"""Search: finding posts by the words of their headlines.

Owns the form, baked for each language, and its results, worked out when asked for. No table yet: a search looks at every headline.
May import newswire and what lies below. No verbs.
"""
