"""The grammar of an Indybay page as text. `read_page(text, zone=…)` gives a `LegacyPage`; no text makes it fail, no line is lost.

Pure: strings in, frozen data out, nothing of Django and nothing of the rooms below but their plain words. This is what it assumes:

    document = [stamp] [menus] (article | feature | event) {part} [comments] [foot]
    stamp    = "date YYYY-MM-DD [top]"          the crawler's; never content
    menus    = from a line "top" down to the last menu line of the old site
    article  = {placing} title {placing} (byline [date] | date [byline]) [placing] [summary [alt]] {file} text
    placing  = "Related Categories: A | B" | "A | B" | "A B"    longest known region first, then topics; fully known, or partly and
               above the title; what is not known is kept as written and reported
    title    = a line, from which a glued "(Updated …)" is taken off and kept
    byline   = "by NAME" | "by NAME Weekday Mon DDth, YYYY H:MM PM"
    date     = "Fri, Jan 16, 2026 8:21PM" | "Tuesday Jun 22nd, 2004 11:25 PM" | "Posted: Mon, Mar 20, 2023 7:56pm PDT" | …
    summary  = the first line below, when the text follows without a blank line, or an image or a part does
    alt      = the next line, when it says the summary again, escaped once too often or not: reported, not shown
    file     = name.ext | "original image (WxH)" | "Listen now:" | "Download Audio (12.3 MB)" | "download PDF (1.2 MB)" | "PDF"
    text     = {prose | file | media | credit | release | related}, in any order and kept in it
    media    = "Additional Media:" {[title] [URL]}              blank lines between and within pairs
    credit   = "Production of NAME" [URL on the next line]
    release  = {CAPITAL LINE} "FOR IMMEDIATE RELEASE" | "EMBARGOED UNTIL …" {contact} text ["###" who issued it]
    related  = "For more information: URL"
    part     = "§Title" [byline [date]] {file | caption | prose} [URL]
    feature  = [placing] title dateline {headline} text with rows; or, without a dateline, a page with typed rows and no byline
    dateline = "Tue Jan 20 2026 [(Updated 01/24/26)]"           US order, no time, no zone
    headline = a short line directly below the dateline; never a placing
    row      = [word] [Label ":" | usual label "|"] [word] label {"|" [word] label}
               word is event, article, photo, audio, video, document, pdf, feature, action or several of them
    event    = title {"Date:" | "Time:" | "Event Type:" | "Organizer/Author:" | "Location Details:" … value} text
               ["Added to the calendar on DATE"]
    comments = ("Add Your Comments" | "Comments (Hide Comments)" | "Latest Comments" …) [TITLE AUTHOR DATE table] {comment}
               without such a label: from the first "by NAME" with date and time below the text and the last part
    comment  = [title line] byline date {prose}

Whatever nothing of this fits is prose where there is a text, and otherwise kept, shown where it stood, and reported as not placed.
"""

from commonwire.archive.grammar.page import (
    Comment,
    EventFacts,
    HeadLine,
    LegacyPage,
    Line,
    Note,
    Outcome,
    Part,
    PlaceName,
    Placing,
    When,
)
from commonwire.archive.grammar.read import read_page
from commonwire.archive.grammar.rows import kinds_of
from commonwire.archive.grammar.sections import (
    AdditionalMedia,
    ExternalMedium,
    Link,
    LinkRow,
    MediaFile,
    PressRelease,
    ProductionCredit,
    Prose,
    Related,
    Section,
)

__all__ = [
    "AdditionalMedia",
    "Comment",
    "EventFacts",
    "ExternalMedium",
    "HeadLine",
    "LegacyPage",
    "Line",
    "Link",
    "LinkRow",
    "MediaFile",
    "Note",
    "Outcome",
    "Part",
    "PlaceName",
    "Placing",
    "PressRelease",
    "ProductionCredit",
    "Prose",
    "Related",
    "Section",
    "When",
    "kinds_of",
    "read_page",
]
