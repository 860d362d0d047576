"""The example site: a fictional coast town's newswire as data, pictures and a sound.

Owns the texts (`texts/*.toml`), what they name (`pictures/`, `sounds/`) and their shapes (`nouns.py`); writes nothing.
May import the standard library alone, `draw/` also Pillow and Playwright. Its verb: `content.read_content()`.
"""
