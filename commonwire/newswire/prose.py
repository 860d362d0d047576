"""A post's whole text as HTML: small Markdown, and in its midst, when there is one, a press release exactly as it was written."""

from dataclasses import dataclass

from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from commonwire.base.links import linked
from commonwire.base.markup import Numbering, Rendered, permalink, render, with_breaks
from commonwire.base.markup import Paragraph as Anchored
from commonwire.base.purify import purify
from commonwire.newswire.release import Bullets, Paragraph, Release, blocks_of, find_release


@dataclass(frozen=True)
class Prose:
    html: SafeString
    paragraphs: list[Anchored]
    release: Release | None
    following: int  # the number of the next anchor on the same page


def prose(
    source: str, *, release: bool = True, plain: bool = False, anchor_prefix: str = "p", first: int = 1, heading_floor: int = 3
) -> Prose:
    """`release=False` is the author's word that what looks like a press release is none; in a `plain` text no sign is markup."""

    def rendered(text: str, first: int) -> Rendered:
        if plain:
            return _as_written(text, anchor_prefix, first)
        return render(text, anchor_prefix=anchor_prefix, first=first, heading_floor=heading_floor)

    found = find_release(source) if release else None
    before = rendered(found.before if found else source, first)
    if not found:
        return Prose(before.html, before.paragraphs, None, before.following)
    numbering = Numbering(anchor_prefix, before.following)
    block = purify(_section(found, numbering))
    after = rendered(found.after, numbering.number)
    paragraphs = [*before.paragraphs, *numbering.given, *after.paragraphs]
    return Prose(before.html + block + after.html, paragraphs, found, after.following)


def _as_written(text: str, anchor_prefix: str, first: int) -> Rendered:
    """Paragraphs, line breaks and rows of bullets, and nothing else."""
    numbering = Numbering(anchor_prefix, first)
    html = "".join(
        _bullets(block, numbering) if isinstance(block, Bullets) else numbering.paragraph(block.text) for block in blocks_of(text)
    )
    return Rendered(purify(html), numbering.given, numbering.number)


def _section(release: Release, numbering: Numbering) -> str:
    """Nothing in it is markup: every line is escaped, its URLs linked, its line breaks kept."""
    return "".join(
        [
            f'<section class="release" aria-label="{escape(gettext("Press release"))}">\n',
            *(_line("release-headline", line) for line in release.headlines),
            _line("release-status", release.status),
            _line("release-issued", release.issued),
            _line("release-contact", "\n".join(release.contact)),
            *_body(release, numbering),
            _line("release-end", release.end_mark),
            *(numbering.paragraph(text, "release-boilerplate") for text in release.boilerplate),
            "</section>\n",
        ]
    )


def _line(name: str, text: str) -> str:
    return f'<p class="{name}">{with_breaks(text)}</p>\n' if text else ""


def _body(release: Release, numbering: Numbering) -> list[str]:
    place, dash = release.dateline_and_dash
    shown, blocks = linked(place), []
    for block in release.blocks:
        html = _bullets(block, numbering) if isinstance(block, Bullets) else numbering.paragraph(block.text)
        if place and isinstance(block, Paragraph) and block.text.lstrip().startswith(place + dash):
            html = html.replace(shown, f'<span class="release-place">{shown}</span>', 1)
            place = ""
        blocks.append(html)
    return blocks


def _bullets(row: Bullets, numbering: Numbering) -> str:
    """The signs are part of the text, as they were written; the stylesheet takes away the list's own."""
    shown = []
    for bullet in row.bullets:
        anchor = numbering.mark(bullet.text)
        sign = f'<span class="bullet" aria-hidden="true">{linked(bullet.sign)}</span>'
        shown.append(f'<li id="{anchor}">{sign}{with_breaks(bullet.text)}{permalink(anchor)}</li>\n')
    return f'<ul class="release-bullets">\n{"".join(shown)}</ul>\n'
