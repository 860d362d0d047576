"""Features, newest first, and by section."""

from collections.abc import Mapping

from commonwire.features.models import Feature, Features
from commonwire.newswire.models import Post

Where = Mapping[str, object]


def public_features(where: Where | None = None) -> Features:
    features: Features = Feature.objects.all()
    return features.public().filter(**{f"post__{name}": value for name, value in (where or {}).items()})


def newest_features(most: int, where: Where | None = None) -> list[Feature]:
    return list(public_features(where).newest().for_lists()[:most])


def feature_of(post: Post) -> Feature | None:
    return Feature.objects.for_lists().filter(post=post).first()
