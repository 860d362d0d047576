"""What we say when a file cannot be taken: one sentence that tells what to do next."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, Promise] = {
    "empty": _("This file is empty: choose it once more, and wait until the phone or computer has fully loaded it."),
    "heic": _("This is a HEIC photo: set your camera to “Most compatible”, or send a screenshot of it or a JPEG copy."),
    "avif": _("This is an AVIF picture, which we do not take yet: please send it as JPEG, PNG or WebP."),
    "jxl": _("This is a JPEG XL picture, which we do not take yet: please send it as JPEG, PNG or WebP."),
    "tiff": _("This is a TIFF or raw camera picture: please save it as JPEG or PNG and send that."),
    "bmp": _("This is a BMP picture: please save it as PNG or JPEG and send that."),
    "icon": _("This is an icon file: please save it as PNG and send that."),
    "photoshop": _("This is a Photoshop document: please export it as JPEG or PNG and send that."),
    "svg": _("This is an SVG drawing: please export it as PNG, or send a screenshot of it."),
    "pdf": _("This is a PDF, which we do not take yet: send a picture of its pages, or put its text into the report."),
    "office": _("This is an office document: please put its text into the report, or send a picture of its pages."),
    "archive": _("This is an archive or an office document: please send the pictures in it one by one, as JPEG or PNG."),
    "video": _("This is a video, which we do not take yet: publish it elsewhere and give its address under further media."),
    "audio": _("This is a sound file, which we do not take yet: publish it elsewhere and give its address under further media."),
    "html": _("This is a web page, not a picture: give its address under further media, or send a screenshot of it."),
    "text": _("This is a text file, not a picture: please put its words into the report."),
    "unknown": _("We do not recognise this file as a picture: please send a JPEG, PNG, WebP or GIF."),
    "broken": _("This picture is damaged or incomplete: please send it again, or open it and save it as a new JPEG."),
    "too_many_pixels": _("This picture has more than 50 million pixels: please make it smaller and send it again."),
    "too_heavy": _("This picture is too heavy for us to open: please make it smaller, or save it as JPEG, and send it again."),
    "too_slow": _("This picture took too long to open: please make it smaller, or save it as a new JPEG, and send it again."),
    "busy": _("Many pictures are arriving just now: please send this one again in a minute."),
    "no_room": _("We could not store this picture just now: please send it again later. What you wrote is not affected."),
}


class Refused(Exception):
    """`sentence` is for the person who sent the file, in their language when it is printed; `code` is for tests and counting."""

    def __init__(self, code: str, sentence: str | Promise | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.sentence: str | Promise = sentence or SENTENCES.get(code, SENTENCES["broken"])

    def __str__(self) -> str:
        return str(self.sentence)


def too_large(megabytes: int) -> Refused:
    sentence = _("This file is larger than %(megabytes)s MB: please make the picture smaller and send it again.")
    return Refused("too_large", str(sentence) % {"megabytes": megabytes})
