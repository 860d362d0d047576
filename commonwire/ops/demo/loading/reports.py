"""What is reported of the days of action: posts that belong, the ticker, and how many came.

What else seems to belong is found by the worker's rounds, and waits at the desk."""

from commonwire.base.ids import public_id
from commonwire.coverage.file_estimate import file_estimate
from commonwire.coverage.send_entry import send_entry
from commonwire.mobilizations.belong import let_belong
from commonwire.mobilizations.models import Mobilization, Rally
from commonwire.newswire.contributions import Sealed
from commonwire.ops.demo import nouns_actions
from commonwire.ops.demo.loading.town import Town


def load_reports(town: Town, given: nouns_actions.Action) -> None:
    mobilization = town.actions[given.key]
    rallies = {rally.post_id: rally for rally in Rally.objects.filter(mobilization=mobilization).select_related("post", "event")}
    by_key: dict[str, Rally] = {event.key: rallies[town.posts[event.key].pk] for event in town.content.events if event.action == given.key}
    for report in given.report:
        let_belong(
            post=town.posts[report.post],
            mobilization=mobilization,
            rally=by_key.get(report.rally),
            how=report.how,
            shows_demands=report.demands,
        )
    for entry in given.entry:
        _send(town, mobilization, entry, by_key.get(entry.rally))
    for counted in given.turnout:
        _count(mobilization, counted, by_key.get(counted.rally))


def _send(town: Town, mobilization: Mobilization, given: nouns_actions.Entry, rally: Rally | None) -> None:
    send_entry(
        mobilization=mobilization,
        rally=rally,
        text=given.text,
        place=given.place,
        at=town.ago(given.ago),
        state=given.state,
        correction=given.correction,
        sealed=Sealed("", public_id(), given.language, held=False),
    )


def _count(mobilization: Mobilization, given: nouns_actions.Counted, rally: Rally | None) -> None:
    file_estimate(
        mobilization=mobilization,
        rally=rally,
        low=given.low,
        high=given.high,
        method=given.method,
        said_by=given.by,
        source=given.source,
        note=given.note,
        at=rally.event.starts if rally and rally.event else None,
    )
