"""What search engines read: schema.org NewsArticle."""

from commonwire.newswire.kinds import askers
from commonwire.newswire.models import Post
from commonwire.newswire.words import Kind
from commonwire.site.models import Site

TYPES = {Kind.REPORT: "NewsArticle", Kind.OPINION: "OpinionNewsArticle", Kind.PRESS_RELEASE: "NewsArticle"}


def article_data(post: Post, site: Site, image: str, description: str) -> dict[str, object]:
    """One NewsArticle, or what rooms above make of it. Without an author where the post names none."""
    address = site.address(post.path or "")
    data: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": TYPES.get(Kind(post.kind), "NewsArticle"),
        "headline": post.headline[:110],
        "url": address,
        "mainEntityOfPage": address,
        "inLanguage": post.language,
        "publisher": {"@type": "Organization", "name": site.name, "url": site.address("/")},
        "publishingPrinciples": site.address("/about/"),
        "isAccessibleForFree": True,
    }
    if post.published:
        data["datePublished"] = post.published.astimezone(site.zoneinfo).isoformat()
        data["dateModified"] = (post.updated or post.published).astimezone(site.zoneinfo).isoformat()
    optional = {
        "description": description,
        "author": {"@type": "Organization", "name": post.byline} if post.byline else None,
        "image": site.address(image) if image else None,
        "license": post.licence_words.address,
        "isBasedOn": post.source_url or None,
    }
    data |= {name: value for name, value in optional.items() if value}
    for asker in askers(post.kind):
        data = asker.data(post, data, site) if asker.data else data
    return data
