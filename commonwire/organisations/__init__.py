"""Organisations: profiles, who belongs to whom, how many people stand behind a name, and proofs that a statement is theirs.

Owns `Organisation`, `Size`, `Proof`, `Amendment`. May import newswire and what lies below.
Verbs: `add_organisation`, `change_organisation`, `affiliate`, `state_size`, `forget_size`, `merge_organisations`, `confirm_website`;
`amend`, `apply_amendment`; `ask_proof`, `look_again`, `look_for_proof` (the worker's), `check_signature`, `note_call`.

Rooms above ask `queries` (`find_organisation`, `similar`, `tree_of`), `totals.total` and `proofs.proofs_of`, register what can be proven
with `statements.states`, fill the slot `organisation.after`, and react to `organisation.merged` (facts `old` and `new`).
"""
