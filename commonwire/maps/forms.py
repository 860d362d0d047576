"""A file of outlines, and which of them means which region."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from commonwire.base.text import clean_line
from commonwire.maps.geojson import MOST_BYTES, Feature, Reading, read_geojson, too_large
from commonwire.maps.matching import guess
from commonwire.maps.positions import NotRead
from commonwire.taxonomy.models import Region


class OutlinesFile(forms.Form):
    """`reading` is what was in the file; the file itself is let go."""

    file = forms.FileField(
        label=gettext_lazy("GeoJSON file"),
        allow_empty_file=True,
        error_messages={"required": gettext_lazy("Choose a file.")},
        widget=forms.FileInput(attrs={"accept": ".geojson,.json,application/geo+json"}),
    )
    source = forms.CharField(label=gettext_lazy("Source, to be named under the map"), required=False, max_length=200)
    reading: Reading

    def clean_file(self) -> None:
        upload = self.cleaned_data["file"]
        if upload.size > min(MOST_BYTES, settings.ENVIRONMENT.max_picture_mb * 1024 * 1024):
            raise ValidationError(too_large())
        try:
            self.reading = read_geojson(upload.read())
        except NotRead as refusal:
            raise ValidationError(str(refusal)) from refusal

    def clean_source(self) -> str:
        return clean_line(self.cleaned_data["source"])


class Matching(forms.Form):
    """A choice of region for each feature, beginning with what its name suggests."""

    def __init__(self, data: Any = None, *, features: Sequence[Feature], regions: Sequence[Region]) -> None:
        super().__init__(data, prefix="feature")
        self.features, self.regions = features, regions
        choices = [("", _("leave out")), *((region.slug, region.name) for region in regions)]
        for feature in features:
            name = str(feature.number)
            first = guess(feature, regions)
            self.fields[name] = forms.ChoiceField(choices=choices, required=False, initial=first, label=feature.name)

    @property
    def rows(self) -> list[tuple[Feature, forms.BoundField]]:
        return [(feature, self[str(feature.number)]) for feature in self.features]

    @property
    def chosen(self) -> dict[Region, list[Feature]]:
        """Several features may mean one region."""
        by_region: dict[Region, list[Feature]] = {}
        by_slug = {region.slug: region for region in self.regions}
        for feature in self.features:
            if region := by_slug.get(self.cleaned_data.get(str(feature.number), "")):
                by_region.setdefault(region, []).append(feature)
        return by_region

    def clean(self) -> dict[str, Any] | None:
        if not self.errors and not self.chosen:
            raise ValidationError(_("Choose a region for at least one of them."))
        return super().clean()
