"""The command line: one console script, a file for each of its verbs. May use anything; nothing uses it.

Owns no models. `prepare` makes a house that can be served; `serve` runs the gate, the app and the worker.
"""
