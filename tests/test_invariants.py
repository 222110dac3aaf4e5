"""What holds for every rule on every text: random text never comes near a match, so the rules' own bad examples are damaged instead."""

from __future__ import annotations

import functools
import re

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lint import rulefile, testing
from lint.engine import Engine
from lint.formats import from_text
from lint.model import Diagnostic, Example

RULES = [rule for rule in rulefile.load(rulefile.shipped()) if rule.kind != "grammar"]
BAD = [case.example for case in testing.cases(RULES) if not case.good]
DAMAGE = ["**", "*", "&amp;", "<b>", "</b>", "\r\n", "\n\n", "“", "”", '"', "😀", "e\u0301", "\u200f", "الخبر", " ", "\t", "[", "]", "`"]
DAMAGE += ["|", "<!-- x -->", "\\"]
MARKUP = re.compile(r"</?[A-Za-z][^<>]*>|\*\*|`|^#+ |^> ", re.MULTILINE)


@functools.cache
def engine() -> Engine:
    return Engine(RULES)


@st.composite
def damaged(draw: st.DrawFn) -> Example:
    example = draw(st.sampled_from(BAD))
    text, marks = testing.unmark(example.text)
    places = sorted({p for m in marks for p in (m.span.start, m.span.end, (m.span.start + m.span.end) // 2)} | {0, len(text)})
    for _ in range(draw(st.integers(0, 3))):
        at = min(draw(st.sampled_from(places)) + draw(st.integers(-2, 2)), len(text))
        text = text[: max(0, at)] + draw(st.sampled_from(DAMAGE)) + text[max(0, at) :]
    return Example(text, draw(st.sampled_from([example.format, "text", "markdown", "html"])), example.date, example.language)


def findings(example: Example, text: str) -> list[Diagnostic]:
    return engine().check(testing.document_of(example, text))


def safe(diagnostics: list[Diagnostic]) -> list[Diagnostic]:
    return [d for d in diagnostics if d.fix and d.fix.safety == "safe"]


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
@given(damaged())
def test_spans_lie_inside_and_safe_fixes_converge_and_eat_no_markup(example: Example) -> None:
    text = example.text
    first = findings(example, text)
    assert [d for d in first if d.rule == "presscheck/crash"] == []
    for d in first:
        assert 0 <= d.span.start <= d.span.end <= len(text)
        assert text[d.span.start : d.span.end] == d.found
        assert d.message == " ".join(d.message.split())
        for edit in d.fix.edits if d.fix else ():
            assert 0 <= edit.span.start <= edit.span.end <= len(text)
            if d.fix and d.fix.safety == "safe" and example.format != "text":
                assert MARKUP.findall(text[edit.span.start : edit.span.end]) == []
    for _ in range(10):
        todo = safe(findings(example, text))
        if not todo:
            break
        fixed = testing.applied(text, todo)
        assert fixed != text
        text = fixed
    assert safe(findings(example, text)) == []


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
@given(damaged(), st.integers(1, 5))
def test_fingerprints_do_not_depend_on_the_line(example: Example, lines: int) -> None:
    filler = "Nothing was decided on the day.\n\n" * lines
    if example.format != "text":
        return
    before = {d.fingerprint for d in findings(example, example.text) if d.scope == "text"}
    after = {d.fingerprint for d in findings(example, filler + example.text) if d.scope == "text"}
    assert len(before - after) <= len([r for r in RULES if r.options.__class__.__module__.endswith(("lines", "structure"))])


def test_the_same_text_gives_the_same_findings_twice() -> None:
    for example in BAD:
        document = from_text(testing.unmark(example.text)[0], "t", format=example.format)
        assert engine().check(document) == engine().check(document)
