"""Pictures that come into the form of a feature: sent by the editor, or copied from a post."""

from django.http import HttpRequest
from django.utils.translation import gettext as _

from commonwire.base.ids import is_public_id
from commonwire.features.composing import picture_of
from commonwire.features.typed import MOST_PICTURES, UPLOAD, Typed
from commonwire.media.accept import accept_picture
from commonwire.media.copy import copy_file
from commonwire.media.describe import describe_file
from commonwire.media.models import File
from commonwire.media.refused import Refused
from commonwire.media.rules import WrongState
from commonwire.newswire.draft import handle_of
from commonwire.newswire.models import PostFile
from commonwire.newswire.words import Visibility


def take_upload(request: HttpRequest, typed: Typed) -> list[str]:
    """Clean the picture that was sent, if any; what keeps it out is returned as sentences, and its words stay in the form."""
    upload = request.FILES.get("upload")
    if upload is None:
        return []
    if len(typed.pictures) >= MOST_PICTURES:
        return [too_many_pictures()]
    try:
        file = accept_picture(upload=upload, size=upload.size or 0)
    except Refused as refusal:
        return [str(refusal)]
    words = {name.removeprefix("upload_"): typed.words[name] for name in UPLOAD}
    typed.words.update(dict.fromkeys(UPLOAD, ""))
    typed.add_picture({"file": handle_of(file), **words})
    return []


def take_copy(typed: Typed, public_id: str) -> list[str]:
    """Copy a picture of a post that readers see. Its words come along, with the credit and licence that the post gave it."""
    shown = PostFile.objects.filter(file__public_id=public_id, file__kind=File.Kind.PICTURE, post__visibility=Visibility.SHOWN)
    hanging = shown.select_related("file", "post").first() if is_public_id(public_id) else None
    if hanging is None:
        return [_("This picture is no longer shown, so it was not taken.")]
    if len(typed.pictures) >= MOST_PICTURES:
        return [too_many_pictures()]
    try:
        copy = copy_file(file=hanging.file)
    except Refused as refusal:
        return [str(refusal)]
    except (OSError, WrongState):  # its author took it back in this moment
        return [_("This picture is no longer shown, so it was not taken.")]
    words = {name: getattr(copy, name) for name in ("title", "alt", "caption")}
    post = hanging.post
    describe_file(file=copy, **words, credit=copy.credit or post.byline, licence=copy.licence or post.licence)
    typed.add_picture(picture_of(copy, handle_of(copy)))
    return []


def too_many_pictures() -> str:
    return _("A feature holds at most %(count)d pictures. Remove one first.") % {"count": MOST_PICTURES}
