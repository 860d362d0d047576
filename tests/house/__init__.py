"""What holds the house together: rules that are read from the sources, and the programs the whole suite stands on.

`sources` lists and parses the files; `postgresql`, `serving` and `quick_argon2` start what the tests need. Every failure here names
file, line and remedy in one line.
"""
