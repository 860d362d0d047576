"""Who calls, who endorses, and who belongs to whom: names of organisations before the verbs that say so."""

import re
from collections.abc import Iterator, Sequence

from commonwire.findings.facts import Fact, FactKind, Found
from commonwire.findings.lines import Line

_WORD = r"(?:[A-Z][\w’'.-]*|\d{1,5})"
_NAME = rf"{_WORD}(?: (?:(?:of|for|the|in|de|del) )?{_WORD})*"
_UMBRELLA = r"(?:, (?P<{}>[A-Z]{{2,}}(?:-[A-Z]{{2,}})+|[A-Z]{{3,}}))"
BODY = re.compile(rf"(?P<name>{_NAME}){_UMBRELLA.format('umbrella')}?")
_ENDORSES = re.compile(r"^(?P<who>.+?)\s+(?:(?:have|has)\s+)?(?:joined\s+[\w\s]{0,20}to\s+endorse|endorsed|endorses?)\b", re.DOTALL)
_CALLS = re.compile(r"^(?P<who>.+?)\s+(?:have|has)\s+called\s+(?:for|on)\b", re.DOTALL)
_SUBJECT = re.compile(rf"^(?:[A-Z .]+[–—-]\s+)?The (?P<body>{_NAME}(?:, [A-Z]{{2,}}(?:-[A-Z]{{2,}})+)?) is (?:the|an?)\b")
_DATELINE = re.compile(r"^[A-Z][A-Z .,]+\s[–—-]+\s")
_BETWEEN = re.compile(r",?\s+(?:along with|together with|as well as|including|and)\s+(?:the\s+)?|,\s+(?:the\s+)", re.IGNORECASE)
_LEVEL = re.compile(r"\b(?P<level>(?:local|regional|state|national) bodies(?: (?:throughout|across|of|in) (?:the )?\w+)?)")
_ABOVE = re.compile(r"\bis the umbrella (?:organi[sz]ation|body|group) (?:of|for) (?P<below>[\w -]+?)(?: and |[,.])")
_LOCAL = re.compile(r"\b(?P<umbrella>[A-Z]{2,6})(?: Local)? (?P<number>\d{2,5})\b")
_CHAPTER = re.compile(r"^(?P<place>[A-Z][\w. -]+?) (?P<umbrella>[A-Z]{2,}(?:-[A-Z]{2,})+)$")
_WORDS_OF_A_BODY = re.compile(
    r"\b(?:federation|council|union|unions|local|association|committee|coalition|alliance|workers|tenants|teachers|league|network"
    r"|party|church|center|centre|project|collective|society|brotherhood|guild|assembly|caucus|chamber|[A-Z]{2,}-[A-Z]{2,})\b",
    re.IGNORECASE,
)


def callers(lines: Sequence[Line]) -> Found:
    known = {body for line in lines for body in _subjects(line, _CALLS) if "&" not in body}
    for line in lines:
        for body in _subjects(line, _CALLS):
            pair = _pair(body) if "&" in body else [body]
            if all(each in known for each in pair):  # "A & B AFL-CIO" says two names only where they are also written out
                for each in pair:
                    yield Fact(FactKind.CALLER, {"body": each}, body, line)


def endorsers(lines: Sequence[Line]) -> Found:
    for line in lines:
        for body in _subjects(line, _ENDORSES):
            level = next((said["level"] for said in _LEVEL.finditer(line.text) if said.start() < line.text.find(body)), "")
            yield Fact(FactKind.ENDORSER, {"body": body, "level": level}, body, line)


def umbrellas(lines: Sequence[Line]) -> Found:
    """A name says to whom its body belongs: "X, AFL-CIO", "Minnesota AFL-CIO", "CWA 7250"."""
    for line in lines:
        for name in _all_names(line):
            suffix = BODY.fullmatch(name)
            chapter = _CHAPTER.match(name)
            above = (suffix and suffix["umbrella"]) or (chapter and chapter["umbrella"])
            if above:
                yield Fact(FactKind.UMBRELLA, {"body": name, "umbrella": above}, name, line)
        if (above := subject_of(line.text)) and (below := _ABOVE.search(line.text)):
            yield Fact(FactKind.UMBRELLA, {"body": below["below"], "umbrella": above, "note": "not named one by one"}, below.group(), line)
        for local in _LOCAL.finditer(line.text):
            yield Fact(FactKind.UMBRELLA, {"body": local.group(), "umbrella": local["umbrella"]}, local.group(), line)


def named(lines: Sequence[Line]) -> Found:
    """Local unions that are named without being said to endorse."""
    for line in lines:
        for local in _LOCAL.finditer(line.text):
            yield Fact(FactKind.BODY, {"body": local.group()}, local.group(), line)


def perhaps_the_same(lines: Sequence[Line]) -> Found:
    """Two names that begin with the same place and belong to the same umbrella; only a person can know."""
    known = {name: line for line in reversed(lines) for name in _all_names(line)}
    for short, line in sorted(known.items(), key=lambda each: each[0]):
        chapter = _CHAPTER.match(short)
        for whole in sorted(known) if chapter and "," not in short else ():
            long = BODY.fullmatch(whole)
            if long and long["umbrella"] == chapter["umbrella"] and whole.startswith(f"{chapter['place']} "):  # type: ignore[index]
                yield Fact(FactKind.SAME_BODY, {"body": short, "other": whole}, short, line)


def subject_of(text: str) -> str:
    """The body of which a sentence says what it is."""
    found = _SUBJECT.match(text)
    return found["body"] if found else ""


def _all_names(line: Line) -> list[str]:
    found = [*_subjects(line, _ENDORSES), *_subjects(line, _CALLS), subject_of(line.text)]
    return [name for name in dict.fromkeys(found) if name and "&" not in name]


def _subjects(line: Line, verb: re.Pattern[str]) -> Iterator[str]:
    """The names that stand before this verb, in a sentence of a text; a headline in capitals names nobody."""
    if line.role not in ("paragraph", "summary", "headline"):
        return
    for sentence in re.split(r"(?<=[.!?”\"])\s+(?=[A-Z“\"])", _DATELINE.sub("", line.text)):
        said = verb.match(sentence)
        for piece in _BETWEEN.split(said["who"]) if said else ():
            name = piece.strip().removeprefix("The ").removeprefix("the ").strip(" ,")
            if _is_body(name):
                yield name


def _is_body(name: str) -> bool:
    bare = name.replace(" & ", " ")
    return bool(BODY.fullmatch(bare)) and bool(_WORDS_OF_A_BODY.search(bare)) and len(name.split()) > 1


def _pair(name: str) -> list[str]:
    """ "Minneapolis & Minnesota AFL-CIO": two places before one name."""
    first, _sign, second = name.partition(" & ")
    head, _space, tail = second.partition(" ")
    return [f"{first} {tail}", f"{head} {tail}"]
