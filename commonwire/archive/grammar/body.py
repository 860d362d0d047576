"""The text of a page as an ordered list of what stood in it. Whatever nothing recognises is prose, so no line can be lost here."""

from bisect import bisect_right

from commonwire.archive.grammar import comments, files, outside, release, rows, words
from commonwire.archive.grammar.sections import Prose, Section
from commonwire.archive.grammar.source import Source


class Body:
    """Reads the lines from `start` to `end` once, from top to bottom. With `link_rows`, rows of links are looked for too."""

    def __init__(self, source: Source, start: int, end: int, *, link_rows: bool = False, prose: str = words.PROSE) -> None:
        self.source, self.start, self.end = source, start, end
        self.link_rows, self.prose_word = link_rows, prose
        self.sections: list[Section] = []
        self._prose: list[str] = []
        self._releases = self._find_releases()

    def read(self) -> tuple[Section, ...]:
        index = self.start
        while index < self.end:
            index = self._step(index)
        self._close_prose()
        return tuple(self.sections)

    def _step(self, index: int) -> int:
        text = self.source.text(index)
        if text and self.source.discarded(index):
            return index + 1
        if comments.is_label(text):
            self.source.discard(index, words.COMMENT_LABEL)
            return index + 1
        if files.is_embed_offer(text):
            self.source.discard(index, words.EMBED_OFFER)
            return index + 1
        section, after = self._special(index, text)
        if section is None:
            self._keep(index, text)
            return index + 1
        self._close_prose()
        self.sections.append(section)
        return after

    def _special(self, index: int, text: str) -> tuple[Section | None, int]:
        if index in self._releases:
            status, end = self._releases[index]
            return release.take_release(self.source, index, status, end), end
        if not text:
            return None, index
        if files.is_file_line(text):
            return files.take_file(self.source, index, self.end)
        if outside.is_media_label(text):
            return outside.take_media(self.source, index, self._before_release(index))
        if outside.is_credit(text):
            return outside.take_credit(self.source, index, self.end)
        if outside.opens_related(self.source, index, self.end):
            return outside.take_related(self.source, index)
        row = rows.read_row(text) if self.link_rows else None
        if row is not None:
            self.source.place(index, words.LINK_ROW)
            return row, index + 1
        return None, index

    def _keep(self, index: int, text: str) -> None:
        self._prose.append(self.source.lines[index])
        if text:
            self.source.place(index, words.BULLET if text[0] in "•*·" else self.prose_word)

    def _close_prose(self) -> None:
        kept = release.trimmed(tuple(self._prose))
        if kept:
            self.sections.append(Prose(kept))
        self._prose.clear()

    def _find_releases(self) -> dict[int, tuple[int, int]]:
        """Where each press release begins, its status line, and the line after its end."""
        found: dict[int, tuple[int, int]] = {}
        statuses = [index for index in range(self.start, self.end) if release.is_status(self.source.text(index))]
        floor = self.start
        for status, following in zip(statuses, [*statuses[1:], None], strict=False):
            if status < floor:
                continue
            begin = release.first_line(self.source, status, floor)
            floor = self._release_end(status, following)
            found[begin] = (status, floor)
        return found

    def _release_end(self, status: int, following: int | None) -> int:
        """Up to the end of the text, the next release, or a heading of ours below the end mark."""
        limit = self.end if following is None else release.first_line(self.source, following, status + 1)
        mark = release.end_mark(self.source, status, limit)
        for index in range((status if mark is None else mark) + 1, limit):
            text = self.source.text(index)
            if outside.is_media_label(text) or outside.is_credit(text) or self._points_out(index) or files.is_original(text):
                return index
            if self.link_rows and (row := rows.read_row(text)) is not None and rows.is_typed(row):
                return index
        return limit

    def _before_release(self, index: int) -> int:
        begins = list(self._releases)
        later = bisect_right(begins, index)
        return begins[later] if later < len(begins) else self.end

    def _points_out(self, index: int) -> bool:
        return outside.opens_related(self.source, index, self.end)
