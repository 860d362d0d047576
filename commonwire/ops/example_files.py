"""The example's pictures and sound, taken in like anybody's."""

from concurrent.futures import ThreadPoolExecutor

from django.db import connection

from commonwire.media.accept import accept_picture
from commonwire.media.describe import describe_file
from commonwire.media.models import File
from commonwire.media.sound import keep_sound
from commonwire.ops.demo import content as demo
from commonwire.ops.demo import nouns
from commonwire.ops.progress import along


class ExamplePictures:
    """Each picture as often as it stands somewhere, cleaned like any upload; two at a time, as every one takes a second or two."""

    def __init__(self, content: nouns.Content) -> None:
        names = [picture.file for post in content.posts for picture in post.picture]
        names += [part.picture for post in content.posts for part in post.part if part.picture]
        names += [feature.picture for feature in content.features] + [event.picture for event in content.events if event.picture]
        names += [action.picture for action in content.actions]
        with ThreadPoolExecutor(2) as two:
            cleaned = [two.submit(_clean, name) for name in names]
            self.files = [(name, job.result()) for name, job in zip(names, along(cleaned, "pictures"), strict=True)]

    def take(self, name: str, **words: str) -> File:
        place = next(number for number, (each, _) in enumerate(self.files) if each == name)
        file = self.files.pop(place)[1]
        describe_file(file=file, **words)
        return file


def _clean(name: str) -> File:
    try:
        path = demo.PICTURES / name
        with path.open("rb") as upload:
            return accept_picture(upload=upload, size=path.stat().st_size)
    finally:
        connection.close()


def example_sound(given: nouns.Sound) -> File:
    words = {"title": given.title, "caption": given.caption or given.transcript, "credit": given.credit}
    return keep_sound(path=demo.SOUNDS / given.file, content_type="audio/mpeg", seconds=given.seconds, **words)
