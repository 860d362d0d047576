"""Keep a file back while the words around it are removed from view, and give it back: off the shelf, not off the disk."""

from collections.abc import Iterable

from commonwire.media import folder
from commonwire.media.models import File, Rendition


def keep_back(files: Iterable[File]) -> None:
    """Nobody can fetch these any more, whoever noted their addresses. Safe to run twice."""
    folder.keep_back(_paths(files))


def give_back(files: Iterable[File]) -> None:
    """Their addresses lead to them again. Safe to run twice; of erased files nothing comes back."""
    folder.give_back(_paths(files))


def _paths(files: Iterable[File]) -> list[str]:
    return list(Rendition.objects.filter(file__in=[file.pk for file in files]).values_list("path", flat=True))
