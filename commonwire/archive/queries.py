"""Finding what was taken in, and where an old address leads."""

from commonwire.archive.addresses import LegacyAddress
from commonwire.archive.models import Address, TakenIn
from commonwire.archive.places import section_of_page
from commonwire.features.models import RowLink
from commonwire.newswire.models import Post
from commonwire.newswire.queries import for_page, keys_of
from commonwire.newswire.words import Kind, Visibility

OWN = ("post", "old", "calendar", "list")  # kinds of address that a document can have


def taken_before(content: str, address: LegacyAddress | None, kind: str) -> TakenIn | None:
    """By its address, or by what it says of itself. A document that came with another address is another document."""
    if address:
        known = address_of(address, kind)
        if known:
            return TakenIn.objects.filter(post=known.post).first()
    same = TakenIn.objects.filter(content=content).order_by("pk")
    if address:
        addressed = Address.objects.filter(number__isnull=False).values("post")
        same = same.exclude(post__in=addressed)
    return same.first()


def address_of(address: LegacyAddress, kind: str = "") -> Address | None:
    """The row of this address, or of another with the same number; a number of the first software may be a post's or a feature's."""
    exact = Address.objects.filter(path=address.path).select_related("post").first()
    if exact:
        return exact
    numbers = address.ids
    if address.kind == "old" and kind:
        numbers = (numbers[kind == Kind.FEATURE],)
    return Address.objects.filter(number__in=numbers).order_by("number").select_related("post").first() if numbers else None


def leads_to(address: LegacyAddress) -> str | None:
    """The path here, with a fragment where the old address meant a place on the page; None when it is not known here."""
    known = address_of(address)
    if known and known.post.path:
        fragment = known.fragment or ("comments" if "show_comments" in address.query else "")
        return f"{known.post.path}#{fragment}" if fragment else known.post.path
    if address.kind == "list" and "page_id=" in address.path:
        section = section_of_page(int(address.path.split("page_id=")[1].split("&")[0]))
        return f"/features{section.path}" if section else None
    return None


def post_of(pk: int) -> Post:
    return for_page(Post.objects.filter(pk=pk)).get()


def named_so(headline: str) -> Post | None:
    """The newest post taken in under exactly this headline: what a link that lost its address may mean."""
    taken = TakenIn.objects.values("post")
    return Post.objects.filter(pk__in=taken, headline=headline, visibility=Visibility.SHOWN).order_by("-published", "-id").first()


def keys_to_bake(post: Post) -> set[str]:
    """The pages of a post and of the features that link to it."""
    linking = RowLink.objects.filter(target=post).values_list("row__feature__post", flat=True)
    return {*keys_of(post), "features", *(f"post:{pk}" for pk in linking)}
