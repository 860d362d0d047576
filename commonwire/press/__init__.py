"""The press: it knows keys and files, never posts.

Owns what is remembered of printed pages (`Shown`, `Stale`, `Owed`). Imports chrome, site, ledger, base. Rooms register printers with
`printing.prints` and slot fillers with `slots.fills`. Verbs: `bake.bake` (keys → files), `edition.open_edition`; the reaction in
`reactions.py` bakes what every ledger line touched.
"""
