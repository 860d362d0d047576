"""Features, newest first, and by section."""

from collections.abc import Mapping

from django.db.models import Q

from commonwire.base.ids import is_public_id
from commonwire.base.remember import once
from commonwire.features.models import Feature, Features
from commonwire.newswire.models import Post

Where = Mapping[str, object]
AT_ONCE = 50


def public_features(where: Where | None = None) -> Features:
    features: Features = Feature.objects.all()
    return features.public().filter(**{f"post__{name}": value for name, value in (where or {}).items()})


def newest_features(most: int, where: Where | None = None) -> list[Feature]:
    narrowed = tuple(sorted((where or {}).items()))
    return once(("features", most, narrowed), lambda: list(public_features(where).newest().for_lists()[:most]))


def feature_of(post: Post) -> Feature | None:
    return Feature.objects.for_lists().filter(post=post).first()


def feature_at(public_id: str) -> Feature | None:
    """Whatever its visibility."""
    return Feature.objects.for_lists().filter(post__public_id=public_id).first()


def some_features(after: str) -> tuple[list[Feature], str]:
    """Features of any visibility, newest first, from the one after this public id; and where the next ones begin, if there are any."""
    features = Feature.objects.select_related("post").newest()
    last = Post.objects.filter(public_id=after).first() if is_public_id(after) else None
    if last and last.published:
        features = features.filter(Q(post__published__lt=last.published) | Q(post__published=last.published, post_id__lt=last.pk))
    some = list(features[: AT_ONCE + 1])
    return some[:AT_ONCE], some[AT_ONCE - 1].post.public_id if len(some) > AT_ONCE else ""
