"""Features: posts in the place of honour, composed by members.

Owns `Feature` (a one-to-one row of a post), `HeadlineLine`, `LinkRow`, `RowLink`, `Quotation`, `Revision`. May import newswire and what
lies below. Verbs: `compose_feature`, `revise_feature`, `resolve_links` (a link finds its target when that arrives), `lose_copies` (who
withdraws a picture takes back its copies). The form is read into `Typed`, judged by `Composing`, and needs no script.
"""
