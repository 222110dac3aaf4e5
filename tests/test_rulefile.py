"""Rule files: every mistake is refused with file, line, key and remedy; the cache is used, refreshed, and never trusted."""

from __future__ import annotations

import json
import os
import pathlib

import pytest

from lint import kinds, rulefile
from lint.errors import RuleError
from lint.kinds import pattern, phrases
from lint.model import Example, Level, Rule

GOOD = """\
id: fam/rule
kind: phrases
level: warning
message: "'{found}' is wrong."
why: It is wrong here.
at: text
phrases: {en: [dont know]}
examples:
  bad:
    - "I [[dont know]]."
  good:
    - "I do not know."
    - "Words."
"""


@pytest.fixture(autouse=True)
def _cache(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PRESSCHECK_CACHE", str(tmp_path / "cache"))


@pytest.fixture
def folder(tmp_path: pathlib.Path) -> pathlib.Path:
    (tmp_path / "rules" / "fam").mkdir(parents=True)
    return tmp_path / "rules"


def put(folder: pathlib.Path, text: str = GOOD, name: str = "fam/rule.yaml") -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8", newline="")


def refusal(folder: pathlib.Path) -> str:
    """The message, with the folder's name taken out."""
    with pytest.raises(RuleError) as caught:
        rulefile.load(str(folder), cache=False)
    return str(caught.value).replace(str(folder) + os.sep, "").replace(str(folder), "RULES")


def changed(old: str, new: str) -> str:
    assert GOOD.count(old) == 1
    return GOOD.replace(old, new)


def test_a_rule_is_read_whole(folder: pathlib.Path) -> None:
    more = "languages: [en, fr]\nfix: suggest\nscope: document\nsign: 1.5\nreferences: [A]\nseen: [B, C]\nwas: [fam/old]\npreview: true\n"
    put(
        folder,
        changed("examples:", more + "examples:").replace('    - "Words."', "    - {text: x, format: html, date: 2021-08-15, language: fr}"),
    )
    assert rulefile.load(str(folder), cache=False) == [
        Rule(
            id="fam/rule",
            kind="phrases",
            level=Level.WARNING,
            message="'{found}' is wrong.",
            why="It is wrong here.",
            options=phrases.Options(at="text", phrases={"en": ["dont know"]}),
            languages=("en", "fr"),
            fix="suggest",
            scope="document",
            sign=1.5,
            preview=True,
            bad=(Example("I [[dont know]]."),),
            good=(Example("I do not know."), Example("x", "html", "2021-08-15", "fr")),
            references=("A",),
            seen=("B", "C"),
            was=("fam/old",),
            path=str(folder / "fam" / "rule.yaml"),
        )
    ]


def test_defaults_and_one_language_as_text(folder: pathlib.Path) -> None:
    put(folder, changed("at: text", "languages: any\nat: text"))
    (rule,) = rulefile.load(str(folder), cache=False)
    assert (rule.languages, rule.fix, rule.scope, rule.sign, rule.preview, rule.was) == (("any",), "none", "text", 0.0, False, ())
    put(folder)
    (rule,) = rulefile.load(str(folder), cache=False)
    assert (rule.languages, rule.family, rule.applies_to("en"), rule.applies_to("fr")) == (("en",), "fam", True, False)


def test_rules_are_sorted_and_hidden_names_left_out(folder: pathlib.Path) -> None:
    for name in ("b", "a", "_draft", ".hidden"):
        put(folder, changed("fam/rule", f"fam/{name}"), f"fam/{name}.yaml")
    put(folder, "not a rule", "_data/fam/list.yaml")
    put(folder, "not a rule", "fam/README.md")
    put(folder, changed("fam/rule", "all/z"), "all/z.yaml")
    assert [rule.id for rule in rulefile.load(str(folder), cache=False)] == ["all/z", "fam/a", "fam/b"]


def test_a_value_is_read_from_the_familys_data(folder: pathlib.Path) -> None:
    put(folder, changed("phrases: {en: [dont know]}", "phrases_from: list"))
    put(folder, "en: [dont know, wont go]\n", "_data/fam/list.yaml")
    assert rulefile.load(str(folder), cache=False)[0].options.phrases == {"en": ["dont know", "wont go"]}


MESSAGE = "message: \"'{found}' is wrong.\""
REFUSED = [
    ("- a\n- b\n", "fam/rule.yaml:1: expected a mapping with the keys id, kind, level, message, why and examples"),
    ("", "fam/rule.yaml:1: expected a mapping with the keys id, kind, level, message, why and examples"),
    (changed("id: fam/rule\n", ""), "fam/rule.yaml:1: id: the key is missing"),
    (changed("kind: phrases\n", ""), "fam/rule.yaml:1: kind: the key is missing"),
    (changed("id: fam/rule", "id: fam/role"), "fam/rule.yaml:1: id: expected 'fam/rule', as the file is named; found 'fam/role'"),
    (changed("kind: phrases", "kind: phrase"), "fam/rule.yaml:2: kind: there is no kind 'phrase'; did you mean 'phrases'?"),
    (
        changed("kind: phrases", "kind: 3"),
        "fam/rule.yaml:2: kind: there is no kind '3'; known: bilingual, edits, expressions, frames, grammar, lines, names, pattern,"
        " phrases, structure, verdict, weighed",
    ),
    (changed("why:", "wyh:"), "fam/rule.yaml:5: wyh: no such key in a rule of kind phrases; did you mean 'why'?"),
    (changed("at: text", "att: text"), "fam/rule.yaml:6: att: no such key in a rule of kind phrases; did you mean 'at'?"),
    (changed("at: text", "at: text\nqqqq: 1"), "fam/rule.yaml:7: qqqq: no such key in a rule of kind phrases"),
    (changed("why: It is wrong here.\n", ""), "fam/rule.yaml:1: the file: the key is missing: 'why'"),
    (changed("at: text\n", ""), "fam/rule.yaml:1: the file: the key is missing: 'at'"),
    (changed("at: text", "at: middle"), "fam/rule.yaml:6: at: invalid enum value 'middle'"),
    (changed("level: warning", "level: grave"), "fam/rule.yaml:3: level: invalid enum value 'grave'"),
    (changed("why: It is wrong here.", "why: 3"), "fam/rule.yaml:5: why: expected 'str', got 'int'"),
    (changed("at: text", "at: text\nsign: much"), "fam/rule.yaml:7: sign: expected 'float', got 'str'"),
    (changed("at: text", "at: text\npreview: 1"), "fam/rule.yaml:7: preview: expected 'bool', got 'int'"),
    (changed("en: [dont know]", "en: [dont know, 3]"), "fam/rule.yaml:7: phrases.1: expected 'str', got 'int'"),
    (changed("phrases: {en: [dont know]}", "phrases: [dont know]"), "fam/rule.yaml:7: phrases: expected 'object', got 'array'"),
    (changed("  good:", "  god:"), "fam/rule.yaml:11: examples.god: no such key; did you mean 'good'?"),
    (changed('    - "Words."\n', ""), "fam/rule.yaml:8: examples: expected at least one bad and two good examples"),
    (changed('    - "Words."', "    - {text: x, format: word}"), "fam/rule.yaml:13: examples.good.1.format: invalid enum value 'word'"),
    (changed(MESSAGE, 'message: ""'), "fam/rule.yaml:4: message: expected one line of text"),
    (changed(MESSAGE, 'message: "a\\nb"'), "fam/rule.yaml:4: message: expected one line of text"),
    (
        changed("'{found}' is", "'{found' is"),
        "fam/rule.yaml:4: message: expected '}' before end of string; write {{ and }} for braces",
    ),
    (
        changed("at: text", "at: text\nlanguages: [English]"),
        "fam/rule.yaml:7: languages: expected two-letter codes or 'any'; found 'English'",
    ),
    (changed("at: text", "at: text\nat: line"), "fam/rule.yaml:7: at: the key stands twice; keep one (the first is on line 6)"),
    (changed("at: text", "at: text\non: 1"), "fam/rule.yaml:7: the key 'on' is not text; put it in quotes"),
    (changed("at: text", "at: [text"), "fam/rule.yaml:7: is not valid YAML: did not find expected ',' or ']'"),
    (changed("at: text", "at: *x"), "fam/rule.yaml:6: is not valid YAML: found undefined alias"),
    (changed("{en: [dont know]}", "{}"), "fam/rule.yaml:7: phrases: expected at least one phrase, here or under `replace`"),
    (
        changed("en: [dont know]", "en: ['» …']"),
        "fam/rule.yaml:7: phrases: the phrase '» …' is empty once marks and punctuation are taken off",
    ),
    (
        changed("en: [dont know]", "en: ['{num} comments']"),
        "fam/rule.yaml:7: phrases: {num} in '{num} comments' is no variable; known: n, date, service, name, names, site, any, rest",
    ),
    (
        changed("phrases: {en: [dont know]}", "phrases: {en: [x]}\nphrases_from: list"),
        "fam/rule.yaml:8: phrases_from: give `phrases` or `phrases_from`, not both",
    ),
    (
        changed("phrases: {en: [dont know]}", "phrases_from: lost"),
        f"fam/rule.yaml:7: phrases_from: there is no data file {os.path.join('_data', 'fam', 'lost.yaml')}; did you mean 'list'?",
    ),
    (
        changed("phrases: {en: [dont know]}", "patterns_from: list"),
        "fam/rule.yaml:7: patterns_from: no such key in a rule of kind phrases",
    ),
]


@pytest.mark.parametrize(("text", "message"), REFUSED, ids=[m.partition(": ")[2][:50] for _, m in REFUSED])
def test_a_mistake_is_named_with_file_line_key_and_remedy(folder: pathlib.Path, text: str, message: str) -> None:
    put(folder, text)
    put(folder, "en: [x]\n", "_data/fam/list.yaml")
    assert refusal(folder) == message


def pattern_rule(options: str) -> str:
    return changed("kind: phrases", "kind: pattern").replace("at: text\nphrases: {en: [dont know]}", options)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ("patterns: []", "patterns: expected at least one expression"),
        ("patterns: ['a(']", "patterns: RE2 refuses 'a(': missing ): a("),
        ("patterns: ['a(?=b)']", "patterns: RE2 refuses 'a(?=b)': invalid perl operator: (?="),
        ("patterns: ['a*']", "patterns: 'a*' matches the empty text"),
        ("patterns: ['a']\nunless: ['(']", "unless: RE2 refuses '(': missing ): ("),
        (r"patterns: ['é\b']", r"""patterns: 'é\\b' in 'é\\b': RE2's \b \w \d \s know ASCII only; use \pL, \pN and `word:`"""),
        (r"patterns: ['\w(é)']", r"""patterns: '\\w(é' in '\\w(é)': RE2's \b \w \d \s know ASCII only; use \pL, \pN and `word:`"""),
        ("patterns: ['a']\ncase: some", "case: invalid enum value 'some'"),
    ],
)
def test_a_patterns_mistake_is_named(folder: pathlib.Path, options: str, message: str) -> None:
    put(folder, pattern_rule(options))
    line = 7 if "\n" in options else 6
    assert refusal(folder) == f"fam/rule.yaml:{line}: {message}"


def test_the_folder_itself_is_named(folder: pathlib.Path) -> None:
    assert refusal(folder) == "RULES: no rule files; expected FAMILY/NAME.yaml below it"
    with pytest.raises(RuleError, match=r"nowhere: there is no such folder of rules$"):
        rulefile.load(str(folder / "nowhere"))
    put(folder, GOOD, "fam/rule.yml")
    assert refusal(folder) == f"{os.path.join('fam', 'rule.yml')}: a rule file ends in .yaml; rename it"


def test_a_file_that_is_not_utf8_is_named(folder: pathlib.Path) -> None:
    (folder / "fam" / "rule.yaml").write_bytes(GOOD.replace("wrong here", "wröng").encode("latin-1"))
    assert refusal(folder) == "fam/rule.yaml: is not UTF-8 (byte 86); save it as UTF-8"


def test_an_id_and_a_former_id_are_given_once(folder: pathlib.Path) -> None:
    put(folder)
    put(folder, changed("fam/rule", "fam/young").replace("at: text", "at: text\nwas: [fam/rule]"), "fam/young.yaml")
    assert refusal(folder) == "fam/young.yaml: id: 'fam/rule' is taken by fam/rule.yaml; ids and former ids are given once"


def stored(tmp_path: pathlib.Path) -> pathlib.Path:
    (path,) = (tmp_path / "cache").iterdir()
    return path


def test_the_cache_is_used(folder: pathlib.Path, tmp_path: pathlib.Path) -> None:
    put(folder)
    first = rulefile.load(str(folder))
    content = json.loads(stored(tmp_path).read_text(encoding="utf-8"))
    assert content["rules"][0]["why"] == "It is wrong here."
    content["rules"][0]["why"] = "Read from the cache."
    stored(tmp_path).write_text(json.dumps(content), encoding="utf-8")
    (second,) = rulefile.load(str(folder))
    assert (first[0].why, second.why) == ("It is wrong here.", "Read from the cache.")
    assert (second.options, second.bad, second.level) == (first[0].options, first[0].bad, first[0].level)
    assert rulefile.load(str(folder), cache=False) == first


def test_the_cache_gives_equal_rules_of_every_kind(tmp_path: pathlib.Path) -> None:
    cold = rulefile.load(rulefile.shipped())
    assert rulefile.load(rulefile.shipped()) == cold == rulefile.load(rulefile.shipped(), cache=False)


def test_the_cache_depends_on_the_modules_of_the_kinds(folder: pathlib.Path, tmp_path: pathlib.Path) -> None:
    put(folder)
    rulefile.load(str(folder))
    stamped = {pathlib.Path(entry[0]).name for entry in json.loads(stored(tmp_path).read_text(encoding="utf-8"))["stamp"][2:]}
    assert {f"{name}.py" for name, module in kinds.KINDS.items() if module.startswith(".")} | {"ruleschema.py"} <= stamped


@pytest.mark.parametrize("change", ["edited", "added", "taken away", "data"])
def test_the_cache_is_refreshed_when_a_file_changes(folder: pathlib.Path, change: str) -> None:
    put(folder, changed("phrases: {en: [dont know]}", "phrases_from: list"))
    put(folder, changed("fam/rule", "fam/second"), "fam/second.yaml")
    put(folder, "en: [dont know]\n", "_data/fam/list.yaml")
    assert [rule.id for rule in rulefile.load(str(folder))] == ["fam/rule", "fam/second"]
    if change == "edited":
        put(folder, changed("fam/rule", "fam/second").replace("It is wrong here.", "It is false here."), "fam/second.yaml")
        assert rulefile.load(str(folder))[1].why == "It is false here."
    elif change == "added":
        put(folder, changed("fam/rule", "fam/third"), "fam/third.yaml")
        assert [rule.id for rule in rulefile.load(str(folder))] == ["fam/rule", "fam/second", "fam/third"]
    elif change == "taken away":
        (folder / "fam" / "second.yaml").unlink()
        assert [rule.id for rule in rulefile.load(str(folder))] == ["fam/rule"]
    else:
        put(folder, "en: [wont know]\n", "_data/fam/list.yaml")
        assert rulefile.load(str(folder))[0].options.phrases == {"en": ["wont know"]}


def test_the_cache_is_refreshed_when_a_table_changes(folder: pathlib.Path) -> None:
    put(folder, changed("phrases: {en: [dont know]}", "replace_from: table").replace("fix: safe", "fix: suggest"))
    head = "origin\twhat\twrong\tright\texample\n"
    put(folder, head + "Persian\toffice\tdont know\tdo not know\tWe dont know.\n", "_data/fam/table.tsv")
    assert rulefile.load(str(folder))[0].options.replace == {"dont know": "do not know"}
    put(folder, head + "Persian\toffice\tdont know\tdoubt\tWe dont know.\n", "_data/fam/table.tsv")
    assert rulefile.load(str(folder))[0].options.replace == {"dont know": "doubt"}


@pytest.mark.parametrize("damage", ["", "[]", "{}", "null", "\0", '{"stamp": 1', "short", "fewer", "other", "latin"])
def test_a_damaged_cache_is_ignored_and_made_anew(folder: pathlib.Path, tmp_path: pathlib.Path, damage: str) -> None:
    put(folder)
    rules = rulefile.load(str(folder))
    path = stored(tmp_path)
    whole = path.read_text(encoding="utf-8")
    if damage == "short":
        path.write_text(whole[: len(whole) // 2], encoding="utf-8")
    elif damage in ("fewer", "other"):
        content = json.loads(whole)
        content["rules"][0].pop("level") if damage == "fewer" else content["rules"][0].update(surprise=1)
        path.write_text(json.dumps(content), encoding="utf-8")
    elif damage == "latin":
        path.write_bytes(b"\xff\xfe\xff")
    else:
        path.write_text(damage, encoding="utf-8")
    assert rulefile.load(str(folder)) == rules
    assert path.read_text(encoding="utf-8") == whole


def test_a_cache_folder_that_cannot_be_written_costs_nothing_but_time(
    folder: pathlib.Path, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(folder)
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    monkeypatch.setenv("PRESSCHECK_CACHE", str(tmp_path / "file" / "below"))
    assert [rule.id for rule in rulefile.load(str(folder))] == ["fam/rule"]


def test_two_folders_have_a_cache_each(folder: pathlib.Path, tmp_path: pathlib.Path) -> None:
    put(folder)
    put(tmp_path / "other", changed("It is wrong here.", "It is other."), "fam/rule.yaml")
    assert [rulefile.load(str(f))[0].why for f in (folder, tmp_path / "other", folder)] == [
        "It is wrong here.",
        "It is other.",
        "It is wrong here.",
    ]


def test_a_pattern_rule_has_the_options_of_its_kind(folder: pathlib.Path) -> None:
    put(folder, pattern_rule("patterns: ['ab+']\nunless: [x]\nreplace: c\nword: false\ncase: ignore\nplace: tail"))
    assert rulefile.load(str(folder))[0].options == pattern.Options(["ab+"], ["x"], "c", False, "ignore", "tail")
