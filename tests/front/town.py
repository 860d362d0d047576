"""A small site with one of everything, for tests that walk over all its pages."""

from datetime import UTC, datetime, timedelta

from commonwire.base import clock
from commonwire.newswire.correct import correct_post
from commonwire.newswire.hide import hide
from commonwire.newswire.sort import sort_post
from commonwire.newswire.withdraw import withdraw_post
from tests import make

RELEASE = (
    "NO WORK NO SCHOOL\nFOR IMMEDIATE RELEASE\n\n"
    "HARBOR – We strike. See https://example.org/strike.\n\n• bread\n• roses\n\n###\nWe are dockers."
)


def build() -> None:
    """Posts of every kind and state, two languages, parts, comments, pictures, events; old ones too, with empty months between."""
    make.site(zone="America/Los_Angeles", languages=["en", "es"], name="Harbor Wire", tagline="News & tides")
    coast, hills = make.region("Coast", es="Costa"), make.region("Hills")
    rent, work = make.topic("Rent & Homes", es="Alquiler"), make.topic("Work")
    full = make.post(
        'Dockers "stop" & sing <loud>',
        byline="Ada & Co",
        summary="A summary & more",
        body="## Before\n\nText with https://example.org/?a=1&b=2\n\n> quoted\n\n1. one\n2. two",
        regions=[coast, hills],
        topics=[rent, work],
        related_url="https://example.org/more",
        further_media=[("Film & song", "https://video.example.org/1")],
        credit="Production of Low Tide",
        credit_url="https://radio.example.org/",
        files=[
            make.picture("Cranes & birds", caption="At dawn", credit="Ada"),
            make.picture("Second"),
            make.picture("Third"),
            make.picture("Fourth"),
        ],
    )
    make.part(full, "Later & louder", body="More.", related_url="https://example.org/part", files=[make.picture("In a part")])
    make.comment(full, "Facts & figures", kind="addition", byline="Bo")
    make.comment(full, "> quoting\n\nTalk", title="Yes")
    hide(submission=make.comment(full, "Insult"), paragraph=make.paragraph("hate"), sentence="It insults.")
    correct_post(
        post=full, wording=make.wording('Dockers "stop" & sing', regions=[coast], topics=[rent], body="New."), note="Words", show_old=True
    )
    sort_post(post=make.post("Local news", language="es", regions=[coast]), standing="local", highlighted=True)
    make.post("A release", kind="press-release", body=RELEASE)
    make.post("Folded", content_note="violence", files=[make.picture()])
    make.post("Reposted", kind="repost", source_name="Elsewhere", source_url="https://source.example.org/")
    make.post("Held", held=True)
    make.post("Old", published=datetime(2025, 9, 30, 12, tzinfo=UTC), regions=[hills])
    hide(submission=make.post("Boots"), paragraph=make.paragraph("spam"))
    hide(submission=make.post("Her address"), paragraph=make.paragraph("personal-data", removes=True))
    withdraw_post(post=make.post("Taken back", regions=[coast]))
    make.event(
        "Rally on the quay",
        place="Pier 4",
        address="4 Quay Street",
        cost="free",
        access="step-free\ncaptions",
        regions=[coast],
        topics=[work],
    )
    make.event("Far away", starts=clock.minute() + timedelta(days=100), zone="Europe/Berlin", online_url="https://meet.example.org/x")
    make.event("Long ago", starts=clock.minute() - timedelta(days=100), ends=clock.minute() - timedelta(days=99))
