"""How templates see a file: `{% load files %}{% with view=file|picture %}`. Others include `media/figure.html`."""

from django import template
from django.utils.translation import gettext

from commonwire.media import queries
from commonwire.media.models import File
from commonwire.site.licences import LICENCES, Licence

register = template.Library()


@register.filter
def picture(file: File) -> queries.PictureView | None:
    return queries.picture(file)


@register.filter
def thumb(file: File, around: int = 320) -> queries.Thumb | None:
    return queries.thumb(file, around)


@register.filter
def sound(file: File) -> queries.SoundView | None:
    return queries.sound(file)


@register.filter
def licence(words: str) -> Licence | None:
    """A code of the site's list with its name and address; anything else is what the archive or the author wrote."""
    return LICENCES.get(words, Licence(words, "")) if words else None


@register.filter
def says(file: File) -> list[str]:
    """What the upload told besides the picture, in words, for its author's preview. All of it has been removed."""
    words = {
        "place": gettext("where it was taken"),
        "time": gettext("when it was taken"),
        "camera": gettext("the camera, phone or program"),
        "names": gettext("a name or a copyright line"),
        "thumbnail": gettext("a second, smaller picture, perhaps of what you had cut away"),
        "profile": gettext("a colour profile"),
        "comment": gettext("a comment or title"),
    }
    return [words[code] for code in file.told if code in words]


@register.filter
def megabytes(size: int) -> str:
    """`13 MB`, `840 kB`: as people say it, and the same in every mirror."""
    if size >= 1_000_000:
        number = size / 1_000_000
        return gettext("%(number)s MB") % {"number": round(number) if number >= 10 else f"{number:.1f}"}
    return gettext("%(number)s kB") % {"number": max(1, round(size / 1000))}
