"""From facts to the words and details of a new day of action. Nothing is added: the call quotes the lines in which somebody calls."""

from datetime import date

from commonwire.findings.chosen import Chosen
from commonwire.findings.facts import FactKind
from commonwire.findings.models import Finding, Reading
from commonwire.mobilizations.models import Mobilization
from commonwire.mobilizations.words import WayToTakePart
from commonwire.newswire.models import Post
from commonwire.newswire.prose import prose
from commonwire.newswire.wording import Wording
from commonwire.newswire.words import Kind
from commonwire.site.queries import the_site

LONGEST_LINE = 300


def wording_of(reading: Reading, chosen: Chosen) -> Wording:
    posts = list(reading.posts.order_by("published", "pk"))
    return Wording(
        headline=_names(chosen)[0],
        body="\n\n".join(_quoted(finding) for finding in _calling(chosen)),
        language=posts[0].language,
        kind=Kind.ACTION,
        regions=list({region.pk: region for post in posts for region in post.regions.all()}.values()),
        topics=list({topic.pk: topic for post in posts for topic in post.topics.all()}.values()),
    )


def details_of(chosen: Chosen) -> dict[str, object]:
    slogans = chosen.values(FactKind.SLOGAN, "slogan")
    return _days(chosen) | {
        "names": [*_names(chosen)[1:], *slogans[1:]],
        "slogan": (slogans or [""])[0][:200],
        "zone": the_site().zone,
        "place": ", ".join(chosen.values(FactKind.REACH, "place"))[:200],
        "reach": ", ".join(_wide_first(chosen.values(FactKind.REACH, "reach")))[:200],
        "ways": _ways(chosen),
        "further_ways": ", ".join(chosen.values(FactKind.WAY, "words"))[:LONGEST_LINE],
        "called_by": ", ".join(chosen.values(FactKind.CALLER, "body"))[:LONGEST_LINE],
        "press_contact": "\n".join(chosen.values(FactKind.CONTACT, "words")),
    }


def _days(chosen: Chosen) -> dict[str, object]:
    days = sorted(date.fromisoformat(day) for day in chosen.values(FactKind.DATE, "day"))
    return {"first_day": days[0], "last_day": days[0], "further_days": [day.isoformat() for day in days[1:]]} if days else {}


def _ways(chosen: Chosen) -> list[str]:
    return [way for way in chosen.values(FactKind.WAY, "way") if way in WayToTakePart.values]


def missing_of(mobilization: Mobilization, chosen: Chosen) -> dict[str, object]:
    """What a day of action that is there does not say yet: nothing it says is changed, lists grow."""
    found = details_of(chosen)
    names = [name for name in _names(chosen) if name not in (mobilization.post.headline, *mobilization.names)]
    grown: dict[str, object] = {"names": [*mobilization.names, *names], "ways": list(dict.fromkeys([*mobilization.ways, *_ways(chosen)]))}
    empty = ("slogan", "place", "reach", "further_ways", "called_by", "press_contact")
    return grown | {name: found[name] for name in empty if not getattr(mobilization, name) and found[name]}


def _names(chosen: Chosen) -> list[str]:
    """What it is called before how it is described."""
    findings = sorted(chosen.of(FactKind.NAME), key=lambda finding: "note" in finding.value)
    return list(dict.fromkeys(finding.value["name"][:LONGEST_LINE] for finding in findings))


def _wide_first(words: list[str]) -> list[str]:
    return sorted(words, key=lambda word: word.startswith("with "))


def _calling(chosen: Chosen) -> list[Finding]:
    """A line for each post in which somebody calls; where nobody does, in which somebody endorses."""
    facts = chosen.of(FactKind.CALLER) or chosen.of(FactKind.ENDORSER)
    return list({finding.post_id: finding for finding in reversed(facts)}.values())[::-1]


def _quoted(finding: Finding) -> str:
    words = _whole_line(finding.post, finding.anchor) or finding.post.summary or finding.post.headline
    return f"> {' '.join(words.split())}\n\n[{_bare(finding.post.headline)}]({finding.address})"


def _whole_line(post: Post, anchor: str) -> str:
    said = prose(post.body, release=not post.plain_release, plain=post.plain)
    return next((paragraph.text for paragraph in said.paragraphs if paragraph.anchor == anchor), "")


def _bare(headline: str) -> str:
    return headline.replace("[", "(").replace("]", ")")
