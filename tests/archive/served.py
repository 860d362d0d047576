"""What a reader sees of a page that was baked."""

from html.parser import HTMLParser

from commonwire.archive.grammar import read_page
from commonwire.archive.queries import keys_to_bake
from commonwire.newswire.models import Post
from commonwire.press.bake import bake, shelf

UNSEEN = {"script", "style", "head", "template"}


class Seen(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.hidden = 0
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.hidden += tag in UNSEEN

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in UNSEEN

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.pieces.append(data)


def html_of(post: Post) -> str:
    """The page of a post, baked now."""
    bake(keys_to_bake(post))
    content = shelf().read(Post.objects.get(pk=post.pk).path or "")
    assert content is not None
    return content.decode()


def seen(html: str, between: str = "") -> str:
    """Its text, with white space as a browser shows it; `between` stands where a tag was."""
    return " ".join(between.join(Seen(html).pieces).split())


def not_said(document: str, html: str, between: str = "") -> list[str]:
    """The content lines of a document that the page does not say in their order."""
    text, at, missing = seen(html, between), 0, []
    for line in read_page(document).content_lines():
        plain = " ".join(line.split())
        found = text.find(plain, at)
        if found < 0:
            missing.append(plain)
        else:
            at = found + len(plain)
    return missing
