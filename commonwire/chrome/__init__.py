"""What every page wears: the base template, the frame's context, styles, dates, the language of an address, protecting headers.

Owns no models. Imports site, ledger, base. Templates of other rooms extend `chrome/page.html`; links go up only as addresses.
"""
