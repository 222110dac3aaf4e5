"""The kind `lines`: words, patterns and shapes that count by their place and their neighbours."""

from __future__ import annotations

import pytest

from lint.engine import Engine
from lint.formats import from_text
from lint.kinds import lines, phrases
from lint.kinds.lines import Options, problems
from lint.model import Level, Rule

PROSE = (
    "The harbour reopened on Monday after a strike of three weeks, and the first ferries sailed before noon with half their "
    "usual passengers aboard."
)
WORDS = {"en": ["Share", "Tweet", "Print", "{n} shares"]}


def rule(name: str = "page/word", fix: str = "none", **options: object) -> Rule:
    return Rule(name, "lines", Level.WARNING, "{count}: {found}", "", Options(**options), languages=("any",), fix=fix)  # type: ignore[arg-type]


def heading(name: str = "page/heading", *texts: str) -> Rule:
    options = phrases.Options(at="line", phrases={"en": list(texts or ("Related Posts",))})
    return Rule(name, "phrases", Level.ERROR, "'{found}'", "", options, languages=("any",))


def found(text: str, *rules: Rule) -> list[tuple[str, int, str]]:
    return [(d.rule.partition("/")[2], d.line, d.found) for d in Engine(rules).check(from_text(text, "t"))]


def test_a_word_alone_on_its_line_counts_where_nothing_else_is_asked() -> None:
    text = f"Share\n  • tweet:\nShare it\n{PROSE}\n12 shares"
    assert found(text, rule(words=WORDS)) == [("word", 1, "Share"), ("word", 2, "• tweet:"), ("word", 5, "12 shares")]


def test_a_pattern_matches_the_whole_line_or_nothing() -> None:
    text = "14 May 2019\non 14 May 2019\n14 May 2019 and later"
    assert found(text, rule(patterns=[r"\d+ May \d{4}"])) == [("word", 1, "14 May 2019")]


def test_alternatives_of_a_pattern_are_held_to_the_whole_line_too() -> None:
    assert found("Monday\nMonday morning\nBlue Friday\nFriday", rule(patterns=["Monday|Friday"])) == [
        ("word", 1, "Monday"),
        ("word", 4, "Friday"),
    ]


@pytest.mark.parametrize(
    ("place", "expected"),
    [("anywhere", [1, 3, 5]), ("head", [1]), ("below", [3, 5]), ("tail", [5])],
)
def test_place_is_told_by_the_lines_of_prose(place: str, expected: list[int]) -> None:
    text = f"Share\n{PROSE}\nShare\n{PROSE}\nShare"
    assert [line for _, line, _ in found(text, rule(words=WORDS, place=place))] == expected


def test_the_prose_itself_stands_in_neither_head_nor_tail() -> None:
    text = f"Share\n{PROSE}\nTweet"
    assert found(text, rule(patterns=[".*"], place="head")) == [("word", 1, "Share")]
    assert found(text, rule(patterns=[".*"], place="tail")) == [("word", 3, "Tweet")]


def test_without_prose_there_is_no_head_and_no_tail() -> None:
    text = "Share\nThe harbour reopened.\nShare"
    for place in ("head", "below", "tail"):
        assert found(text, rule(words=WORDS, place=place)) == []


def test_prose_has_twenty_words_and_ends_like_a_sentence() -> None:
    nineteen = "one " * 18 + "nineteen."
    twenty = "one " * 19 + "twenty."
    unfinished = "one " * 30 + "thirty"
    quoted = "“" + "one " * 19 + "twenty.”"
    tail = rule(words=WORDS, place="tail")
    assert found(f"{nineteen}\nShare", tail) == []
    assert found(f"{unfinished}\nShare", tail) == []
    assert found(f"{twenty}\nShare", tail) == [("word", 2, "Share")]
    assert found(f"{quoted}\nShare", tail) == [("word", 2, "Share")]


def test_a_sentence_of_ten_words_ends_the_text_unless_the_family_has_found_it() -> None:
    ten, nine = "Ten words on a line of their own suffice here.", "Nine words on a line do not suffice here."
    tail = rule(words=WORDS, place="tail")
    assert found(f"{PROSE}\nShare\n{ten}\nTweet", tail) == [("word", 4, "Tweet")]
    assert found(f"{PROSE}\nShare\n{nine}\nTweet", tail) == [("word", 2, "Share"), ("word", 4, "Tweet")]
    assert found(f"{PROSE}\nShare\n{ten}", tail, heading("page/form", ten)) == [("word", 2, "Share"), ("form", 3, ten)]
    assert found(f"{ten}\nShare", tail) == []


def test_prose_without_spaces_has_forty_characters() -> None:
    tail = rule(words=WORDS, place="tail")
    assert found("港" * 38 + "口。\nShare", tail) == []
    assert found("港" * 39 + "口。\nShare", tail) == [("word", 2, "Share")]


def test_a_run_may_have_to_hold_a_mark() -> None:
    run = rule(words={"en": ["Crime", "Health", "Home"]}, marks={"en": ["home"]}, run=2)
    assert found("Crime\nHealth\nThe end\n• Home\nCrime", run) == [("word", 4, "• Home\nCrime")]


def test_near_wants_a_line_that_the_family_has_found() -> None:
    near = rule(words=WORDS, near=2)
    assert found("Share\n\nThe end\n\nRelated Posts", near, heading()) == [("word", 1, "Share"), ("heading", 5, "Related Posts")]
    assert found("Share\nOne\nTwo\nRelated Posts", near, heading()) == [("heading", 4, "Related Posts")]
    assert found("Share\nRelated Posts", near, heading("other/heading")) == [("heading", 2, "Related Posts")]
    assert found("Share\nTweet", near) == []


def test_a_find_inside_a_line_makes_no_neighbour() -> None:
    inside = Rule("page/in", "phrases", Level.ERROR, "", "", phrases.Options(at="text", phrases={"en": ["ferry"]}), languages=("any",))
    near = rule(words=WORDS, near=1)
    assert found("Share\nThe ferry sailed on Monday.", near, inside) == [("in", 2, "ferry")]
    assert found("Share\nferry now", near, inside) == [("word", 1, "Share"), ("in", 2, "ferry")]


def test_together_is_content_with_enough_candidates_among_the_lines_so_near() -> None:
    together = rule(words=WORDS, near=2, together=3)
    assert found("Share\nTweet\n\nPrint\nThe end", together) == [("word", 1, "Share"), ("word", 2, "Tweet"), ("word", 4, "Print")]
    assert found("Share\nTweet\nThe end", together) == []
    assert found("Share\nOne\nTweet\nTwo\nPrint", together) == [("word", 3, "Tweet")]


def test_a_run_is_one_finding_and_blank_lines_do_not_break_it() -> None:
    run = rule(words=WORDS, run=3, fix="suggest")
    text = "Share\n\nTweet\nPrint\nThe end\nShare\nTweet"
    [one] = Engine([run]).check(from_text(text, "t"))
    assert (one.line, one.end_line, one.found, one.message) == (1, 4, "Share\n\nTweet\nPrint", "3: Share Tweet Print")
    assert one.replacements == ("",)
    assert one.fix is not None
    assert one.fix.safety == "suggest"
    edit = one.fix.edits[0]
    assert text[: edit.span.start] + text[edit.span.end :] == "The end\nShare\nTweet"


def test_a_shape_counts_from_the_line_below_a_heading() -> None:
    below = rule(shape="headline", after=["heading"], run=2)
    text = f"Fares to rise\nStorm ahead\n{PROSE}\n\nRelated Posts\n\nFares to rise\nWill it rain?\nIt rained. Then it stopped."
    assert found(text, below, heading()) == [("heading", 5, "Related Posts"), ("word", 7, "Fares to rise\nWill it rain?")]
    assert found(f"{text.splitlines()[4]}\nFares to rise\nIt rained.", below, heading()) == [("heading", 1, "Related Posts")]
    assert found("Related Posts\nFares to rise\nStorm ahead", below, heading("page/other")) == [("other", 1, "Related Posts")]


def test_a_long_line_is_no_headline() -> None:
    below = rule(shape="headline", after=["heading"])
    short, long = "word " * 23 + "end", "word " * 24 + "end"
    assert found(f"Related Posts\n{short}", below, heading()) == [("heading", 1, "Related Posts"), ("word", 2, short)]
    assert found(f"Related Posts\n{long}", below, heading()) == [("heading", 1, "Related Posts")]


def test_a_line_that_the_family_has_found_is_not_found_again() -> None:
    assert found("Share\nTweet", rule(words=WORDS), heading("page/first", "Share")) == [("first", 1, "Share"), ("word", 2, "Tweet")]
    assert found("Share\nTweet", rule(words=WORDS), heading("other/first", "Share")) == [
        ("first", 1, "Share"),
        ("word", 1, "Share"),
        ("word", 2, "Tweet"),
    ]


def test_rules_that_need_company_come_last_and_see_the_others_finds() -> None:
    alone, near = rule("page/z", words={"en": ["Reply"]}), rule("page/a", words=WORDS, near=1)
    assert found("Share\nReply", near, alone) == [("a", 1, "Share"), ("z", 2, "Reply")]


def test_spans_are_code_points_without_the_space_around() -> None:
    [one] = Engine([rule(words=WORDS)]).check(from_text("😀 é\u0301\r\n\t Share \r\n", "t"))
    assert (one.line, one.column, one.end_column, one.found) == (2, 3, 8, "Share")


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (Options(), [("words", "expected `words`, `patterns` or a `shape`")]),
        (Options(words={"en": ["…"]}), [("words", "the phrase '…' is empty once marks and punctuation are taken off")]),
        (Options(patterns=["("]), [("patterns", "RE2 refuses '(': missing ): (")]),
        (Options(shape="headline"), [("shape", "a shape proves nothing by itself; name the rules it must follow under `after`")]),
        (Options(words=WORDS, together=3), [("together", "say under `near` how many lines away the others may be")]),
        (Options(words=WORDS, near=-1), [("near", "expected 0 or more")]),
        (Options(words=WORDS, run=0), [("run", "expected 1 or more")]),
        (Options(words=WORDS), []),
    ],
)
def test_mistakes_in_the_options(options: Options, expected: list[tuple[str, str]]) -> None:
    assert list(problems(options)) == expected


def test_the_check_runs_after_the_others() -> None:
    assert lines.AFTER is True


def test_a_line_that_an_exception_matches_is_no_candidate() -> None:
    text = "Join our newsletter\nJoin our newsletter, he said\njoin our newsletter"
    assert found(text, rule(patterns=[r"(?i)join our newsletter.*"], unless=[r"\bsaid\b", r"^\p{Ll}"])) == [
        ("word", 1, "Join our newsletter")
    ]
    assert found(text, rule(words={"en": ["Join our newsletter"]}, unless=[r"^\p{Ll}"])) == [("word", 1, "Join our newsletter")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The hall was full.\n\nTweet\n\nis the word she chose.", []),
        ("Tweet\nis the word she chose.", []),
        ("The hall was full.\n\nTweet\n\nThe doors closed.", [("word", 3, "Tweet")]),
        ("The hall was full of\n\nTweet\n\npeople.", [("word", 3, "Tweet")]),
        ("The hall was full.\n\nTweet", [("word", 3, "Tweet")]),
    ],
)
def test_the_subject_of_the_line_below_is_no_candidate(text: str, expected: list[tuple[str, int, str]]) -> None:
    assert found(text, rule(words=WORDS, continued=False)) == expected
    assert [line for _, line, _ in found(text, rule(words=WORDS))] == [text[: text.index("Tweet")].count("\n") + 1]


def test_an_exception_that_re2_refuses_is_named() -> None:
    assert [(key, message.split(":")[0]) for key, message in problems(Options(patterns=["a"], unless=["(?=a)"]))] == [
        ("unless", "RE2 refuses '(?=a)'")
    ]
