"""Words true in any program: text, clock, ids, receipt words, files on disk. Imports nothing of the house, and never Django's ORM.

Owns no state. `shelf` says where a baked page lies, so that the press (which writes) and the gate (which reads) agree.
"""
