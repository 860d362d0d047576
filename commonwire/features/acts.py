"""The buttons inside the form of a feature: each changes what is typed and shows the form again."""

from django.http import QueryDict
from django.utils.translation import gettext as _

from commonwire.base.ids import is_public_id
from commonwire.features.targets import kind_of
from commonwire.features.typed import Said, Typed, empty_link
from commonwire.features.uploads import take_copy
from commonwire.newswire.models import Post

PICKED_AT_ONCE = 20


def take_act(act: str, sent: QueryDict, typed: Typed) -> list[str]:
    """`row`, `link:2`, `quotation`, `picks`, `picture:ID`; others change nothing. Returns what could not be done, as sentences."""
    name, _colon, which = act.partition(":")
    match name:
        case "row":
            done = typed.add_row(empty_link())
        case "link":
            done = typed.add_links(_number(which), empty_link())
        case "quotation":
            done = typed.add_quotation()
        case "picks":
            links = [_link_to(post) for post in _picked(sent.getlist("pick"))]
            done = not links or typed.add_links(_number(sent.get("pick_row", "")), *links)
        case "picture":
            return take_copy(typed, which)
        case _:
            done = True
    return [] if done else [_("The form cannot carry more than this. Remove something first.")]


def _picked(ids: list[str]) -> list[Post]:
    """In the order in which they were found."""
    wanted = [each for each in ids[:PICKED_AT_ONCE] if is_public_id(each)]
    posts = {post.public_id: post for post in Post.objects.filter(public_id__in=wanted).public()}
    return [posts[each] for each in dict.fromkeys(wanted) if each in posts]


def _link_to(post: Post) -> Said:
    return {"kind": kind_of(post), "label": post.headline, "target": post.path or ""}


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 4 else -1
