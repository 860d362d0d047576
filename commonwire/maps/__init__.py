"""Maps without a third party: the outlines and centres of regions that stewards give, and pictures drawn from points.

Owns `Outline`. May import accounts, taxonomy, press, chrome and what lies below. Verbs: `lay_outline`, `remove_outline`. Others draw
with `drawing.draw_map` and show it with the template `maps/map.html`; stewards send GeoJSON at `/desk/map/`, read by `geojson.py`.
"""
