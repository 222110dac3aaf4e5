"""HTML: what a browser shows is prose, and where in the source each piece of it stands."""

from __future__ import annotations

from datetime import date

import pytest

from lint.document import Document, Segment
from lint.formats import from_text


def html(source: str) -> Document:
    return from_text(source, format="html")


@pytest.mark.parametrize(
    ("source", "prose"),
    [
        ("", ""),
        ("just text", "just text"),
        ("<p>one<p>two</p>three", "one\n\ntwo\n\nthree"),
        ("<!doctype html><html><head><title>T</title><style>a{}</style><meta name=x></head><body><h1>H</h1></body></html>", "H"),
        ("<title>T</title>no head", "no head"),
        ("<div>a<div>b</div></div><ul><li>c<li>d</ul>", "a\n\nb\n\nc\n\nd"),
        ("<table><tr><td>a<td>b<tr><td>c</table>", "a\n\nb\n\nc"),
        ("a<br>b<br/>c<br><br>d<br></p>", "a\nb\nc\n\nd"),
        ("  a \n\t b  <b> c</b> <i>d </i> e ", "a b c d e"),
        ("a <br> b", "a\nb"),
        ("<b>w</b>ord <wbr>un<wbr>broken so&shy;ft so\xadft", "word unbroken soft soft"),
        ("AT&amp;T &lt;b&gt; &#8217;&#x2019; &copy; R&D &bogus; x&copy=1 50&percnt;", "AT&T <b> ’’ © R&D &bogus; x©=1 50%"),
        ("a&nbsp;b&#32;&#32;c&#10;d", "a\xa0b c d"),
        ("one <script>if (a<b) {'</p>'}</script>two<style>p>a{}</style> <noscript>off</noscript>three", "one two three"),
        ("<template><p>t</p></template>a<svg><title>t</title><text>u</text></svg>b<iframe>x</iframe>c", "ab\n\nc"),
        ("<select><option>o</select><textarea>t</textarea><button>Share</button>", "Share"),
        ("run <code>x <b>y</b></code> or <kbd>z</kbd>.", "run \ufffc or \ufffc."),
        ("<p>run <code>x<p>next", "run \ufffc\n\nnext"),
        ("<p>a</p><pre><code>x = 1\n</code></pre><p>b</p>", "a\n\nb"),
        ("<pre>\nline  one\r\n  two\n\n</pre>after", "line  one\n  two\n\nafter"),
        ("a<!-- presscheck: ignore x -->b<?php echo 1 ?>c<![CDATA[d]]>e<![if x>f", "abcef"),
        ("<div hidden>a<div>b</div>x</div>c<span style='color:red; display: none'>d</span>e", "ce"),
        ("<body style='display:none'>shown", "shown"),
        ("<p hidden>a<p>b", "b"),
        ("<ul><li hidden>a<li>b</ul>", "a\n\nb"),
        ("<img alt='picture'>a<input value='v'>b<hr>c", "ab\n\nc"),
        ("a < b and c > d, <3 & e", "a < b and c > d, <3 & e"),
        ("<P>UP<BR>per</P>", "UP\nper"),
        ("</p></div>stray</b>", "stray"),
        ("<a title='x > y' href=z>a</a><a title=\"never closed>b</a>c", "abc"),
        ("a<!-- never closed b", "a<!-- never closed b"),
        ("a<!-->b<!-- x --c -->d</ x>e", "abde"),
        ("a <b never closed", "a <b never closed"),
        ("a<SCRIPT>'<p>'</Script >b<title>never <i>closed</i><p>c<script>d", "ab\n\nc"),
        ("<svg/>a<script src='x'/>b</script>c", "abc"),
    ],
)
def test_prose(source: str, prose: str) -> None:
    assert html(source).prose == prose


def test_segments() -> None:
    document = html("<p>don&#8217;t\n <b>go</b><br>😀 x</p>\r\n<p>y")
    assert document.prose == "don’t go\n😀 x\n\ny"
    assert document.segments == (
        Segment(0, 3, 3, 3),
        Segment(3, 1, 6, 7),
        Segment(4, 1, 13, 1),
        Segment(5, 1, 14, 2),
        Segment(6, 2, 19, 2),
        Segment(8, 1, 25, 4),
        Segment(9, 3, 29, 3),
        Segment(12, 2, 32, 0),
        Segment(14, 1, 41, 1),
    )


def test_the_placeholder_of_code_stands_for_the_whole_element() -> None:
    document = html("a <code>x</code > b")
    assert document.prose == "a \ufffc b"
    assert document.segments == (Segment(0, 2, 0, 2), Segment(2, 1, 2, 15), Segment(3, 2, 17, 2))


@pytest.mark.parametrize(
    ("source", "language", "day"),
    [
        ("<html lang='en-GB'>a", "en", None),
        ("<html xml:lang=de xmlns='x'>a", "de", None),
        ("<html lang=''>a", None, None),
        ("<p lang=fr>a", None, None),
        ("<meta property='article:published_time' content='2021-11-02T10:15:00Z'><time datetime='2020-01-01'>", None, date(2021, 11, 2)),
        ("<meta name=date content='2020-05-05'><meta itemprop=datePublished content='2021-11-02'>", None, date(2021, 11, 2)),
        ("<meta property='article:modified_time' content='2021-11-02'>", None, None),
        ("<time>today</time><time datetime='2021-11-02'>x</time><time datetime='2020-01-01'>y</time>", None, date(2021, 11, 2)),
        ("<time datetime='2020-01-01'>old</time><article><time datetime='2021-11-02'>x</time>", None, date(2021, 11, 2)),
        ("<template><time datetime='2020-01-01'></template><time datetime='PT2H'>", None, None),
        ("<p>Nov. 2, 2021</p><p>Text", None, date(2021, 11, 2)),
    ],
)
def test_what_the_markup_declares(source: str, language: str | None, day: date | None) -> None:
    document = html(source)
    assert (document.language, document.date) == (language, day)


def marks(source: str) -> list[tuple[str, str]]:
    """The parts of the prose that the markup names, without the blank lines before them."""
    document = from_text(source, "t", "html")
    return [(mark.name, document.prose[mark.start : mark.end].strip("\n")) for mark in document.marks]


def test_elements_of_the_page_and_links_are_marked() -> None:
    source = '<nav><a href="/">Home</a> <b>World</b></nav><p>The text</p><FOOTER><p>Imprint</p><p>Terms</p></FOOTER><aside>More</aside>'
    assert marks(source) == [("link", "Home"), ("nav", "Home World"), ("footer", "Imprint\n\nTerms"), ("aside", "More")]


def test_a_role_outweighs_the_tag_and_its_element_ends_where_its_own_end_tag_stands() -> None:
    source = '<div role="navigation"><div>Home</div><div>World</div></div><div>The text</div><nav role=main>Not it</nav>'
    assert marks(source) == [("nav", "Home\n\nWorld")]


def test_an_element_that_is_never_closed_marks_nothing() -> None:
    assert marks("<nav><p>Home</p><p>The text</p>") == []
    assert marks("<nav></nav><p>The text</p></nav>") == []
