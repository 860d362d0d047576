"""What is reported of a day of action: coverage that gathers itself, the ticker, turnout.

Owns `Proposal`, `Search`, `TickerEntry`, `Estimate`. May import mobilizations and what lies below. Verbs: `propose_coverage`,
`confirm_coverage`, `refuse_coverage`, `send_entry`, `check_entry`, `file_estimate`, `confirm_estimate`, `doubt_estimate`. A report that
says to which day or rally it belongs is let in by mobilizations; others are found here by rules that can be read (`proposing.py`), and an
editor decides. Registers what may be sent (an entry, an estimate), fills the slots of a day's and a rally's page, and offers features a
row that fills itself. Its live page is the only one that has a script (`scripts/live.js`).
"""
