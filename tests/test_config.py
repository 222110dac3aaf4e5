"""presscheck.yaml: where it is found, what it may hold, what it does, and what is said about what it may not hold."""

from __future__ import annotations

import os
import pathlib
import time

import pytest
from workspace import Workspace

from lint.config import Config, find, load
from lint.errors import ConfigError
from lint.globs import decide, translate
from lint.model import Settings
from lint.run import Request, Run

TEH = "a.txt:1:1: warning: 'teh' is 'the'. [demo/teh]"
NOTE = "a.txt:1:5: note: 'utilise' may be 'use'. [demo/utilise]"
REPLY = "a.txt:3:1: error: 'Leave a Reply' is left over. [demo/reply]"


def lines(workspace: Workspace, config: str, *options: str, path: str = "a.txt") -> list[str]:
    workspace.write("presscheck.yaml", "rules: demo-rules\ngrammar: {engine: off}\n" + config)
    workspace.write(path, "teh utilise\n\nLeave a Reply\n")
    return workspace.run(*options, path).lines


def test_the_nearest_file_upwards_from_the_working_directory_holds(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    workspace.write("deep/er/a.txt", "teh\n")
    workspace.write("other/presscheck.yaml", "select: demo\nrules: ../demo-rules\nlevels: {demo/teh: note}\n")
    workspace.write("other/a.txt", "teh\n")
    monkeypatch.chdir("deep/er")
    assert find(".") == str(workspace.folder / "presscheck.yaml")
    assert workspace.run("a.txt").lines == [TEH]
    assert workspace.run("../../other/a.txt").lines == [f"../../other/{TEH}"]
    assert workspace.run("--config", "../../other/presscheck.yaml", "a.txt").lines == ["a.txt:1:1: note: 'teh' is 'the'. [demo/teh]"]
    ran = workspace.run("--no-config", "--select", "demo", "a.txt")
    assert (ran.code, ran.lines) == (2, [])
    assert workspace.run("--config", "none.yaml", "a.txt").said == ["presscheck: error: none.yaml: there is no such configuration file"]


def test_select_ignore_and_levels(workspace: Workspace) -> None:
    assert lines(workspace, "select: demo") == [TEH, NOTE, REPLY]
    assert lines(workspace, "select: [demo/teh, demo/reply]\nignore: demo") == [TEH, REPLY]
    assert lines(workspace, "select: demo\nignore: [demo/teh]") == [NOTE, REPLY]
    assert lines(workspace, "select: demo\nlevels: {demo/teh: off, demo/reply: note}") == [NOTE, REPLY.replace("error", "note")]
    raised = [TEH.replace("warning", "error"), NOTE, REPLY]
    assert lines(workspace, "select: demo\nlevels: {demo: error, demo/utilise: note}") == raised
    assert lines(workspace, "select: demo\nignore: [demo/teh]", "--select", "demo/teh") == [TEH]
    assert lines(workspace, "select: demo/teh", "--ignore", "demo/teh") == []


def test_overrides_hold_for_their_files(workspace: Workspace) -> None:
    config = (
        'select: demo\noverrides:\n  - {files: "letters/", ignore: demo/teh}\n'
        '  - {files: ["*.q.txt"], select: demo/teh, levels: {demo/teh: note}}\n'
    )
    assert lines(workspace, config) == [TEH, NOTE, REPLY]
    assert lines(workspace, config, path="letters/a.txt") == [f"letters/{NOTE}", f"letters/{REPLY}"]
    assert lines(workspace, config, path="a.q.txt") == ["a.q.txt:1:1: note: 'teh' is 'the'. [demo/teh]"]
    ran = workspace.run("letters/a.txt", "a.q.txt", "a.txt")
    assert [line.partition(":")[0] for line in ran.lines] == ["letters/a.txt"] * 2 + ["a.q.txt"] + ["a.txt"] * 3


def test_the_language_comes_from_the_option_then_the_last_override_then_the_configuration(workspace: Workspace) -> None:
    config = "rules: demo-rules\nlanguage: de\noverrides:\n- {files: fr/, language: fr}\n- {files: q.txt, language: es}\n"
    workspace.write("presscheck.yaml", config)
    run = Run(Request(load("presscheck.yaml")))
    assert [run.language(path) for path in ("a.txt", "fr/a.txt", "fr/q.txt", "q.txt")] == ["de", "fr", "es", "es"]
    assert Run(Request(load("presscheck.yaml"), language="ru")).language("fr/q.txt") == "ru"
    assert Run(Request(Config(folder=str(workspace.folder)))).language("a.txt") is None


def test_extends_puts_the_nearer_file_over_the_farther(workspace: Workspace) -> None:
    base = "select: demo\nignore: demo/reply\nlevels: {demo/teh: error, demo/utilise: warning}\nnames: [Ghani]\n"
    workspace.write("house/base.yaml", base)
    workspace.write("house/more.yaml", "extends: base.yaml\nnames: [Zalmay]\nfail_level: note\n")
    config = "extends: house/more.yaml\nlevels: {demo/teh: note}\nnames: [Khan]\n"
    assert lines(workspace, config) == [TEH.replace("warning", "note"), NOTE.replace("note", "warning")]
    path = workspace.folder / "presscheck.yaml"
    loaded = load(str(path))
    assert loaded.names == ("Ghani", "Zalmay", "Khan")
    assert loaded.fail_level == "note"
    assert loaded.place("levels/demo/utilise") == f"{workspace.folder}/house/base.yaml:3"
    workspace.write("house/base.yaml", "extends: more.yaml\n")
    with pytest.raises(ConfigError, match=r"house/base\.yaml: extends: .*more\.yaml extends this file in turn; take one of the two out"):
        load(str(path))


def test_settings_reach_the_kinds(workspace: Workspace) -> None:
    text = "names: [Ghani]\nwords: [teh]\ngrammar: {engine: harper, server: 'http://localhost:1', java: /j}\n"
    workspace.write("presscheck.yaml", text)
    assert load("presscheck.yaml").settings == Settings(("Ghani",), ("teh",), "harper", "http://localhost:1", "/j")
    assert Config().settings == Settings()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("- a\n", "1: expected a mapping with keys such as extends, select, ignore, levels"),
        ("selects: demo\n", "1: selects: no such key; did you mean 'select'?"),
        ("\nignore: [no]\n", "2: ignore.0: expected text, found a yes-or-no value; put it in quotes"),
        ("select:\n", "1: select: expected text, found nothing; put it in quotes"),
        ("ignore: a\nignore: b\n", "2: ignore: the key stands twice; keep one (the first is on line 1)"),
        ("levels: [a]\n", "1: levels: expected a mapping of rules to levels, such as names/misspelled: note"),
        ("levels:\n  demo/teh: grave\n", "2: levels.demo/teh: expected note, warning, error, off; found 'grave'"),
        ("fail_level: off\n", "1: fail_level: expected text, found a yes-or-no value; put it in quotes"),
        ("fail_level: never\n", "1: fail_level: expected note, warning, error; found 'never'"),
        ("grammar:\n  engin: off\n", "2: grammar.engin: no such key; did you mean 'engine'?"),
        ("grammar: {engine: java}\n", "1: grammar.engine: expected auto, languagetool, harper, off; found 'java'"),
        ("language: English\n", "1: language: expected a two-letter code such as en; found 'English'"),
        ("language: no\n", "1: language: expected text, found a yes-or-no value; put it in quotes"),
        ("exclude: ['[a']\n", "1: exclude: '[a' is not a file pattern; write it as in .gitignore"),
        ("overrides: [{files: a}]\n", "1: overrides.0: expected `files` and one of select, ignore, levels, language"),
        ("overrides:\n- files: a\n  ignored: b\n", "3: overrides.0.ignored: no such key; did you mean 'ignore'?"),
        ("rules: [nowhere]\n", "1: rules: there is no folder {folder}/nowhere"),
        ("extends: nowhere.yaml\n", "1: extends: there is no file {folder}/nowhere.yaml"),
        ("rules: demo-rules\noverrides:\n- files: a\n  ignore: [demo, demo/the]\n",
         "4: ignore: there is no rule or family 'demo/the'; did you mean 'demo/teh'?"),
        ("rules: demo-rules\nlevels: {demo/the: note}\n", "2: levels: there is no rule or family 'demo/the'; did you mean 'demo/teh'?"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_with_line_and_key(workspace: Workspace, text: str, message: str) -> None:
    path = workspace.write("presscheck.yaml", text)
    workspace.write("a.txt", "teh\n")
    ran = workspace.run("a.txt")
    expected = f"presscheck: error: {path}:{message.format(folder=workspace.folder)}"
    assert (ran.code, ran.lines, ran.said) == (2, [], [expected])


def test_a_crash_cannot_be_ignored(workspace: Workspace) -> None:
    workspace.write("a.txt", "teh\n")
    ran = workspace.run("--ignore", "presscheck/crash", "a.txt")
    assert ran.said == ["presscheck: error: presscheck/crash can't be ignored or lowered: it says that findings are missing"]
    assert lines(workspace, "select: demo/teh\nignore: presscheck\nlevels: {presscheck: note}") == [TEH]
    for config in ("ignore: presscheck/crash", "levels: {presscheck/crash: warning}"):
        assert lines(workspace, config) == []


def test_the_cache_follows_every_file(workspace: Workspace) -> None:
    base = workspace.write("base.yaml", "names: [One]\n")
    path = str(workspace.write("presscheck.yaml", "extends: base.yaml\n"))
    assert load(path).names == ("One",)
    base.write_text("names: [Two]\n")
    os.utime(base, ns=(time.time_ns(), time.time_ns() + 5))
    assert load(path).names == ("Two",)
    cache = pathlib.Path(os.environ["PRESSCHECK_CACHE"])
    for stored in cache.glob("config-*.json"):
        stored.write_text("{}")
    assert load(path).names == ("Two",)


def test_a_cache_that_cannot_be_written_changes_nothing(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PRESSCHECK_CACHE", str(workspace.write("file", "x")))
    assert lines(workspace, "select: demo") == [TEH, NOTE, REPLY]


@pytest.mark.parametrize(
    ("patterns", "path", "verdict"),
    [
        (["*.txt"], "a/b.txt", True),
        (["*.txt", "!b.txt"], "a/b.txt", False),
        (["a/"], "a/b.txt", True),
        (["a/"], "a", None),
        (["a/"], "a/", True),
        (["/b.txt"], "a/b.txt", None),
        (["a/**/c"], "a/x/y/c", True),
        (["# note", ""], "note", None),
    ],
)
def test_patterns_are_those_of_gitignore(patterns: list[str], path: str, verdict: bool | None) -> None:
    assert decide(translate(patterns), path) is verdict


def test_the_documentation_names_every_key() -> None:
    from lint.configfile import GRAMMAR, KEYS, OVERRIDE

    text = (pathlib.Path(__file__).parent.parent / "docs/configuration.md").read_text(encoding="utf-8")
    rows = [line.split("|") for line in text.partition("## ")[0].splitlines() if line.startswith("| `")]
    assert {name.strip(" `") for row in rows for name in row[1].split(",")} == set(KEYS)
    described = {row[1].strip(" `"): row[2] for row in rows}
    assert [key for key in GRAMMAR if f"`{key}`:" not in described["grammar"]] == []
    assert [key for key in OVERRIDE if key != "files" and f"`{key}`" not in described["overrides"]] == []


def test_extends_may_name_an_installed_package(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    workspace.write("site/house_style/__init__.py", "raise SystemExit('it must not be imported')\n")
    workspace.write("site/house_style/presscheck.yaml", "names: [Ghani]\nrules: rules\n")
    workspace.write("site/house_style/strict.yaml", "extends: presscheck.yaml\nfail_level: note\n")
    for file in (workspace.folder / "demo-rules/demo").iterdir():
        workspace.write(f"site/house_style/rules/demo/{file.name}", file.read_bytes())
    workspace.write("site/house_style-1.2.dist-info/METADATA", "Metadata-Version: 2.1\nName: house-style\nVersion: 1.2\n")
    workspace.write("site/house_style-1.2.dist-info/top_level.txt", "house_style\n")
    monkeypatch.syspath_prepend(str(workspace.folder / "site"))
    path = str(workspace.write("presscheck.yaml", "extends: package:house_style\nselect: demo\ngrammar: {engine: 'off'}\n"))
    assert load(path).names == ("Ghani",)
    assert load(path).rules == (str(workspace.folder / "site/house_style/rules"),)
    workspace.write("a.txt", "teh\n")
    assert workspace.run("a.txt").lines == [TEH]
    workspace.write("presscheck.yaml", "extends: package:house_style==1.2/strict.yaml\n")
    assert (load(path).fail_level, load(path).names) == ("note", ("Ghani",))
    for text, message in (
        ("package:house_style==1.3", "expected version 1.3 of 'house_style', found 1.2; install house_style==1.3"),
        ("package:nowhere", "there is no installed package 'nowhere'; install it beside presscheck, or name a file"),
        ("package:house_style/x.yaml", f"there is no file {workspace.folder}/site/house_style/x.yaml"),
    ):
        workspace.write("presscheck.yaml", f"extends: {text}\n")
        assert workspace.run("a.txt").said == [f"presscheck: error: {path}:1: extends: {message}"]
    workspace.write("presscheck.yaml", "extends: package:house_style==1.2\n")
    assert load(path).names == ("Ghani",)
    (workspace.folder / "site/house_style-1.2.dist-info").rename(workspace.folder / "site/house_style-1.30.dist-info")
    workspace.write("site/house_style-1.30.dist-info/METADATA", "Metadata-Version: 2.1\nName: house-style\nVersion: 1.30\n")
    with pytest.raises(ConfigError, match=r"expected version 1\.2 of 'house_style', found 1\.30"):
        load(path)
