"""Media: files. What strangers upload is looked at only in a jail, made again from its pixels, and never kept.

Owns `File` and `Rendition`, the quarantine folder and everything below `/media/`. May import base, ledger and site; `told`,
`decode`, `encode`, `sniff`, `walls` and `parcel` run in child processes and import nothing but Pillow and each other.
Verbs: `accept_picture` (upload to draft), `describe_file`, `claim_file` (draft to ready), `erase_file`, `make_placeholder`,
`fill_placeholder`, `keep_sound`. Reads: `queries.picture`, `queries.thumb`, `queries.sound`; templates include `media/figure.html`.

An upload's way: quarantine (on disk only under a key that lives in memory) → `decode` (child: pixels out) → `encode` (another
child: renditions of those pixels) → `strip_scan` (nothing but pixels in any output) → `/media/`, under random names.
"""
