"""Calendars of others: taken in by upload or followed by subscription, held for the desk.

Owns `Source` and `TakenEvent`. May import calendar and what lies below.
"""
