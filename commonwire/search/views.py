"""The results of a search, worked out when asked for and not kept."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from commonwire.chrome.answers import answer
from commonwire.search.forms import SearchForm
from commonwire.search.matching import marked, words_of
from commonwire.search.queries import MOST, find_posts


@require_safe
def results(request: HttpRequest) -> HttpResponse:
    form = SearchForm(request.GET)
    valid = form.is_valid()
    words = words_of(form.cleaned_data["q"]) if valid else []
    asked = valid and bool(words or form.where)
    posts = find_posts(words, form.where) if asked else []
    context = {
        "form": form,
        "asked": asked,
        "found": [(post, marked(post.headline, words)) for post in posts],
        "most": MOST,
        "only_signs": valid and bool(form.cleaned_data["q"]) and not words,
    }
    return answer(request, "search/results.html", context, title=_("Search"), status=200 if valid else 400, section="search")
