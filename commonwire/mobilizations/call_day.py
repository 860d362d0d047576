"""Call a day of action from elsewhere than the publish form: the post and what makes it one, in one act."""

from collections.abc import Sequence
from datetime import datetime

from commonwire.media.models import File
from commonwire.mobilizations.models import Mobilization
from commonwire.mobilizations.place_mobilization import place_mobilization
from commonwire.newswire.models import Post
from commonwire.newswire.publish import publish_post
from commonwire.newswire.wording import Wording


def call_day(
    *,
    wording: Wording,
    details: dict[str, object],
    files: Sequence[File] = (),
    receipt: str = "",
    public_id: str = "",
    published: datetime | None = None,
    held: bool = False,
    by: str = "",
) -> Mobilization:
    """`wording` is of kind "action": its headline is the first name, its body the call. `details` as `place_mobilization` takes them."""

    def attach(made: Post) -> None:
        place_mobilization(post=made, details=details, by=by)

    post = publish_post(
        wording=wording,
        files=files,
        receipt=receipt,
        public_id=public_id,
        published=published,
        held=held,
        attach=attach,
        by=by,
    )
    return Mobilization.objects.select_related("post").get(post=post)
