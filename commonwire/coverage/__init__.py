"""What is reported of a day of action: coverage that gathers itself, the ticker, turnout.

Owns `Proposal`, `TickerEntry`, `Estimate`. May import mobilizations and what lies below.
"""
