"""What an error may say in a log: its kind and where it arose. Its own words may quote what somebody sent, and are not written down."""

import traceback

DEEP = 12


def where(error: BaseException) -> str:
    """`ValueError at publish.py:40 in publish_post < views.py:12 in send`."""
    frames = reversed(traceback.extract_tb(error.__traceback__)[-DEEP:])
    cause = f" from {where(error.__cause__)}" if error.__cause__ else ""
    return f"{type(error).__name__} at {' < '.join(f'{frame.filename}:{frame.lineno} in {frame.name}' for frame in frames)}{cause}"
