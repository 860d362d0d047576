"""What the newswire prints: posts, lists and their archives, the forms, what was hidden."""

from collections.abc import Iterator
from datetime import timedelta

from django.utils.translation import gettext as _
from django.utils.translation import override

from commonwire.base import clock
from commonwire.base.text import excerpt
from commonwire.chrome.frame import Frame
from commonwire.media.queries import picture
from commonwire.newswire.article import article_of
from commonwire.newswire.forms import CommentForm, PublishForm, ReceiptForm
from commonwire.newswire.kinds import EXTRAS, askers
from commonwire.newswire.lists import SPLIT, Listing, all_keys, by_day, cut_span, facet_keys, list_context, listing_of
from commonwire.newswire.models import Comment, Post
from commonwire.newswire.queries import for_page
from commonwire.newswire.questions import ask
from commonwire.newswire.structured import article_data
from commonwire.newswire.talk import takes_comments, talk_ends
from commonwire.newswire.text_slots import without_slots
from commonwire.newswire.views.publish import form_context
from commonwire.newswire.words import Visibility
from commonwire.press.printing import ARTICLES, LISTS, Dropped, Gone, Key, Page, Printed, prints
from commonwire.site.models import Site
from commonwire.site.queries import midnight, the_site


def _all_posts() -> Iterator[str]:
    return (f"post:{pk}" for pk in Post.objects.order_by("-published").values_list("pk", flat=True).iterator())


@prints("post", every=_all_posts, order=ARTICLES)
def post_pages(key: Key) -> Iterator[Printed]:
    post = for_page(Post.objects.filter(pk=key.id)).first()
    if post is None or post.path is None:
        return
    site = the_site()
    language = post.language if post.language in site.spoken else site.language
    text_path = f"/hidden/{post.public_id}/"
    frame = Frame(site=site, language=language, path=post.path, title=post.headline, section="newswire", findable=False)
    bare: dict[str, object] = {"frame": frame, "site": site, "language": language, "post": post}
    removes = bool(post.hidden_by and post.hidden_by.removes)
    if post.visibility == Visibility.SHOWN:
        yield _shown(post, site, language)
        yield Dropped(text_path)
    elif post.visibility == Visibility.HIDDEN and not removes:
        yield Page(post.path, "newswire/hidden_post.html", lambda: bare, language)
        yield Page(text_path, "newswire/hidden_text.html", lambda: bare | {"article": article_of(post)}, language)
    elif post.visibility in (Visibility.HELD, Visibility.EMBARGOED):
        yield Dropped(post.path)
    else:
        nameless = bare | {"frame": Frame(site=site, language=language, title=_("Gone"), findable=False)}
        yield Gone(post.path, "newswire/gone_post.html", lambda: nameless, language)
        yield Dropped(text_path)


def _shown(post: Post, site: Site, language: str) -> Page:
    def context() -> dict[str, object]:
        article, extra = article_of(post), EXTRAS.get(post.kind)
        told = "" if post.content_note else without_slots(post.body)  # what is folded is not told outside
        description = excerpt(post.summary or told, 200)
        seen = next((view for file in article.files if (view := picture(file))), None)
        image = seen.src if seen and not post.content_note else ""
        frame = Frame(
            site=site,
            language=language,
            path=post.path or "",
            title=post.headline,
            description=description,
            image=image,
            section={"event": "calendar", "feature": "features"}.get(post.kind, extra.section if extra else "newswire"),
            feeds=extra.feeds(post, site) if extra and extra.feeds else [],
            structured=[article_data(post, site, image, description)],
        )
        comments = list(Comment.objects.filter(post=post, visibility__in=(Visibility.SHOWN, Visibility.HIDDEN)).order_by("id"))
        return {
            "frame": frame,
            "site": site,
            "language": language,
            "post": post,
            "article": article,
            "additions": [each for each in comments if each.kind == "addition"],
            "comments": [each for each in comments if each.kind == "comment"],
            "comment_form": CommentForm() if takes_comments(post, site) else None,
            "comments_closed": talk_ends(post, site),
        }

    closes = talk_ends(post, site)
    until = closes if closes and closes > clock.now() else None
    return Page(post.path or "", "newswire/post.html", context, language, until=until)


@prints(
    "newswire",
    "standing",
    "kind",
    "medium",
    every=lambda: [key for key in all_keys(the_site()) if not key.startswith(("region", "topic"))],
)
def list_pages(key: Key) -> Iterator[Printed]:
    """Heads and cuts of the newswire's own lists, in each language."""
    site = the_site()
    for language in site.spoken:
        with override(language):
            listing = listing_of(key)
            if listing and listing.facet != "column":
                yield from cut_pages(listing, key.cut, site, language) if key.cut else [_head(listing, site, language)]


@prints("region", "topic", every=lambda: [key for key in all_keys(the_site()) if key.startswith(("region", "topic")) and "@" in key])
def place_archive_pages(key: Key) -> Iterator[Printed]:
    """The months of regions and topics; their heads are compositions, printed by the front."""
    site = the_site()
    for language in site.spoken if key.cut else []:
        with override(language):
            listing = listing_of(key)
            if listing:
                yield from cut_pages(listing, key.cut, site, language)


def _head(listing: Listing, site: Site, language: str) -> Page:
    def context() -> dict[str, object]:
        return list_context(listing, site, language, site.at(language, listing.path)) | {
            "days": by_day(listing.head(), site.zoneinfo),
            "facets": [each for key in facet_keys() if (each := listing_of(key))],
            "title": listing.title,
            "is_head": True,
        }

    return Page(site.at(language, listing.path), "newswire/list.html", context, language, until=midnight(site))


def cut_pages(listing: Listing, cut: str, site: Site, language: str) -> Iterator[Page]:
    """A month on one page; a busy month as a page of days, and a page for each day."""
    start, end = cut_span(cut[:7], site.zoneinfo)
    split = listing.between(start, end).order_by()[: SPLIT + 1].count() > SPLIT
    if len(cut) > 7 and split:
        yield _cut_page(listing, cut, site, language, None)
    elif len(cut) == 7:
        days = listing.counted_days(start, end, site.zoneinfo) if split else None
        yield _cut_page(listing, cut, site, language, days)
        for day, _count in days or []:
            yield _cut_page(listing, f"{day:%Y-%m-%d}", site, language, None)
        following = listing.following_the_first(start, end, site.zoneinfo)
        if following:  # this is now the first month: the one that was leads back to it
            yield from cut_pages(listing, f"{following:%Y-%m}", site, language)


def _cut_page(listing: Listing, cut: str, site: Site, language: str, counts: object) -> Page:
    """Depends on its own posts, the first month of its list and the clock only, so that no other month's post makes it stale."""
    path = site.at(language, f"{listing.path}{cut.replace('-', '/')}/")
    start, end = cut_span(cut, site.zoneinfo)
    running = end > clock.now()

    def context() -> dict[str, object]:
        posts = [] if counts else listing.cut(start, end)
        months, month = listing.months(site.zoneinfo), start.date().replace(day=1)
        return list_context(listing, site, language, path, f"{listing.title}, {cut}") | {
            "days": by_day(posts, site.zoneinfo),
            "counts": counts,
            "title": listing.title,
            "cut_start": start.date(),
            "is_day": len(cut) > 7,
            "earlier": (month - timedelta(days=1)).replace(day=1) if months and month > months[-1] else None,
            "later": None if running else (month + timedelta(days=32)).replace(day=1),
        }

    return Page(path, "newswire/list.html", context, language, until=end if running else None)


@prints("site", every=lambda: ["site"], order=LISTS)
def form_pages(key: Key) -> Iterator[Printed]:
    """The empty forms: they carry no token and nothing of any request."""
    site = the_site()
    for language in site.spoken:
        with override(language):
            yield _form_page("/publish/", _("Publish"), site, language)
            for extra in EXTRAS.values():
                yield _form_page(f"/publish/{extra.kind}/", str(extra.title), site, language, extra.kind)
            frame = Frame(site=site, language=language, path=site.at(language, "/receipt/"), title=_("Your receipt"), per_language=True)
            context: dict[str, object] = {"frame": frame, "site": site, "language": language, "form": ReceiptForm()}
            yield Page(frame.path, "newswire/receipt.html", lambda context=context: context, language)  # type: ignore[misc]


def _form_page(path: str, title: str, site: Site, language: str, kind: str = "") -> Page:
    extra = EXTRAS.get(kind)
    frame = Frame(site=site, language=language, path=site.at(language, path), title=title, per_language=True)

    def context() -> dict[str, object]:
        form = PublishForm(site=site, language=language, initial={"kind": kind} if kind else {})
        if extra:
            form.is_only(kind, extra.title)
        made = form_context(form, extra, ask(kind, site))
        return made | {"frame": frame, "site": site, "language": language, "extras": list(EXTRAS.values())}

    return Page(frame.path, "newswire/publish.html", context, language, shows=[key for by in askers(kind) for key in by.shows])


@prints("hidden", every=lambda: ["hidden"])
def hidden_pages(key: Key) -> Iterator[Printed]:
    """What was hidden, and why; not for search engines."""
    site = the_site()
    for language in site.spoken:
        with override(language):
            frame = Frame(
                site=site,
                language=language,
                path=site.at(language, "/hidden/"),
                title=_("What was hidden, and why"),
                findable=False,
            )

            def context(frame: Frame = frame) -> dict[str, object]:
                posts = Post.objects.filter(visibility=Visibility.HIDDEN).select_related("hidden_by").order_by("-hidden_at", "-id")[:200]
                return {"frame": frame, "site": site, "language": frame.language, "posts": list(posts)}

            yield Page(frame.path, "newswire/hidden.html", context, language)
