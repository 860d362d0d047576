"""The archive: pages of older sites read into data, line by line, so that their words and addresses live on.

Owns the grammar of Indybay pages (`grammar.read_page`), that site's regions and topics (`indybay`), its addresses (`addresses`) and
the fidelity report (`report.Report`). May import calendar, features, newswire and every room below those; the grammar itself
imports nothing but the names of regions and topics. Nothing here reaches the network.
"""
