"""The kind `weighed`: which lines are judged, how they become findings, what the message says, and what markup adds."""

from __future__ import annotations

import pytest

from lint.boilerplate.page import Page, features
from lint.boilerplate.shape import shape
from lint.engine import Engine
from lint.formats import from_text
from lint.kinds import lines, phrases
from lint.kinds.weighed import Options, problems
from lint.model import Level, Rule

PROSE = (
    "The harbour reopened on Monday after a strike of three weeks, and the first ferries sailed before noon with half their "
    "usual passengers aboard."
)
WEIGHTS = {"always": -1.0, "place tail": 2.0, "place head": 2.0, "interface over 9": 2.0, "digits time": 1.5}
MARKUP = {"nav": 4.0, "footer": 4.0, "link": 2.0}


def weighed(**options: object) -> Rule:
    own = {"weights": WEIGHTS, "interface": ["login"], "note": 1.0, "warning": 2.0, "markup": MARKUP, **options}
    return Rule("page/line", "weighed", Level.WARNING, "{what}.", "", Options(**own), languages=("any",), fix="suggest")  # type: ignore[arg-type]


def known(level: Level = Level.WARNING, *texts: str) -> Rule:
    options = phrases.Options(at="line", phrases={"en": list(texts or ("Leave a Reply", "Related Posts"))})
    return Rule("page/known", "phrases", level, "'{found}'", "", options, languages=("any",))


def found(text: str, *rules: Rule, format: str = "text") -> list[tuple[int, str, str, str]]:
    engine = Engine([*rules, weighed()] if rules else [known(), weighed()])
    return [(d.line, d.level.label, d.found, d.message) for d in engine.check(from_text(text, "t", format)) if d.rule == "page/line"]


def test_a_text_in_which_nothing_is_left_over_is_let_alone() -> None:
    assert found(f"{PROSE}\nlogin\nlogin\n12 May 2019") == []


def test_a_note_of_another_rule_opens_no_text_and_speaks_for_nothing() -> None:
    assert found(f"{PROSE}\nlogin\nLeave a Reply", known(Level.NOTE)) == []
    assert found(f"{PROSE}\nlogin\nLeave a Reply") == [
        (2, "warning", "login", "'login', a short line that is no sentence, before 'Leave a Reply'.")
    ]


def test_lines_in_unbroken_sequence_are_one_finding_and_known_lines_break_it() -> None:
    text = f"{PROSE}\nlogin\n\nlogin\nRelated Posts\nTides\nShips\nLeave a Reply"
    assert found(text) == [
        (2, "warning", "login\n\nlogin", "2 short lines that are no sentences, before 'Related Posts'."),
        (6, "note", "Tides\nShips", "2 short lines that are no sentences, between 'Related Posts' and 'Leave a Reply'."),
    ]


def test_one_line_alone_is_no_note() -> None:
    assert found(f"{PROSE}\nRelated Posts\nTides\nLeave a Reply") == []


def test_a_menu_a_date_and_headlines_are_called_so() -> None:
    menu = f"login\nTides\nShips\nFares\nLeave a Reply\n{PROSE}"
    assert found(menu)[0][3] == "a menu of 4 short lines, before 'Leave a Reply'."
    assert (
        found(f"{PROSE}\n12 May 2019\nLeave a Reply")[0][3] == "'12 May 2019', a date or number alone on its line, before 'Leave a Reply'."
    )
    text = f"{PROSE}\nlogin\nFerry fares to rise in autumn\n{PROSE}\nRelated Posts\nFares to rise again soon\nA crane for the quay"
    assert [message for *_, message in found(text)] == ["a list of 2 lines like headlines, after 'Related Posts'."]


def test_prose_and_the_title_are_never_judged() -> None:
    assert found(f"Harbour login of ferries\nlogin\nHarbour open once more\nLeave a Reply\n{PROSE}\n{PROSE}") == [
        (2, "warning", "login", "'login', a short line that is no sentence, before 'Leave a Reply'.")
    ]


def test_a_sentence_between_lines_of_prose_is_never_judged() -> None:
    page = Page([PROSE, "They had to login at once.", "login", PROSE], frozenset(), frozenset(("login",)))
    assert list(page.candidates()) == [2]


def test_a_fix_is_offered_and_takes_the_lines() -> None:
    (one,) = [d for d in Engine([known(), weighed()]).check(from_text(f"{PROSE}\nlogin\nLeave a Reply", "t")) if d.rule == "page/line"]
    assert one.fix is not None
    assert (one.fix.safety, [(edit.span, edit.text) for edit in one.fix.edits]) == ("suggest", [((len(PROSE) + 1, len(PROSE) + 7), "")])


def test_prose_comes_between_a_known_line_and_what_stands_behind_it() -> None:
    assert found(f"Leave a Reply\n{PROSE}\nlogin\nlogin")[0][3] == "2 short lines that are no sentences, below the text."


def test_what_the_kind_lines_finds_speaks_for_its_neighbours() -> None:
    share = Rule("page/word", "lines", Level.WARNING, "", "", lines.Options(words={"en": ["Share"]}), languages=("any",))
    assert [text for _, _, text, _ in found(f"{PROSE}\nlogin\nShare", share)] == ["login"]


def test_an_element_or_a_link_must_hold_the_line() -> None:
    html = f"<p>{PROSE}</p><p>Tides and <span role=navigation>ships</span></p>"
    assert found(html, known(), format="html") == []
    for line, texts in (("Fares and [more](/f)", []), ("[Fares and more](/f)", ["Fares and more"])):
        markdown = f"{PROSE}\n\n{line}\n\nLeave a Reply"
        assert [text for _, _, text, _ in found(markdown, known(), format="markdown")] == texts


def test_what_has_markup_inside_is_not_taken_out() -> None:
    html = f"<nav><a href='/t'>Tides</a><p>Ships</p></nav><p>{PROSE}</p>"
    assert [d.fix for d in Engine([weighed()]).check(from_text(html, "t", "html"))] == [None]


def test_a_line_in_an_element_of_the_page_needs_no_known_line() -> None:
    html = f"<nav><a href=/>Tides</a><p>Ships</p></nav><p>{PROSE}</p><p>login</p>"
    message = "2 short lines that are no sentences, in the page's <nav>."
    assert found(html, known(), format="html") == [(1, "warning", "Tides</a><p>Ships", message)]
    assert found(f"<div role=contentinfo>Tides</div><p>{PROSE}</p>", known(), format="html")[0][2:] == (
        "Tides",
        "'Tides', a short line that is no sentence, in the page's <footer>.",
    )


def test_in_a_whole_page_its_elements_are_in_their_place() -> None:
    html = f"<html><body><nav><a href=/>Tides</a><p>Ships</p></nav><p>{PROSE}</p></body></html>"
    assert [level for _, level, *_ in found(html, known(), format="html")] == ["note"]


def test_links_speak_for_a_line_only_where_something_is_left_over() -> None:
    links = "[Tides](/t)\n\n[Ships](/s)\n\nFares and [more](/f)"
    assert found(f"{PROSE}\n\n{links}", known(), format="markdown") == []
    assert found(f"{PROSE}\n\n{links}\n\nLeave a Reply", known(), format="markdown") == [
        (3, "warning", "Tides](/t)\n\n[Ships](/s)\n\nFares and [more", "3 short lines that are no sentences, before 'Leave a Reply'.")
    ]


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("12 May 2019", ("none", "digit", "all", "time")),
        ("» Home", ("none", "bullet", "all", "none")),
        ("and so it goes:", ("colon", "lower", "few", "none")),
        ("Read more…", ("ellipsis", "letter", "few", "none")),
        ("3,204", ("none", "digit", "none", "only")),
        ("***", ("none", "bullet", "none", "signs")),
        ("“Never again!”", ("sentence", "mark", "few", "none")),
    ],
)
def test_the_shape_of_a_line(text: str, holds: tuple[str, str, str, str]) -> None:
    own = shape(text, frozenset())
    assert (own.ending, own.opening, own.capitals, own.digits) == holds


def test_a_line_knows_what_stands_between_it_and_the_text() -> None:
    page = Page(["Home", "login", "Skip", PROSE, "Scores", "Share", "Tides", "Reply", "Ships"], frozenset((2, 5, 7)), frozenset())
    assert [page.outside(i) for i in (0, 1, 4, 6, 8)] == [1, 1, 0, 1, 2]
    assert "outside to 3 place tail" in features(page, 8)


def test_weights_must_be_there_and_a_note_needs_less_than_a_warning() -> None:
    assert list(problems(Options())) == [("weights", "expected a number for each feature; `weights_from` names a file of them")]
    assert list(problems(Options(weights={"always": 1.0}, note=3.0))) == [("note", "expected at most 2.0, the number under `warning`")]
