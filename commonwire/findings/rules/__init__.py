"""The rules, one small file for each kind of fact. Each takes the lines of all posts and yields facts; a rule reads, it never guesses:
whatever it yields stands in the line that it names. They are written for English.
"""

from collections.abc import Callable, Sequence

from commonwire.findings.facts import Found
from commonwire.findings.lines import Line
from commonwire.findings.rules import bodies, contacts, dates, demands, names, pledges, quotations, rallies, reach, rows, sizes, ways

Rule = Callable[[Sequence[Line]], Found]

RULES: Sequence[Rule] = (
    names.names,
    names.slogans,
    dates.dates,
    reach.reach,
    ways.ways,
    bodies.callers,
    bodies.endorsers,
    bodies.umbrellas,
    bodies.named,
    bodies.perhaps_the_same,
    sizes.sizes,
    sizes.areas,
    sizes.websites,
    demands.demands,
    pledges.pledges,
    rallies.rallies,
    rows.events,
    rows.coverage,
    contacts.contacts,
    contacts.releases,
    quotations.quotations,
)
