"""Calendar files as they really are, read into plain `Taken` events. Knows nothing of tables, sources or the network.

`read_calendar(content, zone=…)` (`read`) refuses what is no calendar (`Unreadable`), and of everything else says, event by event and in
sentences, what was not understood: nothing is dropped in silence. Bytes become lines (`lines`), lines blocks (`blocks`), values texts
(`texts`, `markup`), moments (`times`, `zones`, `hours`), dates of a series (`series`), and a block one event (`event`).
"""
