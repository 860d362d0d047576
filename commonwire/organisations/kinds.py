"""What anyone may send in about organisations: a profile, and a proposed correction of one."""

from typing import cast

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from commonwire.accounts.screens import Screen, register_screen
from commonwire.newswire.contributions import NOTHING, Contribution, Sealed, Told, Words, register_contribution
from commonwire.newswire.submission import Submission
from commonwire.organisations.add_organisation import add_organisation
from commonwire.organisations.affiliate import affiliate
from commonwire.organisations.amend import amend
from commonwire.organisations.change_organisation import change_organisation
from commonwire.organisations.forms import AmendmentForm, ProfileForm, changes_in, sizes_in, starting_with, words_in
from commonwire.organisations.keys import touched_by
from commonwire.organisations.models import Amendment, Organisation
from commonwire.organisations.profile import FIELD_NAMES, as_text
from commonwire.organisations.queries import similar
from commonwire.organisations.size_words import in_numbers, said_of
from commonwire.organisations.sizes import read_size
from commonwire.organisations.state_size import state_size
from commonwire.organisations.words import OrganisationKind
from commonwire.press.slots import Fragment
from commonwire.site.models import Site


def _make(about: object, words: Words, sealed: Sealed) -> Organisation:
    made = add_organisation(
        **words_in(words),
        umbrella=cast(Organisation | None, words["umbrella"]),
        language=sealed.language,
        held=sealed.held,
        receipt=sealed.receipt,
        public_id=sealed.public_id,
    )
    for size in sizes_in(words):
        state_size(organisation=made, **size)
    return made


def _told(row: Submission) -> Told:
    organisation = cast(Organisation, row)
    address = organisation.path if organisation.is_shown else ""
    return Told(organisation.name, as_text(organisation), address, _("organisation"))


def _facts(about: object, words: Words, site: Site) -> Fragment:
    sizes = [{**size, **_read(str(size["wording"]), str(size["of"]))} for size in sizes_in(words)]
    near = [each for each in similar(str(words["name"])) if each != about]
    context = {"words": words, "kind": OrganisationKind(str(words["kind"])).label, "sizes": sizes, "near": near}
    return Fragment("organisations/facts.html", context)


def _read(wording: str, of: str) -> dict[str, str]:
    read = read_size(wording)
    return {"said": said_of(wording, of), "read_as": in_numbers(read.low, read.high) if read.is_stated else ""}


def _change(row: Submission, words: Words) -> None:
    organisation = cast(Organisation, row)
    affiliate(organisation=organisation, umbrella=cast(Organisation | None, words["umbrella"]))
    change_organisation(organisation=organisation, **words_in(words))
    for size in sizes_in(words):
        state_size(organisation=organisation, **size)


def _erase(row: Submission) -> None:
    """The row stays for its address; what others hung on it goes with it."""
    organisation = cast(Organisation, row)
    for name in ("name", "short_name", "name_key", "short_key", "folded", "place", "area", "website", "about", "public_key"):
        setattr(organisation, name, "")
    organisation.umbrella, organisation.website_confirmed = None, None
    for related in (organisation.sizes, organisation.proofs, organisation.amendments):
        related.all().delete()
    organisation.affiliates.update(umbrella=None)


def _amended(organisation: Organisation, words: Words, sealed: Sealed) -> Amendment:
    return amend(
        organisation=organisation,
        changes=changes_in(words, organisation),
        source=str(words["source"]),
        language=sealed.language,
        public_id=sealed.public_id,
    )


def _lines(changes: dict[str, dict[str, dict[str, str]]]) -> list[tuple[str, str, str]]:
    return [(str(FIELD_NAMES[name]), each["old"], each["new"]) for name, each in changes["words"].items()]


def _amendment_facts(about: object, words: Words, site: Site) -> Fragment:
    changes = changes_in(words, cast(Organisation, about))
    context = {"about": about, "lines": _lines(changes), "sizes": changes["sizes"], "source": words["source"]}
    return Fragment("organisations/amendment.html", context)


def _amendment_told(row: Submission) -> Told:
    amendment = cast(Amendment, row)
    lines = [f"{name}: {old or '—'} → {new or '—'}" for name, old, new in _lines(amendment.changes)] if amendment.changes else []
    sizes = [f"{size['wording']} ({size['source'] or '—'}, {size['stated'] or '—'})" for size in amendment.changes.get("sizes", [])]
    title = _("Correction of %(name)s") % {"name": amendment.organisation.name}
    return Told(title, "\n".join([*lines, *sizes, amendment.source]), amendment.organisation.path, _("correction of a profile"))


def _amendment_initial(row: Submission) -> Words:
    amendment = cast(Amendment, row)
    words = {name: each["new"] for name, each in amendment.changes.get("words", {}).items()}
    start = {**starting_with(amendment.organisation), **words, "source": amendment.source}
    if "website" in words:
        start["homepage"] = start.pop("website")
    return start


def _amendment_change(row: Submission, words: Words) -> None:
    amendment = cast(Amendment, row)
    amendment.changes, amendment.source = changes_in(words, amendment.organisation), str(words["source"])
    amendment.applied = None  # other words are another proposal, to be released anew


def _amendment_erase(row: Submission) -> None:
    amendment = cast(Amendment, row)
    amendment.changes, amendment.source = {}, ""


register_screen(Screen("/desk/organisations/", gettext_lazy("Organisations")))
register_contribution(
    Contribution(
        noun="organisation",
        model=Organisation,
        title=gettext_lazy("Add an organisation"),
        form=ProfileForm,
        about=lambda word: word if word == NOTHING else None,
        make=_make,
        keys=lambda row: touched_by(cast(Organisation, row)),
        told=_told,
        facts=_facts,
        template="organisations/fields.html",
        initial=lambda row: starting_with(cast(Organisation, row)),
        change=_change,
        erase=_erase,
        subject=lambda row: row,
        related=("umbrella",),
    )
)
register_contribution(
    Contribution(
        noun="amendment",
        model=Amendment,
        title=gettext_lazy("Propose a correction"),
        form=AmendmentForm,
        about=lambda slug: Organisation.objects.filter(slug=slug).public().first(),
        make=lambda about, words, sealed: _amended(cast(Organisation, about), words, sealed),
        keys=lambda row: [],
        told=_amendment_told,
        facts=_amendment_facts,
        template="organisations/fields.html",
        initial=_amendment_initial,
        change=_amendment_change,
        erase=_amendment_erase,
        always_held=lambda site: True,
        subject=lambda row: cast(Amendment, row).organisation,
        named=lambda about: (about.name, about.path) if isinstance(about, Organisation) else ("", ""),
        standfirst=gettext_lazy("A member of the collective reads it before the profile is changed."),
        related=("organisation",),
    )
)
