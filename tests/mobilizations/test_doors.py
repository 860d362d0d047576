"""Through the doors that people use: the publish form, the short links, the form for bodies, the receipt, the desk."""

from django.test import Client

from commonwire.mobilizations.models import Belonging, Endorsement, Mobilization, Phase, Pledge, Rally
from commonwire.newswire.draft import read_draft
from commonwire.newswire.models import Post
from tests import make
from tests.accounts.make import browser, someone
from tests.mobilizations import made
from tests.newswire.door import body, preview, publish, the_form

CALL = {
    "kind": "action",
    "headline": "No Boats, No Business",
    "body": "Nothing sails.",
    "first_day": "2026-01-23",
    "action_zone": "America/Chicago",
    "ways": ["no-work", "rally"],
    "further_names": "Day of Truth\nThe stopped tide",
    "further_days": "2026-01-30",
    "demands": "1. No boat sails. → the board\n- Water for all",
    "pledge_name": "Clean Harbor",
    "pledge_terms": "We stay closed.",
}


def _event(**given: str) -> dict[str, object]:
    return {
        "headline": "Rally at Pier 4",
        "start_date": "2026-01-23",
        "start_time": "12:00",
        "zone": "America/Chicago",
        "city": "Wick",
        **given,
    }


def test_anyone_calls_a_day_of_action(client: Client) -> None:
    seen = preview(client, "/publish/action/", **CALL)
    assert "No boat sails." in seen
    assert "Day of Truth" in seen
    answer = publish(client, "/publish/action/", **CALL)
    assert (answer.status_code, answer["Location"]) == (303, "/actions/no-boats-no-business/")
    day = Mobilization.objects.get()
    assert (day.names, day.ways, day.further_days) == (["Day of Truth", "The stopped tide"], ["no-work", "rally"], ["2026-01-30"])
    assert day.demands.get(number=1).to_whom == "the board"
    page = made.lying(day.path)
    assert "Nothing sails." in page
    make.settled()
    assert "No Boats" in made.lying("/actions/")
    assert "No Boats" not in made.lying("/").split("<main")[0]


def test_what_is_wrong_is_said_beside_the_field_and_everything_stays(client: Client) -> None:
    wrong = {**CALL, "first_day": "someday", "last_day": "2025-01-01", "further_days": "soon", "pledge_name": ""}
    answer = client.post("/publish/action/preview/", body(**wrong))
    page = answer.content.decode()
    assert answer.status_code == 422
    for sentence in ("Give the date as year, month and day", "Give each day as year", "Give the pledge a name."):
        assert sentence in page
    assert "No boat sails. → the board" in page


def test_odd_days_are_refused_in_a_sentence(client: Client) -> None:
    for name, value in (
        ("first_day", "2099-01-01"),
        ("last_day", "2026-01-01"),
        ("last_day", "2026-12-01"),
        ("further_days", "2026-02-31"),
    ):
        assert client.post("/publish/action/preview/", body(**{**CALL, name: value})).status_code == 422, name


def test_a_town_adds_its_rally_under_the_call(client: Client) -> None:
    day = made.day()
    form = the_form(client.get(f"/publish/for/{day.slug}/event/").content.decode(), "/preview/")
    assert form["about_action"] == [day.slug]
    answer = publish(client, "/publish/event/", **{**_event(), "kind": "event", "about_action": day.slug})
    rally = Rally.objects.get()
    assert (answer.status_code, rally.mobilization) == (303, day)
    make.settled()
    assert "Rally at Pier 4" in made.lying(day.path)
    assert rally.path in made.lying(rally.post.path or "")


def test_a_report_from_a_code_lands_on_the_rally_and_its_places(client: Client) -> None:
    region = make.region("Coast")
    day = made.day()
    rally = made.rally(day, regions=[region])
    page = client.get(f"/publish/for/{rally.code}/").content.decode()
    form = the_form(page, "/preview/")
    assert (form["about_action"], form["about_rally"]) == ([day.slug], [rally.code])
    publish(client, about_action=day.slug, about_rally=rally.code)
    belonging = Belonging.objects.get(rally=rally)
    assert (belonging.how, belonging.mobilization) == ("code", day)
    assert list(belonging.post.regions.all()) == [region]
    assert client.get("/publish/for/nowhere-at-all/").status_code == 404


def test_a_body_endorses_and_waits(client: Client) -> None:
    day = made.day()
    where = f"/send/endorsement/{day.slug}/"
    assert "no list of people" in client.get(where).content.decode()
    words = {"name": "Local 88", "body_kind": "union", "source": "https://example.org/88", "statement": "We stand."}
    assert client.post(where, {**words, "body_kind": ""}).status_code == 422
    shown = the_form(client.post(where, words).content.decode(), where)
    client.post(where, shown.data | {"act": "publish"})
    said = Endorsement.objects.get()
    assert (said.visibility, said.name, said.kind) == ("held", "Local 88", "union")
    draft = read_draft(shown["draft"][0])
    assert draft
    assert said.opened_by(draft.receipt)
    opened = client.post("/receipt/open/", {"receipt_for": said.public_id, "receipt_words": draft.receipt}).content.decode()
    assert "Stand behind it no more" in opened


def test_a_pledge_names_its_terms(client: Client) -> None:
    day = made.day(pledge_name="Clean Harbor", pledge_terms="needle-terms")
    where = f"/send/pledge/{day.slug}/"
    form = the_form(client.get(where).content.decode(), where)
    assert "needle-terms" in client.get(where).content.decode()
    filled = form.fill(name="Quay Bakery", body_kind="business").data
    shown = the_form(client.post(where, filled).content.decode(), where)
    client.post(where, shown.data | {"act": "publish"})
    assert Pledge.objects.get().type.name == "Clean Harbor"
    assert client.get(f"/send/pledge/{made.day('Another').slug}/").status_code == 404


def test_nobody_endorses_what_is_not_shown(client: Client) -> None:
    day = made.day(held=True)
    assert client.get(f"/send/endorsement/{day.slug}/").status_code == 404


def _open(client: Client, post: Post, **given: str) -> str:
    return client.post("/receipt/open/", {"receipt_for": post.public_id, "receipt_words": make.RECEIPT, **given}).content.decode()


def test_its_receipt_sets_phase_and_names_co_organisers(client: Client) -> None:
    day = made.day(receipt=make.RECEIPT)
    assert "A receipt for a co-organiser" in _open(client, day.post)
    _open(client, day.post, act="action-phase", phase="under-way", save="yes")
    day.refresh_from_db()
    assert (day.phase, day.by_hand) == (Phase.UNDER_WAY, True)
    told = _open(client, day.post, act="name-receipt", co_organiser="Wick", save="yes")
    assert "told this once" in told
    assert day.post.named_receipts.count() == 1
    _open(client, day.post, act="revoke-receipt", revoked="Wick", save="yes")
    assert day.post.named_receipts.count() == 0


def test_a_receipt_lasts_until_thirty_days_after_the_last_day() -> None:
    day = made.day(receipt=make.RECEIPT, last_day=made.DAY.replace(day=24))
    assert f"{day.post.receipt_until:%Y-%m-%d %H:%M}" == "2026-02-24 06:00"


def test_a_correction_keeps_numbers_and_belonging(client: Client) -> None:
    day = made.day(receipt=make.RECEIPT)
    form = the_form(_open(client, day.post, act="correct"), "/receipt/open/")
    assert form["demands"][0].split("\n")[0] == made.DEMANDS[0]
    text = form["demands"][0].replace("full crew", "full and rested crew")
    answer = client.post("/receipt/open/", form.fill(demands=text, slogan="Stop").data | {"save": "yes"})
    assert answer.status_code == 303
    day.refresh_from_db()
    assert day.slogan == "Stop"
    assert [each.text for each in day.demands.get(number=1).wordings.all()][-1] == "No boat sails without a full and rested crew."


def test_the_desk_changes_everything_and_strangers_nothing() -> None:
    day = made.day(pledge_name="Clean Harbor", pledge_terms="x")
    held = made.endorsement(day, "Local 88", held=True)
    where = f"/desk/actions/{day.post.public_id}/"
    assert Client().get(where).status_code == 303
    assert browser(someone(role="moderator")).get(where).status_code == 403
    editor = browser(someone("Plover", role="editor"))
    assert "Local 88" in editor.get(where).content.decode()
    assert day.name in editor.get("/desk/actions/").content.decode()
    for given in (
        {"act": "front", "on_front": "on"},
        {"act": "phase", "phase": "report-back"},
        {"act": "demand", "demand": "1", "demand_state": "met", "state_source": "the board"},
        {"act": "translate", "demand_language": "es", "translations": "1. Ningún barco."},
        {"act": "settle", "said": held.public_id, "settle": "confirm", "settle_note": "telephone"},
        {"act": "words", "headline": "No Boats at All", "summary": "", "body": "Still."},
        {"act": "named", "named_place": "Salinas", "named_source": ""},
        {"act": "pledge-type", "pledge_name": "Dry Dock", "pledge_terms": "We close."},
    ):
        assert editor.post(where, given).status_code == 303, given
    day, held = Mobilization.objects.select_related("post").get(), Endorsement.objects.get()
    assert (day.on_front, day.phase, day.name, day.pledge_types.count()) == (True, "report-back", "No Boats at All", 2)
    assert (day.demands.get(number=1).state, held.visibility, held.standing) == ("met", "shown", "confirmed")


def test_what_the_desk_gets_wrong_is_said() -> None:
    day = made.day()
    editor = browser(someone(role="editor"))
    where = f"/desk/actions/{day.post.public_id}/"
    for given in (
        {"act": "demand", "demand": "1", "demand_state": "met", "state_source": ""},
        {"act": "demand", "demand": "77", "demand_state": "open"},
        {"act": "translate", "demand_language": "es", "translations": "no number"},
        {"act": "belong", "belonging": "nowhere"},
        {"act": "settle", "said": "0123456789abc", "settle": "confirm", "settle_note": "x"},
        {"act": "facts", "first_day": "", "action_zone": "Mars/Base"},
    ):
        assert editor.post(where, given).status_code == 422, given
    assert editor.post(where, {"act": "nonsense"}).status_code == 404


def test_an_editor_lets_a_post_belong_and_takes_it_out() -> None:
    day, post = made.day(), make.post()
    editor = browser(someone(role="editor"))
    where = f"/desk/actions/{day.post.public_id}/"
    editor.post(where, {"act": "belong", "belonging": post.path})
    assert Belonging.objects.get().how == "editor"
    editor.post(where, {"act": "leave", "leaving": post.public_id})
    assert not Belonging.objects.exists()
