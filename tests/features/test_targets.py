import pytest
from django.core.exceptions import ValidationError

from commonwire.features.targets import Target, find_target, kind_of, paragraph_with, paragraphs_in
from commonwire.site.queries import the_site
from tests import make
from tests.conftest import SITE_URL


def test_a_post_is_found_by_each_of_its_addresses() -> None:
    post = make.post("Gate closed")
    host = SITE_URL.removeprefix("https://")
    for given in (
        post.path,
        post.short_path,
        post.public_id,
        f"{SITE_URL}{post.path}",
        f"{SITE_URL}{post.path}?a=b#p3",
        f"{host}{post.path}",
    ):
        assert find_target(given or "", the_site()) == Target(post=post), given


def test_other_addresses_are_kept_as_they_lead() -> None:
    given = ["https://other.example/a?b=c", "other.example/a", "/topic/labor/", f"{SITE_URL}/calendar/", ""]
    found = [find_target(each, the_site()).url for each in given]
    assert found == ["https://other.example/a?b=c", "https://other.example/a", "/topic/labor/", "/calendar/", ""]


def test_the_address_of_a_post_on_another_site_is_not_ours() -> None:
    post = make.post("Gate closed")
    url = f"https://other.example{post.path}"
    assert find_target(url, the_site()) == Target(url=url)


@pytest.mark.parametrize("given", ["/2026/01/16/nothing-here/", "/n/0000000000000/", f"{SITE_URL}/n/x/", "zzzzzzzzzzzzz"])
def test_an_address_of_ours_that_leads_nowhere_is_said(given: str) -> None:
    with pytest.raises(ValidationError, match="No post stands at this address"):
        find_target(given, the_site())


@pytest.mark.parametrize(
    "given", ["javascript:alert(1)", "data:text/html,x", "//evil.example/", "two words", "https://[x", "nodot", "https://user@x.example/"]
)
def test_what_is_no_address_is_said(given: str) -> None:
    with pytest.raises(ValidationError, match="This is not a web address"):
        find_target(given, the_site())
    with pytest.raises(ValidationError, match="longer than 500"):
        find_target(f"https://x.example/{'a' * 500}", the_site())


def test_the_kind_word_follows_the_post() -> None:
    kinds = [kind_of(each) for each in (make.post(), make.post(files=[make.picture()]), make.event().post)]
    assert kinds == ["article", "photo", "event"]


def test_the_paragraph_that_holds_the_words_is_found() -> None:
    post = make.post(body="First one.\n\nAbout **180**  people, they\nsay.\n\nLast.")
    found = {words: paragraph_with(post, words) for words in ("about 180 people", "“They say”", "Last", "180 peo", "", "…")}
    assert found == {"about 180 people": 2, "“They say”": 2, "Last": 3, "180 peo": None, "": None, "…": None}
    assert paragraphs_in(post) == 3
