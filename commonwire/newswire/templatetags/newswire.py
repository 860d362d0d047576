"""Words for the newswire's templates."""

from django import template
from django.template import Context
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from commonwire.base.remember import once
from commonwire.newswire.models import Comment, Post
from commonwire.newswire.prose import prose

register = template.Library()


@register.simple_tag(takes_context=True)
def wide_line(context: Context, post: Post) -> SafeString:
    """A line of a list with its summary: the same in every list of a language, hence rendered once in a baking."""
    frame = {name: context[name] for name in ("site", "language")}
    return once(("wide", post.pk, frame["language"]), lambda: render_to_string("newswire/wide_line.html", {**frame, "post": post}))


@register.simple_tag
def comment_html(comment: Comment) -> SafeString:
    """A comment's text; its paragraphs are numbered within it, so anchors never meet those of the article."""
    return prose(comment.body, release=False, plain=comment.plain, anchor_prefix=f"c{comment.public_id}-").html
