"""What the collective decides: name, zone, languages, licence, policy, how open the door stands.

Owns `Site` (one row) and `PolicyParagraph`. Imports ledger and base. Verb: `decide`, which touches the key `site`: every page.
"""
