"""The fidelity report: what each line of a document became, what could not be placed, what a person should look at."""

from collections import Counter
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from commonwire.archive.grammar import LegacyPage, Line, Outcome

_LONGEST = 72


@dataclass(frozen=True, slots=True)
class Report:
    """Of one page. `address` is where this site now serves it: the last line of the text. `remarks` are about the document as a whole."""

    page: LegacyPage
    address: str = ""
    remarks: tuple[str, ...] = ()

    @property
    def lines(self) -> tuple[Line, ...]:
        """Every line that is not blank, each once, in order."""
        return tuple(line for line in self.page.placed if line.outcome is not Outcome.BLANK)

    def counts(self) -> dict[str, int]:
        found = Counter(line.outcome for line in self.lines)
        return {outcome.value: found[outcome] for outcome in Outcome if outcome is not Outcome.BLANK}

    def text(self) -> str:
        """For a terminal."""
        blocks = [[_line(line) for line in self.lines], self._unplaced(), self._notes(), list(self.remarks), self._summary()]
        blocks += [[self.address]] if self.address else []
        return "\n\n".join("\n".join(block) for block in blocks if block)

    def as_json(self) -> dict[str, object]:
        """The same for a program; sentences stay in English there."""
        page = self.page
        return {
            "kind": page.kind,
            "title": page.title,
            "published": page.published.text if page.published else None,
            "regions": list(page.placing.regions),
            "topics": list(page.placing.topics),
            "unknown_places": list(page.placing.unknown),
            "parts": len(page.parts),
            "comments": len(page.comments),
            "lines": [_line_data(line) for line in self.lines],
            "not_placed": [line.number for line in page.unplaced],
            "notes": [{"line": note.number or None, "note": note.text} for note in page.notes],
            "remarks": list(self.remarks),
            "counts": self.counts(),
            "address": self.address or None,
        }

    def _unplaced(self) -> list[str]:
        if not self.page.unplaced:
            return [_("Every line was placed.")]
        return [
            _("Could not be placed, and shown where it stood:"),
            *(f"  {line.number}: {line.text.strip()}" for line in self.page.unplaced),
        ]

    def _notes(self) -> list[str]:
        if not self.page.notes:
            return []
        shown = (f"  {note.number or '–'}: {_(note.text)}" for note in self.page.notes)
        return [_("To be looked at (line: what):"), *shown]

    def _summary(self) -> list[str]:
        counts, total = self.counts(), len(self.lines)
        return [
            ngettext("%(count)d line of text read.", "%(count)d lines of text read.", total) % {"count": total},
            _("Content %(content)d, not content %(furniture)d, reported and not shown %(reported)d, not placed %(unplaced)d.")
            % {
                "content": counts[Outcome.CONTENT],
                "furniture": counts[Outcome.NOT_CONTENT],
                "reported": counts[Outcome.REPORTED],
                "unplaced": counts[Outcome.UNPLACED],
            },
        ]


def _line(line: Line) -> str:
    text = " ".join(line.text.split())
    shown = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
    return _("line %(number)d: %(became)s — %(text)s") % {"number": line.number, "became": _(line.became), "text": shown}


def _line_data(line: Line) -> dict[str, object]:
    return {
        "number": line.number,
        "text": line.text,
        "became": line.became,
        "outcome": line.outcome.value,
        "notes": list(line.notes),
    }
