"""Words for the newswire's templates."""

from django import template
from django.utils.safestring import SafeString, mark_safe

from commonwire.base.markup import render
from commonwire.newswire.models import Comment

register = template.Library()

@register.simple_tag
def comment_html(comment: Comment) -> SafeString:
    """A comment's text; its paragraphs are numbered within it, so anchors never meet those of the article."""
    return mark_safe(render(comment.body, anchor_prefix=f"c{comment.public_id}-").html)
