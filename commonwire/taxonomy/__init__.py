"""The two ways to place a post: regions and topics.

Owns `Region` and `Topic`. Imports press, chrome, site, ledger, base. Verbs: `arrange.add_region`, `arrange.add_topic`.
"""
