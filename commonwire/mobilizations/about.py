"""What the publish form of every post asks of days of action: to which one it belongs, at which rally it was written."""

from django.utils.translation import gettext as _

from commonwire.mobilizations.belong import forget_post, leave, let_belong
from commonwire.mobilizations.models import Belonging, Mobilization, Rally
from commonwire.mobilizations.queries import by_code, by_slug, ever_by_code
from commonwire.mobilizations.rules import takes_part_in
from commonwire.newswire.kinds import Details
from commonwire.newswire.models import Post
from commonwire.newswire.words import Kind
from commonwire.press.slots import Fragment
from commonwire.site.models import Site

BY_AUTHOR = (Belonging.How.AUTHOR, Belonging.How.CODE)


def attach_about(post: Post, given: Details) -> None:
    mobilization, rally = _chosen(given)
    if mobilization is None:
        return
    own = None if post.kind == Kind.EVENT else rally
    how = Belonging.How.CODE if rally else Belonging.How.AUTHOR
    let_belong(post=post, mobilization=mobilization, rally=own, how=how, shows_demands=bool(given.get("about_demands")))
    if own:
        _place_as(post, own)


def _place_as(post: Post, rally: Rally) -> None:
    """A report lands on its rally's regions and topics where its author chose none."""
    if not post.regions.exists():
        post.regions.set(rally.post.regions.all())
    if not post.topics.exists():
        post.topics.set(rally.post.topics.all())


def change_about(post: Post, given: Details) -> None:
    """What the author said before counts no more; what an editor confirmed stays."""
    mobilization, _rally = _chosen(given)
    said = Belonging.objects.filter(post=post, how__in=BY_AUTHOR).select_related("mobilization__post")
    for each in said if mobilization is None else said.exclude(mobilization=mobilization):
        leave(post=post, mobilization=each.mobilization)
    known = Belonging.objects.filter(post=post, mobilization=mobilization).exclude(how__in=BY_AUTHOR).first() if mobilization else None
    if known and mobilization:
        let_belong(post=post, mobilization=mobilization, rally=known.rally, how=known.how, shows_demands=bool(given.get("about_demands")))
    else:
        attach_about(post, given)


def forget_about(post: Post) -> None:
    forget_post(post=post)


def initial_about(post: Post) -> Details:
    found = Belonging.objects.filter(post=post).select_related("mobilization__post", "rally").order_by("id")
    belonging = found.filter(how__in=BY_AUTHOR).first() or found.first()
    if belonging is None:
        return {}
    return {
        "about_action": belonging.mobilization.slug,
        "about_rally": belonging.rally.code if belonging.rally else "",
        "about_demands": belonging.shows_demands,
    }


def facts_about(given: Details, site: Site) -> Fragment | None:
    mobilization, rally = _chosen(given)
    if mobilization is None:
        return None
    context: dict[str, object] = {"mobilization": mobilization, "rally": rally, "with_demands": bool(given.get("about_demands"))}
    return Fragment("mobilizations/about_facts.html", context)


def prefill_about(word: str) -> Details | None:
    """`/publish/for/WORD/`: a rally's code, as it stands on its flyer, or the slug of a day of action."""
    rally = by_code(word)
    mobilization = rally.mobilization if rally else None if ever_by_code(word) else by_slug(word)
    if mobilization is None or not takes_part_in(mobilization):
        return None
    if rally is None or not rally.post.is_shown:
        line = _("What you send here is part of “%(name)s”.") % {"name": mobilization.name}
        return {"about_action": mobilization.slug, "line": line}
    places = {
        "regions": [each.slug for each in rally.post.regions.all()],
        "topics": [each.slug for each in rally.post.topics.all()],
    }
    line = _("You report from “%(rally)s”, part of “%(name)s”.") % {"rally": rally.post.headline, "name": mobilization.name}
    return {"about_action": mobilization.slug, "about_rally": rally.code, "line": line, "initial": places}


def _chosen(given: Details) -> tuple[Mobilization | None, Rally | None]:
    """A rally's code says which day of action it is; without one the choice does."""
    slug = str(given.get("about_action") or "")
    rally = by_code(str(given.get("about_rally") or ""))
    if rally and slug in ("", rally.mobilization.slug):
        return rally.mobilization, rally
    return (by_slug(slug) if slug else None), None
