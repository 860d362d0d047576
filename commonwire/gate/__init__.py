"""The gate: the processes that face the network. Reads go on here when everything behind is away.

Owns no table and never imports Django; may import `base` alone. It answers what lies on the shelf from memory, takes everything
else to the application over a unix socket, and at its door the identity of whoever asks ends: behind it nobody can learn an
address, a browser's name or where somebody came from.

Files: `reader` (the RSGI application), `memory` (answers kept, by address and coding), `coding`, `ranges`, `files` (media from
disk), `door` (hourly keyed buckets), `asking` (the forms of a request that are answered at all, and what of it may pass), `body`,
`relay` and `app_socket` (to the application), `sentences` (the small fixed pages).
"""
