"""The example site: a fictional coast town's newswire as data, pictures and a sound.

Owns the texts (`texts/`: TOML, the outlines of its coast, another calendar), what they name (`pictures/`, `sounds/`) and their shapes
(`nouns.py`, `nouns_actions.py`). Writes nothing but through the verbs of the rooms (`loading/`). `content.py` and what it reads with may
import the standard library and the clock alone, `draw/` also Pillow and Playwright. Its verbs: `content.read_content()`, and
`loading.example.Example(content, pictures).load()`.
"""
