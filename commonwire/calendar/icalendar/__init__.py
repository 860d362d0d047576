"""Calendar files as RFC 5545, 7986 and 9253 have them, written line by line: the same events give the same bytes.

`file.py` is the door. An event is written whole into every file that names one of its dates: a series is one VEVENT with its rule,
and a VEVENT more for each date that was changed or called off by itself. So a program that knows an event from the agenda knows it
again in the file of a month.
"""
