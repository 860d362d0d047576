"""What a page needs to show a file. No query when the renditions were prefetched (`File.objects.with_renditions()`)."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from commonwire.media.models import File, Rendition

SHOWN = 1200  # the plain picture of a figure is the largest up to this width
_ANYWHERE = ("image/jpeg", "image/png")


class Source(NamedTuple):
    type: str
    srcset: str
    moving: bool


class Full(NamedTuple):
    path: str
    width: int
    height: int


@dataclass(frozen=True)
class PictureView:
    """`sources` for <source>, best first; `src` with its size for <img>; `full` when that is smaller than the original."""

    sources: list[Source]
    src: str
    srcset: str
    width: int
    height: int
    full: Full | None
    alt: str
    title: str
    caption: str
    credit: str
    licence: str


@dataclass(frozen=True)
class Thumb:
    src: str
    width: int
    height: int
    alt: str


@dataclass(frozen=True)
class SoundView:
    src: str
    content_type: str
    bytes: int
    seconds: int | None
    title: str

    @property
    def duration(self) -> str:
        """As a clock says it: 0:42, 14:05, 1:02:03."""
        if self.seconds is None:
            return ""
        minutes, seconds = divmod(self.seconds, 60)
        hours, minutes = divmod(minutes, 60)
        return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


class _Size(NamedTuple):
    width: int
    height: int
    path: str


def picture(file: File) -> PictureView | None:
    """None when there is nothing to see: no picture, a missing or an erased one."""
    rows = _pictures(file)
    plain = _sizes(row for row in rows if row.content_type in _ANYWHERE)
    if not plain:
        return None
    shown = max((each for each in plain if each.width <= SHOWN), default=plain[0])
    largest = max(_sizes(row for row in rows if not row.moving))
    return PictureView(
        sources=_sources(rows),
        src=shown.path,
        srcset=_srcset(plain),
        width=shown.width,
        height=shown.height,
        full=Full(largest.path, largest.width, largest.height) if largest.width > shown.width else None,
        alt=file.alt,
        title=file.title,
        caption=file.caption,
        credit=file.credit,
        licence=file.licence,
    )


def thumb(file: File, around: int = 320) -> Thumb | None:
    """The plain, still picture nearest to this width; None when there is nothing to see."""
    plain = _sizes(row for row in _pictures(file) if row.content_type in _ANYWHERE)
    if not plain:
        return None
    near = min(plain, key=lambda size: (abs(size.width - around), size.width))
    return Thumb(near.path, near.width, near.height, file.alt)


def sound(file: File) -> SoundView | None:
    if file.kind != File.Kind.AUDIO or file.state != File.State.READY:
        return None
    for row in file.renditions.all():
        return SoundView(row.path, row.content_type, row.bytes, file.seconds, file.title)
    return None


def _pictures(file: File) -> list[Rendition]:
    if file.kind != File.Kind.PICTURE or file.state not in (File.State.DRAFT, File.State.READY):
        return []
    return list(file.renditions.all())


def _sizes(rows: Iterable[Rendition]) -> list[_Size]:
    return sorted(_Size(row.width or 0, row.height or 0, row.path) for row in rows)


def _sources(rows: list[Rendition]) -> list[Source]:
    webp = [row for row in rows if row.content_type == "image/webp"]
    kinds = [(moving, [row for row in webp if row.moving is moving]) for moving in (True, False)]
    return [Source("image/webp", _srcset(_sizes(rows)), moving) for moving, rows in kinds if rows]


def _srcset(sizes: list[_Size]) -> str:
    return ", ".join(f"{size.path} {size.width}w" for size in sizes)
