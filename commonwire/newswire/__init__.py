"""The newswire: what anyone sends in. Posts, parts, additions, comments, receipts, visibility.

Owns `Post` (the spine: events, features and days of action are one-to-one rows of it), `Part`, `Comment`, `PostFile`, `FurtherMedia`,
`Correction`, `NamedReceipt`. Imports media, accounts, taxonomy, press, chrome, site, ledger, base.
Verbs: publish_post, release_post, correct_post, add_part, release_part, withdraw_post, add_comment, sort_post, hide and unhide (whatever
was sent in), contribute, release_submission, correct_submission, withdraw_submission, forget_receipt, extend_receipt, name_receipt,
revoke_receipt.
Rooms above add kinds of post and companions of the publish form (`kinds.py`), contributions about something (`contributions.py`), acts
behind a receipt (`receipt_acts.py`) and what stands in a text (`text_slots.py`), and fill the slots of a post's page.
"""
