"""The lines of a document, and the book of what each became."""

import re

from commonwire.archive.grammar import words
from commonwire.archive.grammar.page import Line, Note, Outcome

_GARBLED = re.compile("Ã[\u0080-\u00bf]|â(?:\u0080|€)|Â[\u00a0-\u00bf]")


class Source:
    """Lines are counted from 0 here and from 1 in the book. Every line has exactly one entry, whatever is said of it how often."""

    def __init__(self, text: str) -> None:
        plain = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
        self.lines = tuple(plain.split("\n"))
        self.end = len(self.lines)
        self.notes: list[Note] = []
        self._book: dict[int, Line] = {}

    def text(self, index: int) -> str:
        """The line without white space at its ends; "" beyond the last."""
        return self.lines[index].strip() if 0 <= index < self.end else ""

    def filled(self, index: int, end: int | None = None) -> int:
        """The first line from here that is not blank, or the end."""
        stop = self.end if end is None else end
        while index < stop and not self.text(index):
            index += 1
        return min(index, stop)

    def place(self, index: int, became: str, outcome: Outcome = Outcome.CONTENT, notes: tuple[str, ...] = ()) -> None:
        self._book[index] = Line(index + 1, self.lines[index], became, outcome, notes)

    def discard(self, index: int, became: str) -> None:
        self.place(index, became, Outcome.NOT_CONTENT)

    def discarded(self, index: int) -> bool:
        return index in self._book and self._book[index].outcome in (Outcome.NOT_CONTENT, Outcome.REPORTED)

    def note(self, index: int, text: str) -> None:
        self.notes.append(Note(index + 1, text))

    def book(self) -> tuple[Line, ...]:
        for index, text in enumerate(self.lines):
            if not text.strip():
                self.place(index, words.BLANK, Outcome.BLANK)
            elif index not in self._book:
                self.place(index, words.LOST, Outcome.UNPLACED)
            if _GARBLED.search(text):
                self.note(index, words.NOTE_GARBLED)
        lines = self.lines[:-1] if self.lines[-1] == "" else self.lines
        return tuple(self._book[index] for index in range(len(lines)))
