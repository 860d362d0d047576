"""Maps without a third party: the outlines and centres of regions that stewards give, and pictures drawn from points.

Owns `Outline`. May import accounts, taxonomy, press, chrome and what lies below. Verbs: `lay_outline`, `remove_outline`. Others draw
with `drawing.draw_map`.
"""
