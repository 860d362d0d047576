"""The desk's pages: the queues, and one case whole."""

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from commonwire.accounts.doors import MemberRequest, members_only
from commonwire.accounts.rules import may_moderate
from commonwire.chrome.answers import answer
from commonwire.desk.case import case_of, whole_text
from commonwire.desk.queues import QUEUES
from commonwire.desk.told import told
from commonwire.desk.work import open_work
from commonwire.newswire.queries import find_submission
from commonwire.newswire.words import Standing
from commonwire.site.models import PolicyParagraph
from commonwire.taxonomy.models import Region, Topic


@require_safe
@members_only(may_moderate)
def desk(request: MemberRequest) -> HttpResponse:
    """All queues; or one, from somewhere on."""
    wanted = request.GET.get("queue", "")
    queues = [queue for queue in QUEUES if queue.code == wanted] or list(QUEUES)
    after = request.GET.get("after", "") if len(queues) == 1 else ""
    shown = []
    for queue in queues:
        some = queue.read(after)
        shown.append((queue, [case_of(each) for each in some.cases], some.after))
    context: dict[str, object] = {"queues": shown, "all_queues": QUEUES, "one": wanted if len(queues) == 1 else "", "after": after}
    context |= {"work": open_work()}
    return answer(request, "desk/desk.html", _choices() | context | {"told": told(request.GET)}, title=_("Desk"))


@require_safe
@members_only(may_moderate)
def case(request: MemberRequest, public_id: str) -> HttpResponse:
    """One case whole, wherever it stands."""
    submission = find_submission(public_id)
    if submission is None:
        raise Http404
    one = case_of(submission)
    context: dict[str, object] = {"case": one, "text": whole_text(one)}
    return answer(request, "desk/case_page.html", _choices() | context | {"told": told(request.GET)}, title=one.title)


def _choices() -> dict[str, object]:
    """What every case's forms offer, read once for all of them."""
    return {
        "paragraphs": list(PolicyParagraph.objects.all()),
        "standings": [(code, label) for code, label in Standing.choices if code != Standing.NEW],
        "regions": list(Region.objects.all()),
        "topics": list(Topic.objects.all()),
    }
