"""The archive: pages of older sites read into data, line by line, so that their words and addresses live on.

Owns the grammar of Indybay pages (`grammar.read_page`), that site's regions and topics (`indybay`), its addresses (`addresses`, the rows
`Address`), the fidelity report (`report.Report`) and the order in which a page's lines stood (`TakenIn`). May import calendar, features,
newswire and every room below those; the grammar itself imports nothing but the names of regions and topics. Nothing here reaches the
network. Verbs: `take_in`, `fill.fill_placeholder_of`, `remember.remember_address`, `remember.remember_files`.

    text ──read_page──▶ LegacyPage ──plan_of──▶ Plan ──write or mend──▶ Post, Part, Comment, File, Feature, Event, TakenIn

A page that was taken in prints its lines in the archive's own order (`fillers.as_it_stood` over `shown.Showing`) as long as the post
says what was taken in; the words are the post's own columns, the layout only names them. Corrected here, it prints as any post does.
Its standing is "other", its licence stays with the author, its day is the archive's, and a day without an hour is taken at noon.
"""
