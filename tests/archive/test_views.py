"""Old addresses answer 301 to where their pages stand now."""

import pytest
from django.test import Client

from commonwire.archive.take_in import take_in
from commonwire.newswire.hide import hide
from commonwire.newswire.models import Post
from tests import make
from tests.archive.written import ADDRESS, ARTICLE, FEATURE

PATH = "/2031/05/02/bakers-millers-walk-out/"


def leads_to(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 301
    return str(answer.headers["Location"])


@pytest.mark.usefixtures("stood")
class TestOldAddresses:
    def test_of_a_post(self, client: Client) -> None:
        take_in(text=ARTICLE, address=ADDRESS + "?show_comments=1#18990099")
        assert leads_to(client, "/newsitems/2031/05/02/18990010.php") == PATH
        assert leads_to(client, "/newsitems/2031/05/02/18990010.php?show_comments=1") == PATH + "#comments"
        assert leads_to(client, "/newsitems/2031/05/02//18990010.php?utm=x") == PATH
        assert leads_to(client, "/newsitems/1999/01/01/18990010.php") == PATH  # one number space: the day is ornament
        assert leads_to(client, "/calendar/ical_single_item.php?news_item_id=18990010") == PATH

    def test_of_its_files(self, client: Client) -> None:
        take_in(text=ARTICLE)
        assert leads_to(client, "/uploads/2031/05/02/sm_gate.jpg") == PATH + "#part-1"
        assert leads_to(client, "/uploads/2031/05/02/gate.jpg") == PATH + "#part-1"

    def test_of_the_first_software(self, client: Client) -> None:
        take_in(text=ARTICLE.replace("2031", "2004"), address="/news/2004/05/1690000.php")
        take_in(text=FEATURE.replace("2031", "2004"), address="/news/2004/05/1690000_comment.php".replace("1690000", "1690001"))
        path = PATH.replace("2031", "2004")
        assert leads_to(client, "/news/2004/05/1690000.php") == path
        assert leads_to(client, "/newsitems/2004/05/02/16900001.php") == path
        assert leads_to(client, "/newsitems/2004/05/03/16900012.php") == Post.objects.get(kind="feature").path

    def test_of_a_list(self, client: Client) -> None:
        take_in(text=ARTICLE)
        assert leads_to(client, "/archives/archived_blurb_list.php?page_id=19") == "/features/topic/labor/"

    def test_a_hidden_post_still_has_its_address(self, client: Client) -> None:
        """Its own page says that it was hidden, and why."""
        post = take_in(text=ARTICLE, address=ADDRESS).post
        hide(submission=post, paragraph=make.paragraph(), sentence="It repeats itself.")
        assert leads_to(client, "/newsitems/2031/05/02/18990010.php") == PATH

    @pytest.mark.parametrize(
        "unknown",
        [
            "/newsitems/2031/05/02/1.php",
            "/newsitems/2031/05/02/" + "9" * 40 + ".php",
            "/newsitems/%00/x.php",
            "/news/2007/01/1.php",
            "/uploads/2031/05/02/other.jpg",
            "/uploads/../settings.py",
            "/archives/archived_blurb_list.php?page_id=36",
            "/archives/archived_blurb_list.php",
            "/calendar/ical_single_item.php?news_item_id=" + "1" * 12,
        ],
    )
    def test_what_is_not_here_is_not_found(self, client: Client, unknown: str) -> None:
        assert client.get(unknown).status_code == 404

    def test_nothing_is_sent_there(self, client: Client) -> None:
        assert client.post("/newsitems/2031/05/02/1.php").status_code == 405
