"""What the collective decides: name, zone, languages, licence, policy, how open the door stands.

Owns `Site` (one row) and `PolicyParagraph`. Imports ledger and base. Verb: `decide`. Everything printed names the key `site` by being on a page.
"""
