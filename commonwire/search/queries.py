"""What is found."""

from collections.abc import Mapping

from commonwire.newswire.marks import with_marks
from commonwire.newswire.models import Post, Posts
from commonwire.search.matching import pattern_of

MOST = 100


def find_posts(words: list[str], where: Mapping[str, object]) -> list[Post]:
    """Shown posts whose headline holds all the words, newest first; `where` narrows by fields of the post."""
    posts: Posts = Post.objects.all().public().filter(**where)
    for word in words:
        posts = posts.filter(headline__regex=pattern_of(word))
    return with_marks(list(posts.newest().for_lists()[:MOST]))
