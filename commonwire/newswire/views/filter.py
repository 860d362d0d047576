"""Several filters at once: worked out when asked for, not kept."""

from django import forms
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from commonwire.chrome.answers import answer
from commonwire.chrome.asking import WireRequest
from commonwire.newswire.lists import by_day
from commonwire.newswire.models import Post, Posts
from commonwire.newswire.words import STREAM, Medium, Standing

MOST = 100


class FilterForm(forms.Form):
    standing = forms.ChoiceField(label=gettext_lazy("Standing"), choices=[("", gettext_lazy("any")), *Standing.choices], required=False)
    kind = forms.ChoiceField(
        label=gettext_lazy("Kind"),
        choices=[("", gettext_lazy("any")), *((kind.value, kind.label) for kind in STREAM)],
        required=False,
    )
    medium = forms.ChoiceField(label=gettext_lazy("Medium"), choices=[("", gettext_lazy("any")), *Medium.choices], required=False)
    highlighted = forms.BooleanField(label=gettext_lazy("highlighted only"), required=False)


@require_safe
def filtered(request: WireRequest) -> HttpResponse:
    form = FilterForm(request.GET)
    valid = form.is_valid()
    posts: Posts = Post.objects.all().stream()
    chosen = {name: value for name, value in form.cleaned_data.items() if value} if valid else {}
    found = list(posts.filter(**chosen).newest().for_lists()[:MOST]) if valid else []
    context = {"form": form, "days": by_day(found, request.site.zoneinfo), "most": MOST, "found": len(found)}
    return answer(request, "newswire/filter.html", context, title=_("Newswire, filtered"), status=200 if valid else 400, section="newswire")
