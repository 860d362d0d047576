from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commonwire.base.markup import Paragraph, render
from commonwire.base.purify import purify
from commonwire.base.text import clean_text
from tests.base.reading import Reading, stands_in_order

REL = 'rel="nofollow ugc noopener noreferrer"'


def bare(source: str) -> str:
    """The HTML without anchors and their links."""
    rendered = render(source)
    html = str(rendered.html)
    for paragraph in rendered.paragraphs:
        html = html.replace(f' id="{paragraph.anchor}"', "")
        html = html.replace(f'<a class="anchor" href="#{paragraph.anchor}" aria-label="Link to this paragraph" {REL}></a>', "")
    return html.strip()


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("Nets & lines", "<p>Nets &amp; lines</p>"),
        ("&amp; &lt;b&gt; &#106;", "<p>&amp;amp; &amp;lt;b&amp;gt; &amp;#106;</p>"),
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
        ("<!-- a -->", "<p>&lt;!-- a --&gt;</p>"),
        ("*a* **b** ~~c~~ `d & e`", "<p><em>a</em> <strong>b</strong> <s>c</s> <code>d &amp; e</code></p>"),
        ("one\ntwo", "<p>one<br>\ntwo</p>"),
        ("# A\n\n## B\n\n### C\n\n###### D", "<h3>A</h3>\n<h4>B</h4>\n<h5>C</h5>\n<h5>D</h5>"),
        ("###", "<p>###</p>"),
        ("# # #", "<p># # #</p>"),
        ("Title\n---", "<p>Title</p>\n<hr>"),
        ("> said", "<blockquote>\n<p>said</p>\n</blockquote>"),
        ("    indented", "<p>indented</p>"),
        ("  • One\n  •Two\n  ● Three", "<ul>\n<li>One</li>\n<li>Two</li>\n<li>Three</li>\n</ul>"),
        ("• • •", "<p>• • •</p>"),
        ("```\n• code\n```", "<pre><code>• code\n</code></pre>"),
        ("```py name\nx\n```", "<pre><code>py name\nx\n</code></pre>"),
        ("1986. was\n3. then", '<ol>\n<li value="1986">was</li>\n<li value="3">then</li>\n</ol>'),
        ("007. Bond", "<ol>\n<li>007. Bond</li>\n</ol>"),
        ("[x]: http://a.example", f'<p>[x]: <a href="http://a.example" {REL}>http://a.example</a></p>'),
        ("[w](https://a.example/b)", f'<p><a href="https://a.example/b" {REL}>w</a></p>'),
        ('[w](/here "Why")', f'<p><a href="/here" {REL}>w</a> (Why)</p>'),
        ("![boat](http://a.example/b.png)", f'<p><a href="http://a.example/b.png" {REL}>boat</a></p>'),
        ("[](http://a.example)", f'<p><a href="http://a.example" {REL}>http://a.example</a></p>'),
        ("[w]()", "<p>w</p>"),
        ("<press@a.example>", f'<p><a href="mailto:press@a.example" {REL}>press@a.example</a></p>'),
        ("press@a.example 3.5.org", "<p>press@a.example 3.5.org</p>"),
        ("http://a.example/_x_/y_z", f'<p><a href="http://a.example/_x_/y_z" {REL}>http://a.example/_x_/y_z</a></p>'),
        ("**www.a.example**", f'<p><strong><a href="http://www.a.example" {REL}>www.a.example</a></strong></p>'),
        ("http://a.example/%41", f'<p><a href="http://a.example/%41" {REL}>http://a.example/%41</a></p>'),
        ("[http://a.example](http://b.example)", f'<p><a href="http://b.example" {REL}>http://a.example</a></p>'),
        ("[![b](http://a.example)](/c)", f'<p><a href="/c" {REL}>![b](http://a.example)</a></p>'),
        ("[a <http://a.example>](/c)", f'<p><a href="/c" {REL}>a &lt;http://a.example&gt;</a></p>'),
        ("[pay](http://раураl.example)", f'<p><a href="http://xn--l-7sba6dbr.example" {REL}>pay</a> (xn--l-7sba6dbr.example)</p>'),
        ("| a | b |\n|---|---|", "<p>| a | b |<br>\n|---|---|</p>"),
        ("", ""),
    ],
)
def test_what_is_typed_and_what_is_shown(source: str, html: str) -> None:
    assert bare(source) == html


@pytest.mark.parametrize(
    "href",
    [
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        "java&Tab;script:alert(1)",
        "&#106;avascript:alert(1)",
        "javascript&colon;alert(1)",
        "\\javascript:alert(1)",
        "java\\script:alert(1)",
        "data:text/html;base64,PHNjcmlwdD4=",
        "vbscript:x",
        "//evil.example",
        "/\\evil.example",
        "http://good.example@evil.example",
        "<javascript:alert(1)>",
        "&#x2028;javascript:alert(1)",
    ],
)
def test_an_unsafe_address_stays_text(href: str) -> None:
    for source in (f"[a]({href})", f"![a]({href})", f"<{href}>", f"[a]({href} 'b')"):
        reading = Reading(render(source).html)
        assert [href for href in reading.hrefs if href != "#p1"] == []
        assert stands_in_order(source, reading.text)


def test_anchors_are_numbered_on_and_kept_out_of_the_text() -> None:
    rendered = render("One *x*\ny\n\n- a\n  - b\n- c\n\n> q\n\n# H", anchor_prefix="c2-", first=7, heading_floor=4)
    assert rendered.paragraphs == [
        Paragraph("c2-7", "One x\ny"),
        Paragraph("c2-8", "a\nb"),
        Paragraph("c2-9", "c"),
        Paragraph("c2-10", "q"),
        Paragraph("c2-11", "H"),
    ]
    assert rendered.following == 12
    assert '<h4 id="c2-11">H<a class="anchor" href="#c2-11"' in rendered.html
    reading = Reading(rendered.html)
    assert reading.ids == [paragraph.anchor for paragraph in rendered.paragraphs]
    assert "¶" not in reading.text


SIGNS = r"""a bc 1 é 中 * ** _ ~~ ` ``` ~~~ [ ] ( ) ]( ](http://h.example/p) ](/q ![ < > <b> </a> <!-- & &amp; &#106; # ## - + • >
    1. 02. \ | " ' ! : http://h.example www.h.example/z javascript: --- === ### # #"""
PIECES = st.sampled_from([*SIGNS.split(), "\n", "\n\n", " ", "  ", "\t", "    ", '](/q "t")'])
SOURCES = st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=80)


@settings(max_examples=400, deadline=None)
@given(SOURCES)
def test_no_letter_is_lost_and_nothing_foreign_is_made(source: str) -> None:
    rendered = render(source)
    reading = Reading(rendered.html)
    assert stands_in_order(clean_text(source), reading.text), rendered.html
    assert len(set(reading.ids)) == len(reading.ids) == len(rendered.paragraphs)
    assert purify(rendered.html) == rendered.html


@given(st.text(alphabet="<>&\"'/=ab ;#x1", max_size=60))
def test_the_second_wall_makes_no_foreign_thing_of_any_html(html: str) -> None:
    Reading(purify(html))


@pytest.mark.parametrize(
    "html",
    [
        '<a href="javascript:x" onclick="x" style="x" title="x">a</a>',
        '<img src="http://t.example"><svg><script>x</script></svg><iframe src="/"></iframe>',
        '<p id="__proto__" class="a b" lang="x" title="y">t</p>',
        '<a href="\x01http://a.example">b</a><a href="//a.example">c</a>',
        '<math><mi//xlink:href="data:x"><b>after</b>',
    ],
)
def test_the_second_wall_against_hostile_html(html: str) -> None:
    cleaned = purify(html)
    for foreign in ("<img", "<script", "<svg", "<iframe", "onclick", "style", "title=", 'id="', 'class="', "javascript:", 'href="'):
        assert foreign not in cleaned.replace("&lt;", "")


LONG = 200_000
HARD = {
    "quotes in quotes": "> " * 1000 + "deep",
    "quotes on many lines": "\n".join(">" * 1000 + " a" for _ in range(190)),
    "lists in lists": "\n".join("  " * depth + "- a" for depth in range(440)),
    "lists on one line": "- " * 1000 + "deep",
    "signs below the limit": "*_~~[![" * 1_700 + "a " * 90_000,
    "lines below the limit": "- # > a\n\n" * 3_900,
    "links below the limit": "http://é.b " * 11_000,
    "words": "Some words of a *long* text.\n\n" * (LONG // 30),
    **{
        sign: sign * (LONG // len(sign))
        for sign in (
            "[",
            "![",
            "[a](",
            "*a **a ",
            "`",
            "<http:",
            "*_~~[",
            "- a\n\n",
            "a\n",
            "http://",
            "www.",
            "```\n",
            "http://é.b ",
        )
    },
}


@pytest.mark.parametrize("name", HARD)
def test_no_text_costs_seconds_or_loses_letters(name: str) -> None:
    start = process_time()
    rendered = render(HARD[name])
    assert process_time() - start < 2
    assert stands_in_order(HARD[name], Reading(rendered.html).text)
