import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonwire.base.links import host_beside, linked, safe_href


@pytest.mark.parametrize(
    ("url", "href"),
    [
        ("https://Harbour.example/Path?a=1&b=2#c", "https://harbour.example/Path?a=1&b=2#c"),
        ("HTTP://harbour.example:8080", "http://harbour.example:8080"),
        ("http://münchen.example/ü b"[:-2], "http://xn--mnchen-3ya.example/%C3%BC"),
        ("http://straße.example/", "http://xn--strae-oqa.example/"),
        ("http://中国。example", "http://xn--fiqs8s.example"),
        ("/2026/05/01/ferry-strike", "/2026/05/01/ferry-strike"),
        ("#p3", "#p3"),
        ("mailto:press@harbour.example", "mailto:press@harbour.example"),
        ('http://a.example/"><script>', "http://a.example/%22%3E%3Cscript%3E"),
        ("http://a.example/50%25", "http://a.example/50%25"),
    ],
)
def test_what_may_be_followed(url: str, href: str) -> None:
    assert safe_href(url) == href
    assert safe_href(href) == href


@pytest.mark.parametrize(
    "url",
    [
        "",
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\tscript:alert(1)",
        "java\nscript:alert(1)",
        "\x01javascript:alert(1)",
        "\u2028javascript:alert(1)",
        "\u202ehttp://a.example",
        "http://a.example/\u202egpj.exe",
        "http://a.example/\u2066x",
        "http://a.example/\x85",
        "http://a.example/\u200bb",
        " http://a.example",
        "http://a.example/ b",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:msgbox(1)",
        "file:///etc/passwd",
        "ftp://a.example",
        "//evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "http:evil.example",
        "http:///evil.example",
        "http:\\\\evil.example",
        "http://good.example\\@evil.example",
        "http://good.example@evil.example",
        "http://a.example:99999999",
        "http://a.example:80a",
        "http://a..example",
        "http://a℀b.example",
        "http://[::1]/",
        "http://" + "a" * 64 + ".example",
        "http://a.example/\ud800",
        "mailto:a@b.example?bcc=c@d.example",
        "relative/path",
        "http://a.example/" + "a" * 2000,
    ],
)
def test_what_nobody_should_follow(url: str) -> None:
    assert safe_href(url) is None


@given(st.builds("{}{}".format, st.sampled_from(["", "/", "#", "http://", "http://a.example/", "mailto:a@"]), st.text(max_size=40)))
def test_an_address_is_ascii_and_settled(url: str) -> None:
    href = safe_href(url)
    if href is not None:
        assert href.isascii() and href.isprintable() and not set(href) & set(' "<>\\')
        assert href.startswith(("http://", "https://", "/", "#", "mailto:")) and not href.startswith("//")
        assert safe_href(href) == href


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("a & b <i> &amp;", "a &amp; b &lt;i&gt; &amp;amp;"),
        ("See http://a.example/x?y=1&z=2.", 'See <a href="http://a.example/x?y=1&amp;z=2">http://a.example/x?y=1&amp;z=2</a>.'),
        ("(www.a.example/b_(c))", '(<a href="http://www.a.example/b_(c)">www.a.example/b_(c)</a>)'),
        ("“https://a.example”", '“<a href="https://a.example">https://a.example</a>”'),
        ("xhttp://a.example www. http:// http://", "xhttp://a.example www. http:// http://"),
        ("http://me@a.example", "http://me@a.example"),
        ("press@a.example", "press@a.example"),
        ("见http://a.example/", '见<a href="http://a.example/">http://a.example/</a>'),
        ("http://раураl.example", '<a href="http://xn--l-7sba6dbr.example">http://раураl.example</a> (xn--l-7sba6dbr.example)'),
    ],
)
def test_bare_urls(text: str, html: str) -> None:
    assert linked(text) == html


def test_a_foreign_name_is_shown_once() -> None:
    assert host_beside("http://xn--fiqs8s.example/", "Read") == " (xn--fiqs8s.example)"
    assert host_beside("http://xn--fiqs8s.example/", "http://xn--fiqs8s.example/") == ""
    assert host_beside("http://a.example/xn--b", "Read") == ""
