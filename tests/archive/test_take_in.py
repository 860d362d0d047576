"""Documents go in by the verb; what is looked at is the page that is baked."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commonwire.archive.models import Address, TakenIn
from commonwire.archive.plan import NothingToTakeIn
from commonwire.archive.take_in import TooLong, WrongAddress, take_in
from commonwire.calendar.models import Event
from commonwire.features.models import Feature
from commonwire.features.queries import feature_of
from commonwire.ledger.models import Entry
from commonwire.ledger.settle import settle
from commonwire.media.models import File
from commonwire.newswire.correct import correct_post
from commonwire.newswire.models import Comment, Part, Post
from commonwire.newswire.withdraw import withdraw_post
from commonwire.newswire.wording import Wording
from commonwire.newswire.words import Standing
from commonwire.taxonomy.models import Region, Topic
from tests import make
from tests.archive.served import html_of, not_said, seen
from tests.archive.written import ADDRESS, ARTICLE, FEATURE

DOCUMENTS = sorted((Path(__file__).parent / "documents").glob("*.txt"))
SEEDS = Path(__file__).parents[3] / "shared" / "seeds"


def everything() -> dict[str, int]:
    return {
        model.__name__: model._default_manager.count()
        for model in (Post, Part, Comment, File, Feature, Address, TakenIn, Region, Topic, Entry)
    }


@pytest.mark.usefixtures("stood")
class TestDocuments:
    @pytest.mark.parametrize("file", DOCUMENTS, ids=lambda file: file.stem)
    def test_every_line_stands_on_the_page_in_order(self, file: Path) -> None:
        text = file.read_text()
        html = html_of(take_in(text=text).post)
        assert not_said(text, html) == []
        assert not_said(text, html, between=" ") == []

    @pytest.mark.parametrize("file", DOCUMENTS, ids=lambda file: file.stem)
    def test_a_second_time_nothing_changes(self, file: Path) -> None:
        first = take_in(text=file.read_text())
        before = everything()
        again = take_in(text=file.read_text().replace("\n", "\r\n"))
        assert (again.post, again.created, again.left) == (first.post, False, False)
        assert everything() == before

    @pytest.mark.skipif(not SEEDS.is_dir(), reason="the two given pages are not beside this checkout")
    @pytest.mark.parametrize("turned", [False, True], ids=["feature first", "article first"])
    def test_seeds(self, turned: bool) -> None:
        texts = [file.read_text() for file in sorted(SEEDS.glob("*.txt"), reverse=turned)]
        posts = {taken.post.kind: (text, taken.post) for text, taken in ((text, take_in(text=text)) for text in texts)}
        for text, post in posts.values():
            html = html_of(post)
            assert not_said(text, html) == not_said(text, html, between=" ") == []
            assert "&amp;amp;" not in html and "&amp;" not in seen(html)
        feature, article = posts["feature"][1], posts["report"][1]
        assert (feature.path, article.path) == (
            "/2026/01/20/january-23-strike-ice-out-of-minnesota/",
            "/2026/01/16/minneapolis-minnesota-afl-cio-calls-for-mass-day-of-worker/",
        )
        assert f'<a href="{article.path}" dir="auto">{article.headline.replace("&", "&amp;")}</a>' in html_of(feature)
        assert seen(html_of(article)).count("has called for a mass day of worker community action On 1/23/25 to stop") == 1
        assert [place.name for place in (*article.regions.all(), *article.topics.all())] == ["U.S.", "Labor & Workers"]

    @settings(max_examples=25)
    @given(
        st.lists(
            st.sampled_from([*ARTICLE.split("\n"), *FEATURE.split("\n"), "by", "§", "x" * 400, "a|b: c | photo d"]), min_size=1, max_size=25
        )
    )
    def test_lines_in_any_order(self, lines: list[str]) -> None:
        text = "\n".join(lines)
        try:
            post = take_in(text=text).post
        except NothingToTakeIn:
            return
        assert not_said(text, html_of(post)) == []


@pytest.mark.usefixtures("stood")
class TestArticle:
    def test_everything_is_data(self) -> None:
        post = take_in(text=ARTICLE, address=ADDRESS).post
        post.refresh_from_db()
        assert (post.headline, post.byline, post.kind, post.standing, post.medium) == (
            "Bakers & millers walk out",
            "Ada",
            "report",
            Standing.OTHER,
            "photo",
        )
        assert (post.summary, post.credit, post.credit_url) == (
            "Bread & roses, said the bakers.",
            "Production of Oven Radio",
            "http://oven.example.org",
        )
        assert post.related_url == "https://more.example.org/a"
        assert [(each.title, each.url) for each in post.further_media.all()] == [("The oven speaks", "https://video.example.org/1")]
        assert post.release is not None and post.release["contact"] == ["Ada Loaf Bakers' Union Secretary"]
        assert [(file.name, file.width, file.height, file.state) for file in post.ordered_files] == [
            ("original image", 2000, 1000, "missing")
        ]
        part = post.parts.get()
        assert (part.title, part.byline, part.body, part.related_url) == (
            "At the gate",
            "Ada",
            "The gate at dawn",
            "https://more.example.org/a",
        )
        assert [(file.name, file.width, file.reduced) for file in part.ordered_files] == [("sm_gate.jpg", 1600, True)]
        assert {region.slug for region in post.regions.all()} == {"us"} and {topic.slug for topic in post.topics.all()} == {"labor"}

    def test_its_day_is_the_archives_and_its_minute_true(self) -> None:
        """Half past eleven at night in California is the next morning in Lisbon."""
        post = take_in(text=ARTICLE).post
        assert post.published == datetime(2031, 5, 3, 6, 30, tzinfo=UTC)
        assert post.path == "/2031/05/02/bakers-millers-walk-out/"
        assert "Fri, May 2, 2031 11:30PM" in seen(html_of(post))

    def test_no_sign_is_markup_and_everything_is_escaped_once(self) -> None:
        html = html_of(take_in(text=ARTICLE).post)
        assert "They *walked* out at noon.<br>\n# 1 of 3<br>\n&lt;b&gt;not bold&lt;/b&gt; &amp;amp; not an ampersand" in html
        assert "Bread &amp;amp; roses" not in html and "style=" not in html.split("<main")[1]

    def test_a_region_that_stands_here_keeps_its_name(self) -> None:
        make.region("United States")
        post = take_in(text=ARTICLE).post
        assert [region.names for region in Region.objects.all()] == [{"en": "United States"}]
        assert (
            '<p class="kicker" dir="auto"><a href="/region/united-states/">U.S.</a> <a href="/topic/labor/">Labor &amp; Workers</a>'
            in html_of(post)
        )

    def test_an_improved_document_mends_the_post_in_place(self) -> None:
        first = take_in(text=ARTICLE, address=ADDRESS).post
        gate = File.objects.get(name="sm_gate.jpg")
        improved = ARTICLE.replace("Bakers & millers walk out", "Bakers and millers walk out").replace("They *walked*", "They ran")
        improved = improved.replace("original image (2000x1000)\n", "oven.jpg\noriginal image (2000x1000)\n")
        improved += "§By night\nby Ada\nSat, May 3, 2031 1:00AM\nnight.jpg\nDark\n"
        again = take_in(text=improved, address=ADDRESS)
        post = Post.objects.get()
        assert (again.created, again.left, again.post) == (False, False, first)
        assert (post.public_id, post.path) == (first.public_id, "/2031/05/02/bakers-millers-walk-out/")
        assert post.headline == "Bakers and millers walk out" and post.corrections.count() == 0
        assert [part.title for part in post.parts.all()] == ["At the gate", "By night"]
        assert sorted(File.objects.filter(state="missing").values_list("name", flat=True)) == ["night.jpg", "oven.jpg", "sm_gate.jpg"]
        assert File.objects.get(name="sm_gate.jpg") == gate
        assert not_said(improved, html_of(post)) == []

    def test_what_was_corrected_here_is_left(self) -> None:
        post = take_in(text=ARTICLE, address=ADDRESS).post
        correct_post(post=Post.objects.get(), wording=Wording(headline="Bakers return", body="They *came* back."))
        assert 'class="article-head from-archive"' not in (html := html_of(post)) and "They *came* back." in seen(html)
        again = take_in(text=ARTICLE.replace("*walked*", "ran"), address=ADDRESS)
        assert again.left and Post.objects.get().headline == "Bakers return"

    def test_what_was_withdrawn_does_not_come_back(self) -> None:
        post = take_in(text=ARTICLE, address=ADDRESS).post
        withdraw_post(post=Post.objects.get())
        settle()
        assert TakenIn.objects.get().layout == {}
        assert take_in(text=ARTICLE.replace("*walked*", "ran"), address=ADDRESS).left
        assert Post.objects.get(pk=post.pk).body == ""

    def test_another_address_is_another_document(self) -> None:
        one = take_in(text=ARTICLE, address=ADDRESS).post
        two = take_in(text=ARTICLE, address=ADDRESS.replace("18990010", "18990020")).post
        assert one != two and take_in(text=ARTICLE).post == one

    def test_an_address_can_come_later(self) -> None:
        one = take_in(text=ARTICLE).post
        assert take_in(text=ARTICLE, address=ADDRESS).post == one
        assert Address.objects.get(number=18990010).post == one

    def test_what_cannot_be_taken_in(self) -> None:
        for wrong, told in (
            ({"text": " \n"}, NothingToTakeIn),
            ({"text": "x" * 1_000_001}, TooLong),
            ({"text": "x", "address": "/a"}, WrongAddress),
        ):
            with pytest.raises(told):
                take_in(**wrong)
        with pytest.raises(ValueError, match="time zone"):
            take_in(text="x", zone="Mars/Olympus")
        assert Post.objects.count() == 0


@pytest.mark.usefixtures("stood")
class TestFeature:
    @pytest.mark.parametrize("texts", [(ARTICLE, FEATURE), (FEATURE, ARTICLE)], ids=["article first", "feature first"])
    def test_its_link_leads_to_the_article(self, texts: tuple[str, str]) -> None:
        for text in texts:
            take_in(text=text)
        post = Post.objects.get(kind="feature")
        html = html_of(post)
        assert not_said(FEATURE, html) == not_said(FEATURE, html, between=" ") == []
        assert '<a href="/2031/05/02/bakers-millers-walk-out/" dir="auto">Bakers &amp; millers walk out</a>' in html
        assert '<span class="unresolved" dir="auto">Elsewhere</span>' in html
        assert '<p dir="auto" aria-hidden="true">Bread for all' in html

    def test_everything_is_data(self) -> None:
        feature = feature_of(take_in(text=FEATURE).post)
        assert feature and (str(feature.dated), str(feature.redated)) == ("2031-05-03", "2031-05-04")
        assert [line.text for line in feature.lines.all()] == ["The ovens are cold", "Bread for all"]
        assert [(row.kind_first, row.label, [(link.kind, link.label) for link in row.links.all()]) for row in feature.rows.all()] == [
            ("event", "Read More", [("", "Bakers' picnic")]),
            ("", "Coverage", [("photo", "At the gate"), ("photo", "The ovens")]),
            ("", "See Also", [("article", "Elsewhere"), ("article", "Bakers & millers walk out")]),
        ]
        assert feature.post.path == "/2031/05/03/bread-for-all/"

    def test_an_improved_document_is_a_revision(self) -> None:
        first = take_in(text=FEATURE).post
        improved = FEATURE.replace("The bakers stopped.", "The bakers and millers stopped.")
        assert take_in(text=improved).post == first
        feature = Feature.objects.get()
        assert feature.revisions.count() == 2 and str(feature.redated) == "2031-05-04"
        assert not_said(improved, html_of(first)) == []


@pytest.mark.usefixtures("stood")
def test_an_event_has_its_time_and_place() -> None:
    text = (Path(__file__).parent / "documents" / "event.txt").read_text()
    post = take_in(text=text).post
    event = Event.objects.get(post=post)
    assert event.zone == "America/Los_Angeles" and event.place and post.kind == "event"


@pytest.mark.usefixtures("stood")
def test_comments_keep_their_minute_and_their_words() -> None:
    text = (Path(__file__).parent / "documents" / "comments_labelled.txt").read_text()
    taken = take_in(text=text)
    said = [(comment.title, comment.byline, comment.published.moment if comment.published else None) for comment in taken.page.comments]
    assert said == [(comment.title, comment.byline, comment.sent) for comment in taken.post.comments.order_by("id")]
    mended = take_in(text=text + "\nOne more line.\n")
    assert mended.post == taken.post and Comment.objects.count() == len(said)
