"""What days of action put on other pages: to which one a post belongs, its demands below a text or in it, the strip on the front page."""

from collections.abc import Sequence

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from commonwire.calendar.links import webcal
from commonwire.calendar.relations import Relation, relates
from commonwire.chrome.frame import feeds_of
from commonwire.mobilizations.action_page import whole_page
from commonwire.mobilizations.calendar_of import uid_of
from commonwire.mobilizations.demands.lines import read_demands
from commonwire.mobilizations.demands.queries import demands_shown, in_words
from commonwire.mobilizations.models import Belonging, Endorsement, Mobilization, Pledge
from commonwire.mobilizations.queries import by_slug, mobilization_of, rally_of
from commonwire.mobilizations.statements import provable  # noqa: F401  # registers what a body can prove
from commonwire.mobilizations.words import DEMANDS, NAME
from commonwire.newswire.models import Post
from commonwire.newswire.words import Kind, Visibility
from commonwire.organisations.models import Organisation
from commonwire.press.slots import Fragment, fills
from commonwire.site.queries import the_site

MOST_SAID = 30


@relates
def days_of_action(posts: Sequence[Post]) -> dict[int, list[Relation]]:
    """Above an event, in its calendar file and in its data: the day of action of which it is a rally."""
    found: dict[int, list[Relation]] = {}
    events = [post.pk for post in posts if post.kind == Kind.EVENT]
    for belonging in _belonging(events) if events else ():
        mobilization = belonging.mobilization
        relation = Relation(mobilization.name, mobilization.path, uid_of(mobilization), mobilization.part(NAME))
        found.setdefault(belonging.post_id, []).append(relation)
    return found


def _belonging(posts: Sequence[int]) -> list[Belonging]:
    found = Belonging.objects.filter(post__in=posts, mobilization__post__visibility=Visibility.SHOWN)
    return list(found.select_related("mobilization__post", "rally__post").order_by("-mobilization__first_day", "id"))


@fills("post.article")
def page_of_a_day(post: Post, article: object) -> Fragment | None:
    """The post's own page, in our order of lines; in the archive's where an archive filled the slot first."""
    mobilization = mobilization_of(post) if post.kind == Kind.ACTION else None
    return whole_page(mobilization, article) if mobilization else None


@fills("post.banner")
def part_of(post: Post) -> Fragment | None:
    """Events say it themselves, by their relation."""
    belonging = [] if post.kind in (Kind.EVENT, Kind.ACTION) else _belonging([post.pk])
    if not belonging:
        return None
    shows = tuple(each.mobilization.part(NAME) for each in belonging)
    return Fragment("mobilizations/part_of.html", {"belongings": belonging}, shows)


@fills("post.after")
def demands_below(post: Post) -> Fragment | None:
    belonging = [each for each in _belonging([post.pk]) if each.shows_demands]
    return demands_of(belonging[0].mobilization, post.language) if belonging else None


@fills("post.beside")
def ways_to_follow(post: Post) -> Fragment | None:
    """Beside a day of action: its calendar to subscribe to, its feeds, its lists as files."""
    mobilization = mobilization_of(post) if post.kind == Kind.ACTION else None
    if mobilization is None:
        return None
    site = the_site()
    file = f"{mobilization.path}calendar/calendar.ics"
    feeds = feeds_of(_("Reports"), mobilization.path)
    return Fragment("mobilizations/follow.html", {"mobilization": mobilization, "ics": file, "webcal": webcal(site, file), "feeds": feeds})


@fills("post.beside")
def on_paper(post: Post) -> Fragment | None:
    """A rally's short address and code, its flyer, and the way to report from it."""
    rally = rally_of(post) if post.kind == Kind.EVENT else None
    if rally is None or not post.is_shown or not rally.mobilization.post.is_shown:
        return None
    return Fragment("mobilizations/on_paper.html", {"rally": rally}, (rally.mobilization.part(NAME),))


@fills("text.demands")
def demands_in_text(post: Post | None, argument: str, details: dict[str, object]) -> Fragment | None:
    """`[demands]`, or `[demands: slug]`: the list as it is now. In a preview the form says which day, or what it demands."""
    lines = read_demands(str(details.get("demands") or "")) if post is None and not argument.strip() else []
    if lines:
        return Fragment("mobilizations/demands_typed.html", {"lines": lines})
    mobilization = by_slug(argument.strip()) if argument.strip() else _meant(post, details)
    if mobilization is None or not mobilization.post.is_shown:
        return None
    return demands_of(mobilization, post.language if post else get_language() or mobilization.post.language)


def _meant(post: Post | None, details: dict[str, object]) -> Mobilization | None:
    if post is None:
        return by_slug(str(details.get("about_action") or ""))
    if post.kind == Kind.ACTION:
        return Mobilization.objects.filter(post=post).select_related("post").first()
    belonging = _belonging([post.pk])
    return belonging[0].mobilization if belonging else None


def demands_of(mobilization: Mobilization, language: str) -> Fragment | None:
    demands = in_words(demands_shown(mobilization), language, mobilization.post.language)
    context: dict[str, object] = {"mobilization": mobilization, "demands": demands, "text_language": language}
    return Fragment("mobilizations/demands_in_text.html", context, (mobilization.part(DEMANDS), mobilization.part(NAME)))


@fills("front.breaking")
def on_front() -> Fragment | None:
    """Where an editor put it there."""
    found = Mobilization.objects.filter(on_front=True, post__visibility=Visibility.SHOWN).select_related("post").order_by("first_day", "id")
    days = list(found)
    return Fragment("mobilizations/on_front.html", {"mobilizations": days}, tuple(each.part(NAME) for each in days)) if days else None


@fills("organisation.after")
def what_a_body_said(organisation: Organisation) -> Fragment | None:
    """On its profile: the days of action it stands behind, and what it promised."""
    found = [*_said(Endorsement, organisation, "mobilization__post"), *_said(Pledge, organisation, "type__mobilization__post")]
    shows = tuple({each.day_of_action.part(NAME) for each in found})
    return Fragment("mobilizations/what_a_body_said.html", {"statements": found}, shows) if found else None


def _said(noun: type[Endorsement] | type[Pledge], organisation: Organisation, day: str) -> list[Endorsement | Pledge]:
    shown = {"visibility": Visibility.SHOWN, f"{day}__visibility": Visibility.SHOWN}
    found = noun._default_manager.filter(organisation=organisation, **shown).select_related(day).order_by("-sent", "-id")
    return list(found[:MOST_SAID])
