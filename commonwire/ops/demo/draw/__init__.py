"""The example site's pictures as programs. Owns nothing that runs on a site: the JPEGs beside it are what is used.

`python -m commonwire.ops.demo.draw [NAME…]` draws them again (needs Chromium and the development packages);
each scene is a function `(Sheet) -> None` listed in `album.py`.
"""
