"""The engine: crashes are findings, the rule's level is the ceiling, languages filter, fingerprints hold, messages stay short."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from types import ModuleType

import pytest

from lint import kinds
from lint.document import Document, Segment
from lint.engine import Engine, shortened
from lint.errors import GrammarError
from lint.formats import from_text
from lint.kinds import one_by_one
from lint.model import Diagnostic, Edit, Fix, Hit, Level, Related, Rule, Settings, Span

Find = Callable[[Document, Rule], Iterable[Hit]]


def word(text: str, **more: object) -> Find:
    """A check that finds every occurrence of a text."""

    def find(document: Document, rule: Rule) -> Iterator[Hit]:
        at = document.prose.find(text)
        while at >= 0:
            yield Hit(rule, Span(at, at + len(text)), **more)  # type: ignore[arg-type]
            at = document.prose.find(text, at + len(text))

    return find


def whole(document: Document, rule: Rule) -> Iterator[Hit]:
    """A check that finds the first word about the whole document."""
    yield Hit(rule, Span(*document.words[0][:2]))


def failing(document: Document, rule: Rule) -> Iterator[Hit]:
    """A check that finds one thing and then breaks."""
    yield Hit(rule, Span(0, 1))
    raise ZeroDivisionError("division\nby zero")


def compile_places(rules: Sequence[Rule], settings: Settings) -> kinds.Check:
    def bound(rule: Rule) -> kinds.Check:
        return lambda document: rule.options(document, rule)

    return one_by_one([(rule, bound(rule)) for rule in rules])


def compile_broken(rules: Sequence[Rule], settings: Settings) -> kinds.Check:
    def check(document: Document) -> Iterator[Hit]:
        yield Hit(rules[0], Span(0, 1))
        raise LookupError("no row")

    return check


@pytest.fixture(autouse=True)
def _kinds(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two kinds of the tests' own, known the way a plugin's are: `places`, whose option is the check, and `broken`, which raises."""
    for name, compile_ in (("places", compile_places), ("broken", compile_broken)):
        module = ModuleType(f"engine_test_{name}")
        module.compile = compile_  # type: ignore[attr-defined]
        monkeypatch.setitem(sys.modules, module.__name__, module)
        monkeypatch.setitem(kinds.KINDS, name, module.__name__)


def rule(name: str, find: Find = whole, **more: object) -> Rule:
    values: dict[str, object] = {
        "kind": "places",
        "level": Level.WARNING,
        "message": "'{found}' is wrong.",
        "why": "",
        "languages": ("any",),
    }
    return Rule(id=name, options=find, **{**values, **more})  # type: ignore[arg-type]


def check(text: str | Document, *rules: Rule) -> list[Diagnostic]:
    return Engine(rules).check(from_text(text, "t.txt") if isinstance(text, str) else text)


def seen(diagnostics: Iterable[Diagnostic]) -> list[tuple[str, str, str]]:
    return [(d.rule, d.level.label, d.found) for d in diagnostics]


def test_a_diagnostic_says_all_there_is() -> None:
    shown = "'{found}' → '{replacement}'."
    found = check("One.\nTwo words.", rule("a/x", word("words", replacements=("word",)), message=shown, fix="suggest"))
    assert [d for d in found if d.fingerprint] == found
    assert len(found) == 1
    d = found[0]
    assert (d.path, d.span, d.line, d.column, d.end_line, d.end_column) == ("t.txt", Span(9, 14), 2, 5, 2, 10)
    assert (d.rule, d.level, d.message, d.scope, d.found) == ("a/x", Level.WARNING, "'words' → 'word'.", "text", "words")
    assert (d.replacements, d.fix, d.related) == (("word",), Fix((Edit(Span(9, 14), "word"),), "suggest"), ())


def test_a_crashing_rule_is_named_and_the_others_still_run() -> None:
    found = check("One two.", rule("a/bad", failing), rule("a/good", word("two")), rule("b/good", word("One")))
    assert seen(found) == [("presscheck/crash", "error", ""), ("b/good", "warning", "One"), ("a/good", "warning", "two")]
    assert found[0].message == (
        "the rule a/bad failed on this text (ZeroDivisionError: division by zero); its findings are missing. Please report it."
    )
    assert (found[0].scope, found[0].line, found[0].column, found[0].span) == ("document", 1, 1, Span(0, 0))


def test_a_crashing_kind_is_named_and_keeps_what_it_found() -> None:
    found = check("One two.", rule("a/one", kind="broken"), rule("b/two", word("two")))
    assert seen(found) == [("presscheck/crash", "error", ""), ("a/one", "warning", "O"), ("b/two", "warning", "two")]
    assert found[0].message == "the kind 'broken' failed on this text (LookupError: no row); its findings are missing. Please report it."


@pytest.mark.parametrize(
    ("ceiling", "asked", "level"),
    [
        (Level.WARNING, None, Level.WARNING),
        (Level.WARNING, Level.NOTE, Level.NOTE),
        (Level.WARNING, Level.ERROR, Level.WARNING),
        (Level.NOTE, Level.ERROR, Level.NOTE),
        (Level.ERROR, Level.WARNING, Level.WARNING),
    ],
)
def test_a_hit_only_lowers_the_level(ceiling: Level, asked: Level | None, level: Level) -> None:
    assert [d.level for d in check("One.", rule("a/x", word("One", level=asked), level=ceiling))] == [level]


def test_rules_are_silent_in_another_language_and_one_note_says_so() -> None:
    document = Document("t", "Il dort.\nElle aussi.", "Il dort.\nElle aussi.", (Segment(0, 20, 0, 20),), "fr")
    english, french = rule("a/en", word("Il"), languages=("en",)), rule("a/fr", word("Elle"), languages=("fr",))
    any_ = rule("a/any", word("dort"))
    found = check(document, english, any_, french)
    assert seen(found) == [
        ("presscheck/language", "note", "Il dort."),
        ("a/any", "warning", "dort"),
        ("a/fr", "warning", "Elle"),
    ]
    assert found[0].scope == "document"
    assert found[0].message == "lines 1-2 are French: 1 English rule did not run."
    assert seen(check(document, any_, french)) == [("a/any", "warning", "dort"), ("a/fr", "warning", "Elle")]


def test_an_english_text_with_a_french_paragraph() -> None:
    english = "The minister said on Sunday that the talks would go on until the end of the week in the capital."
    french = "Le ministre a déclaré dimanche que les pourparlers se poursuivraient jusqu'à la fin de la semaine dans la capitale."
    text = f"{english}\n\n{french}\n\n{english}\n"
    rules = [rule("a/en", word("la"), languages=("en",)), rule("a/in", word("in the"), languages=("en",))]
    found = check(text, *rules)
    assert seen(found) == [("a/in", "warning", "in the"), ("presscheck/language", "note", french), ("a/in", "warning", "in the")]
    assert found[1].message.startswith("line 3 is French: 2 ")


def test_findings_are_sorted_by_place_and_the_whole_document_comes_first() -> None:
    found = check("One two one.", rule("b/w", word("two")), rule("a/w", word("One")), rule("z/doc", whole, scope="document"))
    assert seen(found) == [("z/doc", "warning", "One"), ("a/w", "warning", "One"), ("b/w", "warning", "two")]


def test_columns_count_code_points_and_crlf_is_one_line_end() -> None:
    found = check("😀 e\u0301 one\r\n\r\nالخبر one\rone", rule("a/x", word("one")))
    assert [(d.line, d.column, d.end_line, d.end_column) for d in found] == [(1, 6, 1, 9), (3, 7, 3, 10), (4, 1, 4, 4)]
    assert [d.found for d in found] == ["one", "one", "one"]


def fingerprints(text: str, target: str = "wrong") -> list[str]:
    return [d.fingerprint for d in check(text, rule("a/x", word(target)))]


def test_a_fingerprint_does_not_know_its_line() -> None:
    assert fingerprints("It is wrong.") == fingerprints("New first line.\n\nAnother.\n\nHere nothing is wrong at all.")


def test_a_fingerprint_knows_the_rule_and_the_found_text() -> None:
    one = check("It is wrong.", rule("a/x", word("wrong")), rule("b/x", word("wrong")), rule("c/x", word("is wrong")))
    assert len({d.fingerprint for d in one}) == 3


def test_equal_findings_are_told_apart_by_the_words_beside_them() -> None:
    before = fingerprints("Now this is wrong here today.\nBut that was wrong there yesterday.")
    moved = fingerprints("But that was wrong there yesterday.\nA line.\nNow this is wrong here today.")
    assert len(set(before)) == 2
    assert moved == before[::-1]


def test_findings_equal_in_all_but_place_are_counted() -> None:
    three = fingerprints("It is wrong now.\n" * 3)
    assert len(set(three)) == 3
    assert fingerprints("A line of its own stands here.\n" + "It is wrong now.\n" * 3)[1:] == three[1:]


def test_a_finding_about_the_document_keeps_its_fingerprint_when_the_head_changes() -> None:
    one, two = (check(text, rule("a/doc", whole, scope="document"))[0] for text in ("One two.", "Three four."))
    assert (one.found, two.found) == ("One", "Three")
    assert one.fingerprint == two.fingerprint


def test_a_fingerprint_never_changes_between_versions() -> None:
    # baselines in users' repositories hold these values
    assert fingerprints("It is wrong.") == ["5ca10d7d8d0aa935"]


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("as  it\n stands ", "as it stands"),
        ("x" * 60, "x" * 60),
        ("a" * 40 + "b" * 30 + "c" * 15, "a" * 40 + " … " + "c" * 15),
    ],
)
def test_a_long_text_is_quoted_by_its_ends(text: str, short: str) -> None:
    assert shortened(text) == short


def test_a_message_quotes_at_most_sixty_characters() -> None:
    found = check("a" * 500, rule("a/x", word("a" * 500)))
    assert found[0].message == f"'{'a' * 40} … {'a' * 15}' is wrong."
    assert found[0].found == "a" * 500


def test_a_message_stays_on_one_line() -> None:
    found = check("One.\nTwo.", rule("a/x", word("One.\nTwo.", args={"more": "a\n b"}), message="'{found}' {more}"))
    assert found[0].message == "'One. Two.' a b"


def test_a_message_that_names_what_the_kind_did_not_give_is_a_crash_of_that_rule() -> None:
    found = check("One.", rule("a/x", word("One"), message="{more}"), rule("b/x", word("One")))
    assert seen(found) == [("presscheck/crash", "error", ""), ("b/x", "warning", "One")]
    assert found[0].message == "the rule a/x failed on this text (KeyError: 'more'); its findings are missing. Please report it."


def test_related_places_are_in_the_source() -> None:
    text = "&amp; one two"
    document = Document("t", text, "& one two", (Segment(0, 1, 0, 5), Segment(1, 8, 5, 8)), format="html")
    found = check(document, rule("a/x", word("two", related=(Related(Span(2, 5), "first"),))))
    assert found[0].related == (Related(Span(6, 9), "first"),)
    assert (found[0].found, found[0].column) == ("two", 11)


def html(source: str, prose: str, *segments: Segment) -> Document:
    return Document("t.html", source, prose, segments, format="html")


def fix(document: Document, target: str, replacement: str) -> Fix | None:
    return check(document, rule("a/x", word(target, replacements=(replacement,)), fix="safe"))[0].fix


def test_a_fix_across_markup_is_only_offered() -> None:
    document = html("a b<b>c</b> d", "a bc d", Segment(0, 3, 0, 3), Segment(3, 1, 6, 1), Segment(4, 2, 11, 2))
    assert fix(document, "bc", "x") == Fix((Edit(Span(2, 7), "x"),), "suggest")
    assert fix(document, "a", "x") == Fix((Edit(Span(0, 1), "x"),), "safe")


def test_a_fix_that_cuts_into_an_entity_takes_the_whole_of_it_and_is_only_offered() -> None:
    document = html("R&amp;D x", "R&D x", Segment(0, 1, 0, 1), Segment(1, 1, 1, 5), Segment(2, 3, 6, 3))
    assert fix(document, "&D", "and") == Fix((Edit(Span(1, 7), "and"),), "suggest")
    assert fix(document, "x", "<y> & z") == Fix((Edit(Span(8, 9), "&lt;y&gt; &amp; z"),), "safe")


def test_a_span_that_ends_inside_an_entity_of_two_letters_takes_the_whole_of_it() -> None:
    document = html("a&fjlig;b", "afjb", Segment(0, 1, 0, 1), Segment(1, 2, 1, 7), Segment(3, 1, 8, 1))
    assert fix(document, "jb", "x") == Fix((Edit(Span(1, 9), "x"),), "suggest")
    assert fix(document, "af", "x") == Fix((Edit(Span(0, 8), "x"),), "suggest")


def test_a_removal_that_fills_a_line_of_prose_but_not_of_the_source_is_only_offered() -> None:
    alone = html("one\ntwo\n", "one\ntwo", Segment(0, 7, 0, 7))
    beside = html("<p>one</p><p>two</p>", "one\ntwo", Segment(0, 3, 3, 3), Segment(3, 1, 6, 7), Segment(4, 3, 13, 3))
    assert fix(alone, "two", "") == Fix((Edit(Span(4, 8), ""),), "safe")
    assert fix(beside, "two", "") == Fix((Edit(Span(13, 16), ""),), "suggest")


def test_a_rule_without_a_fix_has_none() -> None:
    assert check("One.", rule("a/x", word("One", replacements=("Two",))))[0].fix is None


def test_notes_and_close_reach_the_checks(monkeypatch: pytest.MonkeyPatch) -> None:
    closed: list[bool] = []

    class Open:
        notes = ("the engine X ran",)

        def __call__(self, document: Document) -> Iterable[Hit]:
            return ()

        def close(self) -> None:
            closed.append(True)

    module = ModuleType("engine_test_open")
    module.compile = lambda rules, settings: Open()  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, module.__name__, module)
    monkeypatch.setitem(kinds.KINDS, "open", module.__name__)
    engine = Engine([rule("a/x", kind="open"), rule("b/x")])
    assert engine.notes == ["the engine X ran"]
    engine.close()
    assert closed == [True]


def test_a_rule_for_french_alone_makes_no_note_on_english_text() -> None:
    english = "The minister left on Monday and said that the talks would go on in the week after it."
    document = from_text(english, "t.txt", format="text")
    assert check(document, rule("a/fr", word("left"), languages=("fr",))) == []


def unanswered(document: Document, rule: Rule) -> Iterator[Hit]:
    raise GrammarError("the server does not answer")
    yield


def test_a_mistake_of_the_users_is_no_crash() -> None:
    with pytest.raises(GrammarError, match=r"^the server does not answer$"):
        check("One word.", rule("a/server", unanswered))
