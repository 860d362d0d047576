"""The ledger: what happened, and what each line still owes.

Owns `Entry` and `Due`. Imports base only. Verbs: `record` (called last by every verb of every room), `settle` (the worker's).
Rooms above register with `reacting.reacts`, `reacting.reacts_together` and `reacting.rounds`.
"""
