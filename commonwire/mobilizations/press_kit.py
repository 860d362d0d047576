"""What the press asks for: whom to call, the releases, quotes with their sources, pictures that are free to use.

Organisations have no logos here, so a kit has none.
"""

from dataclasses import dataclass

from commonwire.features.models import Quotation
from commonwire.media.models import File
from commonwire.media.queries import PictureView, picture
from commonwire.mobilizations.models import Belonging, Mobilization
from commonwire.newswire.models import Post, PostFile, Posts
from commonwire.newswire.words import Kind, Visibility
from commonwire.site.licences import LICENCES

FREE = ("by", "by-sa", "by-nc", "by-nc-sa", "cc0")  # anyone may print it, with its credit
MOST_RELEASES, MOST_QUOTES, MOST_PICTURES = 20, 20, 24


@dataclass(frozen=True)
class FreePicture:
    view: PictureView
    credit: str
    licence: str
    post: Post

    @property
    def licence_name(self) -> str:
        return LICENCES[self.licence].name


def releases_of(mobilization: Mobilization) -> list[Post]:
    """Press releases that belong, and posts in which one was recognised."""
    posts = _belonging(mobilization).newest()
    found = posts.filter(kind=Kind.PRESS_RELEASE) | posts.filter(release__isnull=False)
    return list(found.newest()[:MOST_RELEASES])


def quotes_of(mobilization: Mobilization) -> list[Quotation]:
    """What features quote from posts that belong; each with speaker and source."""
    found = Quotation.objects.filter(source__in=_belonging(mobilization).values("pk"), feature__post__visibility=Visibility.SHOWN)
    seen: dict[str, Quotation] = {}
    for each in found.select_related("source", "feature__post").order_by("-feature__post__published", "position")[: MOST_QUOTES * 2]:
        seen.setdefault(each.words, each)
    return list(seen.values())[:MOST_QUOTES]


def free_pictures_of(mobilization: Mobilization) -> list[FreePicture]:
    """Of the day itself and of what belongs, where licence and author allow it; none that a content note folds."""
    posts = _belonging(mobilization).filter(licence__in=FREE, content_note="") | Post.objects.filter(
        pk=mobilization.post_id, visibility=Visibility.SHOWN, licence__in=FREE, content_note=""
    )
    hanging = PostFile.objects.filter(post__in=posts.values("pk"), file__kind=File.Kind.PICTURE, file__state=File.State.READY)
    shown = hanging.filter(part=None) | hanging.filter(part__visibility=Visibility.SHOWN)
    rows = shown.select_related("post", "file").prefetch_related("file__renditions").order_by("-post__published", "position")
    views = ((each, picture(each.file)) for each in rows[:MOST_PICTURES])
    once: dict[tuple[object, ...], FreePicture] = {}
    for each, view in views:
        if view and _licence(each) in FREE:
            once.setdefault(_looks(each, view), _free(each, view))  # the same picture hangs on several posts
    return list(once.values())


def _looks(hanging: PostFile, view: PictureView) -> tuple[object, ...]:
    """What two files of one picture have in common: no hash of a file is kept."""
    said = (view.alt, view.caption)
    return (view.width, view.height, *said) if any(said) else (hanging.file_id,)


def _licence(hanging: PostFile) -> str:
    """A file's own licence counts before its post's."""
    return hanging.file.licence or hanging.post.licence


def _free(hanging: PostFile, view: PictureView) -> FreePicture:
    return FreePicture(view, hanging.file.credit or hanging.post.signature, _licence(hanging), hanging.post)


def _belonging(mobilization: Mobilization) -> Posts:
    belonging = Belonging.objects.filter(mobilization=mobilization)
    return Post.objects.filter(pk__in=belonging.values("post"), visibility=Visibility.SHOWN)
