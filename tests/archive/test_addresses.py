import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonwire.archive.addresses import LegacyAddress, legacy_id, normalise, read_address


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        (
            "https://www.indybay.org/newsitems/2031/05/02/18990011.php?show_comments=1#18990042",
            LegacyAddress("post", "/newsitems/2031/05/02/18990011.php", 18990011, "show_comments=1", 18990042),
        ),
        ("//indybay.org/newsitems/2031/05/02/18990011.php", LegacyAddress("post", "/newsitems/2031/05/02/18990011.php", 18990011)),
        ("/news/2004/06/1685628.php", LegacyAddress("old", "/news/2004/06/1685628.php", 1685628)),
        (
            "http://sf.indymedia.org/news/2003/05/161146_comment.php#161449",
            LegacyAddress("old", "/news/2003/05/161146.php", 161146, "", 161449),
        ),
        (
            "http://indybay.org/archives/archived_blurb_list.php?page_number=4&page_id=16",
            LegacyAddress("list", "/archives/archived_blurb_list.php?page_id=16&page_number=4", None),
        ),
        (
            "/calendar/ical_single_item.php?news_item_id=18538444",
            LegacyAddress("calendar", "/calendar/ical_single_item.php?news_item_id=18538444", 18538444),
        ),
        ("/uploads/2031/05/02/sm_pier%20nine.jpg", LegacyAddress("file", "/uploads/2031/05/02/sm_pier%20nine.jpg", None)),
        (
            "http://web.archive.org/web/20111101140911/http://www.indybay.org//newsitems/2011/10/27/18695001.php",
            LegacyAddress("post", "/newsitems/2011/10/27/18695001.php", 18695001),
        ),
    ],
)
def test_old_addresses(address: str, expected: LegacyAddress) -> None:
    assert read_address(address) == expected
    assert normalise(address) == expected.path
    assert read_address(expected.path) is not None


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/newsitems/2031/05/02/18990011.php",
        "/newsitems/2031/05/02/",
        "/news/2007/06/1685628.php",
        "/uploads/2031/05/02/../../../secret",
        "/uploads/2031/05/02/%2e%2e%2fsecret",
        "/archives/archived_blurb_list.php",
        "/calendar/ical_single_item.php?news_item_id=x",
        "javascript:/newsitems/2031/05/02/1.php",
        "http://[broken",
        "",
    ],
)
def test_other_addresses_come_back_trimmed(address: str) -> None:
    assert (read_address(address), legacy_id(address), normalise(f" {address} ")) == (None, None, address)


def test_numbers() -> None:
    assert legacy_id("/newsitems/2031/05/02/18990011.php#5") == 18990011
    assert legacy_id("/news/2004/06/1685628.php") == 16856281
    assert legacy_id("/uploads/2031/05/02/a.jpg") is None
    found = read_address("/news/2004/06/1685628.php")
    assert found is not None and found.ids == (16856281, 16856282)


@given(st.text(max_size=120) | st.from_regex(r"https?://(www\.)?indybay\.org/(newsitems|news|uploads)/.{0,60}", fullmatch=True))
def test_normal_forms_stay(address: str) -> None:
    assert normalise(normalise(address)) == normalise(address)
