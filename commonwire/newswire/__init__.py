"""The newswire: what anyone sends in. Posts, parts, additions, comments, receipts, visibility.

Owns `Post` (the spine: events, features and days of action are one-to-one rows of it), `Part`, `Comment`, `PostFile`, `FurtherMedia`,
`Correction`. Imports media, accounts, taxonomy, press, chrome, site, ledger, base.
Verbs: publish_post, release_post, correct_post, add_part, withdraw_post, add_comment, sort_post, hide (post or comment), unhide,
forget_receipt, extend_receipt. Rooms above add kinds of post through `kinds.py` and fill the slots of a post's page.
"""
