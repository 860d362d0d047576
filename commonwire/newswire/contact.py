"""The contact lines of a press release: which they are, and a guess at who is named in them."""

import re
from typing import NamedTuple

_LABEL = re.compile(
    r"\W*(?:(?:press|media|news)\s+)?(?:contacts?(?:\s+(?:person|information|info|details))?|contactos?(?:\s+de\s+prensa)?)\b\s*(?:[:–—-]|$)"
    r"|\W*for\s+(?:more|further)\s+information,?\s+(?:please\s+)?contact\b"
    r"|\W*(?:press|media|prensa)\s*:",
    re.IGNORECASE,
)
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?:\+?\d{1,3}[\s.-]?)?\(?\d{3}\)?[\s.–-]?\d{3}[\s.–-]?\d{4}\b|\+\d[\d\s().-]{6,}\d")
_WEB = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_CLUTTER = re.compile(r"\b(?:cell|mobile|phone|tel|office|e-?mail|direct)\b\.?\s*:?|[<>()]", re.IGNORECASE)

_ROLE = """director coordinator spokesperson spokesman spokeswoman manager officer organizer organiser president secretary treasurer
    chair chairperson liaison representative steward strategist editor founder lead leader associate assistant specialist contact"""
_BEFORE_A_ROLE = """communications communication media press executive political organizing organising field deputy vice co-chair
    public relations outreach campaign campaigns programme program policy digital general legal senior interim acting regional
    national state and & of chief operating news international community external affairs"""
_ROLES, _IN_ROLES = set(_ROLE.split()), {*_ROLE.split(), *_BEFORE_A_ROLE.split()}


class ContactSplit(NamedTuple):
    name: str
    organisation: str
    role: str


def contact_count(lines: list[str], apart: list[bool] | None = None) -> int:
    """How many of these lines, from the first, are contact lines. `apart` tells of each whether a blank line stands above it.

    A line with a label, a telephone number or a mail address is one anywhere; without, a short line is one that stands right
    below the status line or another contact line.
    """
    joined = False
    count = 0
    for number, line in enumerate(lines):
        if number and apart and apart[number]:
            joined = joined and _LABEL.fullmatch(lines[number - 1].strip()) is not None
        elif not number:
            joined = bool(apart) and not (apart or [True])[0]
        if not (_names_a_contact(line) or (joined and _is_short(line))):
            break
        joined = True
        count = number + 1
    return count


def _names_a_contact(line: str) -> bool:
    if _LABEL.match(line):
        return len(line) <= 300
    return len(line) <= 140 and bool(_MAIL.search(line) or _PHONE.search(line)) and not re.search(r"[.!?]\W*$", line)


def _is_short(line: str) -> bool:
    return len(line) <= 120 and len(line.split()) <= 16 and not re.search(r"[.!?:;]\W*$", line) and not line.lstrip()[:1].islower()


def propose_split(lines: list[str]) -> ContactSplit | None:
    """Name, organisation and role as they seem to be, or None when there is no telling."""
    bare = [_bare(line) for line in lines]
    said = [part for line in bare for part in re.split(r"\s*[,;|]\s*|\s+[–—-]+\s+|\t+|\s{3,}", line) if part]
    if len(said) == 1:
        return _by_words(said[0].split())
    if not 2 <= len(said) <= 4 or not _is_name(said[0].split()):
        return None
    roles = [part for part in said[1:] if part.split()[-1].lower() in _ROLES or part.split()[0].lower() in _ROLES]
    others = [part for part in said[1:] if part not in roles]
    if len(roles) > 1 or len(others) > 1:
        return None
    return ContactSplit(said[0], others[0] if others else "", roles[0] if roles else "")


def _bare(line: str) -> str:
    """The line without label, numbers and addresses."""
    line = _LABEL.sub("", line, count=1)
    for pattern in (_MAIL, _WEB, _PHONE, _CLUTTER):
        line = pattern.sub(" | ", line)
    return line.strip(" \t,;|:–—-*_")


def _is_name(words: list[str]) -> bool:
    return 2 <= len(words) <= 4 and all(word[0].isupper() or word in ("de", "da", "van", "von", "del", "la", "bin") for word in words)


def _by_words(words: list[str]) -> ContactSplit | None:
    """`Name Name Some Organisation Communications Director`: a role at the end, a name at the beginning, the rest between."""
    start = len(words)
    if words and words[-1].lower() in _ROLES:
        start -= 1
        while start and words[start - 1].lower() in _IN_ROLES:
            start -= 1
    length = 3 if len(words) > 2 and re.fullmatch(r"[A-Z]\.", words[1]) else 2
    if start < length or not _is_name(words[:length]) or (start == len(words) and len(words) > length):
        return None
    return ContactSplit(" ".join(words[:length]), " ".join(words[length:start]), " ".join(words[start:]))
