import pytest
from django.core.exceptions import FieldDoesNotExist, ValidationError

from commonwire.ledger.models import Entry
from commonwire.site.decide import decide
from commonwire.site.queries import the_site


def test_a_decision_is_kept_and_touches_every_page() -> None:
    decide(name="The Harbor Wire", zone="Europe/Lisbon", languages=["es", "en"])
    site = the_site()
    assert (site.name, str(site.zoneinfo), site.language) == ("The Harbor Wire", "Europe/Lisbon", "es")
    entry = Entry.objects.get(verb="site.decided")
    assert (entry.touched, entry.facts) == (["site"], {"fields": ["languages", "name", "zone"]})


@pytest.mark.parametrize(
    ("wrong", "says"),
    [({"zone": "Lisbon"}, "IANA zone"), ({"languages": ["en", "pt"]}, "not in pt"), ({"licence": "mine"}, "mine"), ({"name": ""}, "blank")],
)
def test_what_is_no_decision_changes_nothing(wrong: dict[str, object], says: str) -> None:
    decide(name="Before")
    with pytest.raises(ValidationError) as refused:
        decide(**wrong)
    assert says in " ".join(refused.value.messages)
    assert (the_site().name, Entry.objects.filter(verb="site.decided").count()) == ("Before", 1)


def test_an_unknown_word_is_refused() -> None:
    with pytest.raises(FieldDoesNotExist):
        decide(colour="red")


def test_pages_per_language() -> None:
    site = decide(languages=["en", "es"])
    assert [site.at(language, "/newswire/") for language in ("en", "es", "pt")] == ["/newswire/", "/es/newswire/", "/newswire/"]
