"""The real engines for the tests of grammar: LanguageTool as `presscheck languagetool install` leaves it, and Harper."""

from __future__ import annotations

import os
import pathlib
from collections.abc import Iterator

import pytest

from lint.cachefolder import cache_folder
from lint.grammar import install, java, warm
from lint.grammar.languagetool import LanguageTool


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """One worker runs the tests that need a server, so that no two of them start one at once."""
    for item in items:
        if "languagetool" in getattr(item, "fixturenames", ()) or "own_server" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.xdist_group("grammar"))


@pytest.fixture(scope="session")
def languagetool() -> Iterator[LanguageTool]:
    """LanguageTool on the user's warm server."""
    engine = LanguageTool(java.find(), install.install())
    yield engine
    engine.close()


@pytest.fixture
def empty_cache(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> pathlib.Path:
    """A cache folder of the test's own, in which nothing is installed."""
    folder = tmp_path / "cache"
    monkeypatch.setenv("PRESSCHECK_CACHE", str(folder))
    return folder


@pytest.fixture
def own_server(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[LanguageTool]:
    """LanguageTool with a server and a cache of the test's own: the installed jars, another state file."""
    there = install.install()
    folder = tmp_path / "cache"
    (folder / "languagetool").mkdir(parents=True)
    os.symlink(there.folder, folder / "languagetool" / os.path.basename(there.folder))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PRESSCHECK_CACHE", "cache")
    assert cache_folder() == str(folder)
    engine = LanguageTool(java.find(), install.installed())
    yield engine
    engine.close()
    warm.stop()
