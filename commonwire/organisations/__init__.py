"""Organisations: profiles, who belongs to whom, how many people stand behind a name, and proofs that a statement is theirs.

Owns `Organisation`, `Size`, `Proof`. May import newswire and what lies below. Verbs: `add_organisation`, `change_organisation`,
`affiliate`, `state_size`, `prove`.
"""
