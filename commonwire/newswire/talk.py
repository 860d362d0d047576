"""How long readers may talk under a post: so many days after it appeared, and under an event or a day of action until it is well over."""

from datetime import datetime

from commonwire.base import clock
from commonwire.newswire.kinds import EXTRAS
from commonwire.newswire.models import Post
from commonwire.newswire.rules import comments_close
from commonwire.newswire.words import Visibility
from commonwire.site.models import Site


def talk_ends(post: Post, site: Site) -> datetime | None:
    """None when the collective set no end or the post has no date. A kind that says how long its receipt lasts is talked of as long."""
    end, extra = comments_close(post, site), EXTRAS.get(post.kind)
    return max(end, extra.lasts(post)) if end and extra and extra.lasts else end


def takes_comments(post: Post, site: Site) -> bool:
    end = talk_ends(post, site)
    return post.visibility == Visibility.SHOWN and end is not None and end > clock.now()
