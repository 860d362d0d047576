"""What features print: their archive by section, a feature's own page, its history."""

from collections.abc import Iterator, Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from commonwire.base.difference import differences
from commonwire.base.text import excerpt
from commonwire.chrome.frame import Frame, feeds_of
from commonwire.features.models import Feature, Phase, Revision
from commonwire.features.queries import feature_of, newest_features, public_features
from commonwire.features.text import feature_html
from commonwire.media.queries import picture
from commonwire.newswire.article import article_of
from commonwire.newswire.lists import listing_of, place_keys
from commonwire.newswire.models import Post
from commonwire.newswire.queries import for_page
from commonwire.newswire.structured import article_data
from commonwire.newswire.words import Kind
from commonwire.press.printing import ARTICLES, Dropped, Key, Page, Printed, prints
from commonwire.site.models import Site
from commonwire.site.queries import the_site

IN_SECTION, PER_PAGE = 5, 40
PARTS = {
    "headlines": gettext_lazy("Headlines"),
    "summary": gettext_lazy("Summary"),
    "text": gettext_lazy("Text"),
    "quotations": gettext_lazy("Quotations"),
    "links": gettext_lazy("Links"),
    "phase": gettext_lazy("Phase"),
}


@prints("post", every=lambda: (), order=ARTICLES - 1)
def feature_pages(key: Key) -> Iterator[Printed]:
    """A feature's page over the post's, while it is shown; every other state is printed by newswire."""
    post = for_page(Post.objects.filter(pk=key.id, kind=Kind.FEATURE)).first()
    feature = feature_of(post) if post else None
    if post is None or feature is None or post.path is None:
        return
    site = the_site()
    language = post.language if post.language in site.spoken else site.language
    if post.is_shown:
        yield _feature(feature, post, site, language)
        yield _history(feature, post, site, language)
    else:
        yield Dropped(f"{post.path}history/")


def _feature(feature: Feature, post: Post, site: Site, language: str) -> Page:
    targets = [link.target.key for row in feature.rows.all() for link in row.links.all() if link.target]
    targets += [each.source.key for each in feature.quotations.all() if each.source]

    def context() -> dict[str, object]:
        article = article_of(post)
        description = excerpt(post.summary or post.body, 200)
        seen = picture(post.lead) if post.lead else None
        image = seen.src if seen else ""
        frame = Frame(
            site=site,
            language=language,
            path=post.path or "",
            title=post.headline,
            description=description,
            image=image,
            section="features",
            structured=[article_data(post, site, image, description)],
        )
        return {
            "frame": frame,
            "site": site,
            "language": language,
            "post": post,
            "article": article,
            "feature": feature,
            "html": feature_html(feature),
            "revisions": feature.revisions.count(),
        }

    return Page(post.path or "", "features/feature.html", context, language, shows=targets)


def _history(feature: Feature, post: Post, site: Site, language: str) -> Page:
    def context() -> dict[str, object]:
        frame = Frame(site=site, language=language, path=f"{post.path}history/", title=_("History: %(title)s") % {"title": post.headline})
        revisions = list(feature.revisions.all())
        pairs = zip(revisions, [*revisions[1:], None], strict=True)
        return {
            "frame": frame,
            "site": site,
            "language": language,
            "post": post,
            "revisions": [(new, _changes(old, new)) for new, old in pairs],
        }

    return Page(f"{post.path}history/", "features/history.html", context, language)


def _changes(old: Revision | None, new: Revision) -> list[tuple[str, str]]:
    """(what changed, how) for each part of the feature that changed; nothing for the first revision."""
    if old is None:
        return []
    changed = [name for name in new.said if new.said[name] != old.said.get(name, "")]
    return [(str(PARTS[name]), differences(_words(name, old), _words(name, new))) for name in changed if name in PARTS]


def _words(name: str, revision: Revision) -> str:
    said = str(revision.said.get(name, ""))
    return str(dict(Phase.choices).get(said, said)) if name == "phase" else said


@prints("features", "kind", every=lambda: ["features"])
def archive_pages(key: Key) -> Iterator[Printed]:
    """The archive, with a shelf for each section."""
    site = the_site()
    other = key.name == "kind" and key.id != Kind.FEATURE
    for language in [] if key.cut or other else site.spoken:
        with override(language):
            yield _archive(site, language)


@prints("feature-region", "feature-topic", every=lambda: [f"feature-{key}" for key in place_keys()])
def section_pages(key: Key) -> Iterator[Printed]:
    """One section."""
    site = the_site()
    for language in [] if key.cut else site.spoken:
        with override(language):
            listing = listing_of(Key(key.name.removeprefix("feature-"), key.id))
            if listing:
                where = {f"{listing.facet}s": int(listing.key.id)}
                yield _section(f"/features{listing.path}", listing.title, where, site, language)


def _archive(site: Site, language: str) -> Page:
    path = site.at(language, "/features/")

    def context() -> dict[str, object]:
        shelves = []
        for place in place_keys():
            listing = listing_of(place)
            if listing:
                some = list(public_features({f"{listing.facet}s": int(listing.key.id)}).newest().select_related("post")[:IN_SECTION])
                if some:
                    shelves.append((listing, some))
        return _shared(path, _("Features"), site, language) | {"features": newest_features(10), "shelves": shelves}

    return Page(path, "features/archive.html", context, language)


def _section(path: str, title: str, where: Mapping[str, object], site: Site, language: str) -> Page:
    def context() -> dict[str, object]:
        return _shared(site.at(language, path), _("Features: %(section)s") % {"section": title}, site, language) | {
            "features": newest_features(PER_PAGE, where),
            "section_title": title,
        }

    return Page(site.at(language, path), "features/archive.html", context, language)


def _shared(path: str, title: str, site: Site, language: str) -> dict[str, object]:
    feeds = feeds_of(_("Features"), site.at(language, "/features/"))
    frame = Frame(site=site, language=language, path=path, title=title, section="features", per_language=True, feeds=feeds)
    return {"frame": frame, "site": site, "language": language}
