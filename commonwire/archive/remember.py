"""Keep an old address, so that links to it lead here."""

from django.db import transaction

from commonwire.archive.addresses import LegacyAddress, read_address
from commonwire.archive.models import Address
from commonwire.archive.plan import Plan
from commonwire.ledger.record import record
from commonwire.newswire.models import Post


@transaction.atomic
def remember_address(*, post: Post, address: LegacyAddress, feature: bool) -> bool:
    """Whether it was new. In the first software's addresses the number is a post's or a feature's."""
    number = address.ids[feature] if address.kind == "old" else address.number
    _row, made = Address.objects.get_or_create(path=address.path, defaults={"post": post, "number": number})
    if made:
        record("address.remembered", post.key, touched=[post.key])
    return made


@transaction.atomic
def remember_files(*, post: Post, plan: Plan) -> None:
    """The old site kept a page's files below the day of its publication. The first page that showed a file keeps its address."""
    if plan.day is None:
        return
    holders = [("", plan.files), *((f"part-{n}", part.files) for n, part in enumerate(plan.parts, 1))]
    named = [(fragment, name) for fragment, files in holders for file in files for name in file.addresses]
    for fragment, name in named:
        address = read_address(f"/uploads/{plan.day:%Y/%m/%d}/{name}")
        if address and len(address.path) <= 500:
            Address.objects.get_or_create(path=address.path, defaults={"post": post, "fragment": fragment})
    record("files.remembered", post.key, names=len(named))
