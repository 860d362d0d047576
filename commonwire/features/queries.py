"""Features, newest first, and by section."""

from commonwire.features.models import Feature, Features
from commonwire.newswire.models import Post


def public_features(where: dict[str, object] | None = None) -> Features:
    features: Features = Feature.objects.all()  # type: ignore[assignment]
    return features.public().filter(**{f"post__{name}": value for name, value in (where or {}).items()})


def newest_features(most: int, where: dict[str, object] | None = None) -> list[Feature]:
    return list(public_features(where).newest().for_lists()[:most])


def feature_of(post: Post) -> Feature | None:
    return Feature.objects.for_lists().filter(post=post).first()  # type: ignore[attr-defined]
