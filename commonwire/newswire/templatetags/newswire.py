"""Words for the newswire's templates."""

from django import template
from django.utils.safestring import SafeString

from commonwire.newswire.models import Comment
from commonwire.newswire.prose import prose

register = template.Library()


@register.simple_tag
def comment_html(comment: Comment) -> SafeString:
    """A comment's text; its paragraphs are numbered within it, so anchors never meet those of the article."""
    return prose(comment.body, release=False, plain=comment.plain, anchor_prefix=f"c{comment.public_id}-").html
