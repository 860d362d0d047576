"""Which posts to read, and into which day of action what was found is to go."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from commonwire.findings.models import Reading
from commonwire.findings.read_posts import MOST_POSTS
from commonwire.mobilizations.models import Mobilization
from commonwire.newswire.models import Post
from commonwire.newswire.queries import find_post

MOST_DAYS = 200


class PostsForm(forms.Form):
    addresses = forms.CharField(
        label=gettext_lazy("Addresses of the posts and features, a line each"),
        max_length=8_000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def clean_addresses(self) -> list[Post]:
        lines = [line.strip() for line in str(self.cleaned_data["addresses"]).split("\n") if line.strip()]
        found = {line: find_post(line) for line in lines}
        missing = [line for line, post in found.items() if post is None or not post.is_shown]
        if missing:
            raise ValidationError(_("No post is shown at %(address)s") % {"address": missing[0][:200]})
        if len(found) > MOST_POSTS:
            raise ValidationError(_("Between one and twenty posts that are shown can be read together."))
        return list(dict.fromkeys(post for post in found.values() if post))


class TakeForm(forms.Form):
    """`take` are positions of findings; `into` is the slug of a day of action, or empty for a new one."""

    take = forms.TypedMultipleChoiceField(coerce=int, error_messages={"required": gettext_lazy("Tick what is to be taken over.")})
    into = forms.ChoiceField(label=gettext_lazy("Into"), required=False)

    def __init__(self, reading: Reading, data: object = None) -> None:
        super().__init__(data)  # type: ignore[arg-type]
        positions = reading.findings.values_list("position", flat=True)
        self.fields["take"].choices = [(str(each), str(each)) for each in positions]  # type: ignore[attr-defined]
        days = Mobilization.objects.public().select_related("post").order_by("-first_day")[:MOST_DAYS]
        self.fields["into"].choices = [("", _("a new day of action")), *((each.slug, each.post.headline) for each in days)]  # type: ignore[attr-defined]
        self.initial["into"] = reading.mobilization.slug if reading.mobilization else ""
