"""What a post that was taken in shows in place of our own order of lines, and where it says its old address."""

from commonwire.archive.models import Address, TakenIn
from commonwire.archive.said import said_by
from commonwire.archive.shown import Showing
from commonwire.features.queries import feature_of
from commonwire.newswire.article import Article
from commonwire.newswire.models import Post
from commonwire.newswire.words import Kind
from commonwire.press.slots import Fragment, fills


@fills("post.article")
def as_it_stood(post: Post, article: Article) -> Fragment | None:
    """Line for line in the archive's order, as long as the post says what was taken in; corrected here, it is a post like any other."""
    taken = TakenIn.objects.filter(post=post).first()
    if taken is None or not taken.layout or taken.said != said_by(post):
        return None
    feature = feature_of(post) if post.kind == Kind.FEATURE else None
    showing = Showing(post, article, feature, taken.layout)
    head, text = showing.head(), showing.text()
    return Fragment(
        "archive/article.html",
        {
            "post": post,
            "article": article,
            "head": head,
            "titled": any(name == "title" for name, _lines in head),
            "more_places": showing.places_left,
            "blocks": text,
            "parts": list(showing.parts()),
        },
    )


@fills("post.beside")
def old_addresses(post: Post) -> Fragment | None:
    addresses = list(Address.objects.filter(post=post, number__isnull=False).order_by("pk"))
    if not TakenIn.objects.filter(post=post).exists():
        return None
    return Fragment("archive/beside.html", {"addresses": addresses})
