"""The example site: a fictional coast town's newswire, as data (`content.py`), texts, pictures and a sound."""
