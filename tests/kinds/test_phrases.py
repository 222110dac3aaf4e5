"""The kind `phrases`: where a phrase may stand, what doesn't matter, what the variables stand for."""

from __future__ import annotations

import time

import pytest

from lint.engine import Engine
from lint.formats import from_text
from lint.kinds.phrases import VARIABLES, Options, normalise, normalise_line
from lint.model import Level, Rule


def rule(name: str = "a/x", at: str = "text", fix: str = "none", **options: object) -> Rule:
    values = {"phrases": {}, **options}
    return Rule(name, "phrases", Level.WARNING, "'{found}'.", "", Options(at=at, **values), languages=("any",), fix=fix)  # type: ignore[arg-type]


def found(text: str, *rules: Rule) -> list[tuple[int, int, str]]:
    return [(d.line, d.column, d.found) for d in Engine(rules).check(from_text(text, "t"))]


def phrase(text: str, *phrases: str, at: str = "text", case: str = "ignore") -> list[tuple[int, int, str]]:
    return found(text, rule(at=at, phrases={"en": list(phrases)}, case=case))


@pytest.mark.parametrize(
    "line",
    [
        "Read more",
        "read MORE",
        "  Read more  ",
        "Read  more",
        "Read\u00a0more",
        "» Read more",
        "- Read more",
        "• Read more »",
        "Read more >",
        "Read more…",
        "Read more...",
        "Read more:",
        "→ Read more",
        "\ufeffRead more",
    ],
)
def test_a_whole_line_may_carry_marks_and_closing_punctuation(line: str) -> None:
    assert phrase(f"One.\n{line}\nTwo.", "Read more", at="line") == [(2, line.index(line.strip()) + 1, line.strip())]
    assert phrase(f"One.\n{line}\nTwo.", "» Read more …", at="line") == [(2, line.index(line.strip()) + 1, line.strip())]


@pytest.mark.parametrize(
    "line", ["Read more books", "I read more", "Readmore", "Read more?", "Read more, please", '"Read more"', "Read-more"]
)
def test_a_line_with_more_on_it_is_not_the_phrase(line: str) -> None:
    assert phrase(f"One.\n{line}\nTwo.", "Read more", at="line") == []


def test_start_and_end_leave_the_rest_of_the_line_out_of_the_span() -> None:
    text = "» Read more: the talks\nHe read more: books\nThe talks | Read more\nThe talks. Read more …\nRead more of it"
    assert phrase(text, "Read more", at="end") == [(3, 13, "Read more"), (4, 12, "Read more")]
    assert phrase(text, "Read more", at="start") == [(1, 3, "Read more"), (5, 1, "Read more")]


def test_running_text_wants_word_borders() -> None:
    text = "The chairman's chairmanship: chairman, Chairman; vicechairman, éChairman, chairmané, chairman"
    assert phrase(text, "chairman") == [(1, 5, "chairman"), (1, 30, "chairman"), (1, 40, "Chairman"), (1, 86, "chairman")]


def test_running_text_crosses_a_wrapped_line_but_no_paragraph() -> None:
    wide = "The minister said in a long line of this text that he would\ngo on at the talks in the capital until they were all over."
    assert phrase(wide, "would go on") == [(1, 55, "would\ngo on")]
    assert phrase("He said he would\n\ngo on.", "would go on") == []


@pytest.mark.parametrize(
    ("written", "listed"),
    [
        ("don’t  know", "don't know"),
        ("don't know", "don’t know"),
        ("“so called”", '"so called"'),
        ("«so called»", "“so called”"),
        ("day–long", "day-long"),
        ("STRASSE", "strasse"),
        ("İstanbul talks", "İstanbul talks"),
    ],
)
def test_kinds_of_quotes_dashes_spaces_and_letter_case_do_not_matter(written: str, listed: str) -> None:
    assert phrase(f"It is {written} here.", listed) == [(1, 7, written)]
    # at the ends of a line « and » are arrows
    assert phrase(f"One.\n{written}\n", listed, at="line") == ([] if "«" in written else [(2, 1, written)])


@pytest.mark.parametrize("at", ["line", "start", "end", "text"])
def test_case_exact_keeps_to_the_letter_case(at: str) -> None:
    assert phrase("Reuters News\nreuters news", "Reuters News", at=at, case="exact") == [(1, 1, "Reuters News")]
    assert phrase("3 Comments\n3 comments", "{n} Comments", at=at, case="exact") == [(1, 1, "3 Comments")]


@pytest.mark.parametrize(
    ("variable", "good", "bad"),
    [
        ("n", ["1", "1,024", "12.5", "3k", "٣"], ["no", "one", ""]),
        (
            "date",
            ["2021-08-15", "15/8/21", "15 August 2021", "15th Aug. 2021", "August 15, 2021", "Sept 1st 2021"],
            ["August", "2021", "15 2021"],
        ),
        ("name", ["Ann", "Ann O’Neill", "Jean-Luc X", "Élan Ünal", "A. B. C. D."], ["ann", "A B C D E"]),
        ("any", ["x", "some thing, or other", "x" * 60], ["", "one. two", "x" * 61]),
    ],
)
def test_what_a_variable_stands_for(variable: str, good: list[str], bad: list[str]) -> None:
    for text in good:
        line = f"see {text} here"
        assert phrase(line, f"see {{{variable}}} here", at="line") == [(1, 1, line)], text
        assert phrase(f"We {line} now.", f"see {{{variable}}} here") == [(1, 4, line)], text
    for text in bad:
        assert phrase(f"see {text} here", f"see {{{variable}}} here", at="line") == [], text


def test_the_rest_of_the_line() -> None:
    assert phrase("Photo: A. Name / Agency\nPhoto:", "Photo: {rest}", at="line") == [(1, 1, "Photo: A. Name / Agency")]
    assert sorted(VARIABLES) == ["any", "date", "n", "name", "names", "rest", "service", "site"]


def test_templates_keep_literal_signs() -> None:
    assert phrase("Rate (3) + more\nRate 3 more", "rate ({n}) + more", at="line") == [(1, 1, "Rate (3) + more")]


@pytest.mark.parametrize("at", ["text", "line"])
def test_languages_without_spaces_need_no_word_borders(at: str) -> None:
    assert phrase("新华社报道\n阅读全文", "阅读全文", at=at) == [(2, 1, "阅读全文")]
    assert phrase("点击阅读全文吧。", "阅读全文", at="text") == [(1, 3, "阅读全文")]


def test_a_replacement_belongs_to_its_phrase() -> None:
    both = rule(fix="suggest", replace={"could of": "could have", "alot": "a lot"}, phrases={"en": ["alot"]})
    found_ = Engine([both]).check(from_text("He could of done alot.", "t"))
    assert [(d.found, d.replacements) for d in found_] == [("could of", ("could have",)), ("alot", ("a lot",))]


def test_a_fix_without_replacements_removes() -> None:
    (one,) = Engine([rule(at="line", fix="safe", phrases={"en": ["Share"]})]).check(from_text("One.\n\nShare\n\nTwo.", "t"))
    assert one.replacements == ("",)
    assert one.fix
    assert [(e.span, e.text) for e in one.fix.edits] == [((6, 13), "")]


def test_one_place_for_several_rules_and_phrases_of_all_languages() -> None:
    text = "Mehr lesen\nRead more"
    rules = (
        rule("a/x", at="line", phrases={"en": ["read more"], "de": ["mehr lesen"]}),
        rule("b/x", at="line", phrases={"en": ["Read More"]}),
    )
    assert found(text, *rules) == [(1, 1, "Mehr lesen"), (2, 1, "Read more"), (2, 1, "Read more")]


def test_five_thousand_phrases_cost_little_more_than_five_hundred() -> None:
    text = "The minister said on Sunday that the talks would go on until the end of the week in the capital.\n" * 1500

    def seconds(count: int) -> float:
        words = ["the", "talks", "would", "minister", "sunday"]
        rules = [rule(f"a/r{i}", phrases={"en": [f"{words[i % 5]} number{i}", f"{words[i % 3]} {i} times"]}) for i in range(count)]
        engine, best = Engine(rules), 9.0
        for _ in range(3):
            start = time.process_time()
            assert engine.check(from_text(text, "t")) == []
            best = min(best, time.process_time() - start)
        return best

    assert seconds(5000) < 3 * seconds(500) + 0.05


def test_normalising() -> None:
    assert normalise("“It’s”  A—B") == '"it\'s" a-b'
    assert normalise_line(" • » Read  More… ") == "read more"


@pytest.mark.parametrize("line", ["12 comments", "1,204 Comments", "• 3.5k comments:", "١٢ comments", "0 comments"])
def test_a_number_on_a_whole_line_may_be_any_number(line: str) -> None:
    assert phrase(f"One.\n{line}\nTwo.", "{n} comments", at="line") == [(2, 1, line)]


@pytest.mark.parametrize("line", ["comments", "twelve comments", "12 comments more", "12comments", "12 of 14 comments"])
def test_a_number_on_a_whole_line_is_one_number(line: str) -> None:
    assert phrase(f"One.\n{line}\nTwo.", "{n} comments", at="line") == []


@pytest.mark.parametrize(
    ("template", "good", "bad"),
    [
        (
            "Updated {date}",
            [
                "Updated 3:14 PM ET, Mon January 3, 2022",
                "Updated Nov. 20, 2019 1:35 a.m.",
                "Updated 14. Mai 2019, 10:15 Uhr",
                "Updated 3 hours ago",
                "Updated 10:05 AM",
            ],
            ["Updated", "Updated figures", "Updated 12", "Updated May"],
        ),
        ("İLGİLİ HABER: {rest}", ["İLGİLİ HABER: Deniz çekildi"], ["İLGİLİ HABER:"]),
        ("{n} views: {any}", ["4 812 views: harbour", "812 views: harbour"], ["4 81 views: harbour"]),
        (
            "Share on {service}",
            ["Share on Facebook", "Share on X", "Share on Google News", "Share on X (formerly Twitter)"],
            ["Share on Friday"],
        ),
        (
            "By {names}",
            ["By Ann Lee", "By Ann Lee and Juan de la Cruz", "By A. Lee, B. Roe & C. Poe"],
            ["By night", "By", "By Ann Lee and friends"],
        ),
        (
            "News from {site}",
            ["News from islandherald.example", "News from The Voice of the North"],
            ["News from the north", "News from them"],
        ),
        ("{date} by {name}", ["May 14, 2019 by Ann Lee", "Tuesday, 14 May 2019 by Ann Lee"], ["Friday by Ann Lee", "14 by Ann Lee"]),
        ("{any} on {service}: {rest}", ["Harbour on Facebook: new boats"], ["Harbour: on Facebook new", "on Facebook: new boats"]),
    ],
)
def test_templates_on_whole_lines(template: str, good: list[str], bad: list[str]) -> None:
    for text in good:
        assert phrase(text, template, at="line") == [(1, 1, text)], text
    for text in bad:
        assert phrase(text, template, at="line") == [], text


CHAIN = ("Share this article", "{n} comments", "Enter your email address", "Posted in {any} by {name}")


def chained(text: str, at: str) -> list[tuple[int, int, str]]:
    return found(text, rule(at=at, phrases={"en": list(CHAIN)}, weak={"en": ["Print", "E-mail", "Save"]}))


@pytest.mark.parametrize(
    "line",
    [
        "Share this article 12 comments",
        "Share this article12 comments",
        "Share this article | Print",
        "Print E-mail Save",
        "Share this article May 14, 2019 12 comments",
        "Posted in Harbour by Ann Lee | 3 comments »",
    ],
)
def test_a_row_is_made_of_phrases(line: str) -> None:
    assert chained(f"One.\n{line}\nTwo.", "joined") == [(2, 1, line)]


@pytest.mark.parametrize(
    "line", ["Share this article", "Share this article with her", "Print E-mail", "12 comments on it | Print", "May 14, 2019", "3 | 4 | 5"]
)
def test_a_row_has_nothing_else_and_more_than_one_phrase(line: str) -> None:
    assert chained(f"One.\n{line}\nTwo.", "joined") == []


def test_a_tail_stands_behind_the_end_of_a_sentence() -> None:
    assert chained("He left. Share this article", "joined") == [(1, 10, "Share this article")]
    assert chained("He left.Share this article  12 comments", "joined") == [(1, 9, "Share this article  12 comments")]
    assert chained("He left, she said.”  Share this article.", "joined") == [(1, 22, "Share this article.")]
    for text in (
        "Share this article",
        "He left to Share this article",
        "He left. share this article",
        "He left. Share this article, he said.",
    ):
        assert chained(text, "joined") == [], text


def test_a_head_stands_in_front_of_a_sentence_of_prose() -> None:
    prose = "The harbour reopened on Monday after a strike of three weeks."
    assert chained(f"Share this article {prose}", "joined") == [(1, 1, "Share this article")]
    assert chained(f"Share this article 12 comments {prose}", "joined") == [(1, 1, "Share this article 12 comments")]
    for text in (f"Print {prose}", "Share this article Harbour Reopens", f"Share this article with {prose}", f"12 {prose}"):
        assert chained(text, "joined") == [], text


def test_a_phrase_between_sentences_is_a_whole_sentence_of_three_words() -> None:
    assert chained("He left. Share this article. She stayed at home.", "joined") == [(1, 10, "Share this article.")]
    for text in (
        "He left. Share this article with her. She sat.",
        "He left. Print. She stayed at home.",
        "He left: share this article. She sat.",
    ):
        assert chained(text, "joined") == [], text


def test_a_phrase_in_brackets() -> None:
    assert chained("He left [Share this article] at noon.", "joined") == [(1, 9, "[Share this article]")]
    assert chained("He left (share this article) at noon.", "joined") == [(1, 9, "(share this article)")]
    assert chained("He left (share this article of faith) at [Print] noon.", "joined") == []


def test_a_decimal_point_ends_no_sentence() -> None:
    assert chained("It cost 23.99 comments", "joined") == []
    assert chained("It ended. 99 comments", "joined") == [(1, 11, "99 comments")]
