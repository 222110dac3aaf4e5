"""The installation: whole or not there, from a repository on this machine; a torn or killed one is done again."""

from __future__ import annotations

import hashlib
import http.server
import os
import pathlib
import threading
import zipfile
from collections.abc import Iterator

import pytest

from lint.errors import GrammarError
from lint.grammar import install, jars
from lint.grammar.launcher import write_launcher

CONTENT = {"org/a/alpha/1.0/alpha-1.0.jar": b"alpha" * 100, "org/b/beta/2.0/beta-2.0-extra.jar": b"beta" * 300}
PINNED = [
    jars.Jar("org.a:alpha:1.0", hashlib.sha256(CONTENT["org/a/alpha/1.0/alpha-1.0.jar"]).hexdigest()),
    jars.Jar("org.b:beta:2.0:extra", hashlib.sha256(CONTENT["org/b/beta/2.0/beta-2.0-extra.jar"]).hexdigest()),
]


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


@pytest.fixture
def repository(tmp_path: pathlib.Path, empty_cache: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[pathlib.Path]:
    """A Maven repository with two small jars in place of the public one."""
    folder = tmp_path / "repository"
    for name, content in CONTENT.items():
        (folder / name).parent.mkdir(parents=True)
        (folder / name).write_bytes(content)
        (folder / f"{name}.sha1").write_text(hashlib.sha1(content).hexdigest(), encoding="ascii")
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), lambda *a: Quiet(*a, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    monkeypatch.setattr("jgo.maven._core.DEFAULT_REMOTE_REPOS", {"local": f"http://127.0.0.1:{server.server_port}"})
    monkeypatch.setattr(install, "pinned", lambda: PINNED)
    yield folder
    server.shutdown()
    server.server_close()


def files(folder: pathlib.Path) -> list[str]:
    return sorted(str(p.relative_to(folder)) for p in folder.rglob("*") if p.is_file())


def test_install_once_and_for_all(repository: pathlib.Path, empty_cache: pathlib.Path) -> None:
    assert install.installed() is None
    seen: list[tuple[int, int]] = []
    there = install.install(lambda done, total: seen.append((done, total)))
    assert there == install.installed()
    assert (there.folder, there.version, there.jars) == (str(empty_cache / "languagetool" / "LanguageTool-6.6"), "6.6", 3)
    assert seen == [(1, 2), (2, 2)]
    whole = ["installed.json", "languagetool-server.jar", "libs/alpha-1.0.jar", "libs/beta-2.0-extra.jar"]
    assert files(empty_cache / "languagetool") == [f"LanguageTool-6.6/{name}" for name in whole]
    with zipfile.ZipFile(os.path.join(there.folder, "languagetool-server.jar")) as jar:
        assert (
            jar.read("META-INF/MANIFEST.MF") == b"Manifest-Version: 1.0\r\nClass-Path: libs/alpha-1.0.jar libs/beta-2.0-extra.jar\r\n\r\n"
        )
    stamp = os.stat(there.folder).st_mtime_ns
    assert install.install() == there
    assert os.stat(there.folder).st_mtime_ns == stamp


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("libs/alpha-1.0.jar", b"cut"),
        ("libs/alpha-1.0.jar", None),
        ("languagetool-server.jar", None),
        ("installed.json", b"{"),
        ("installed.json", b"[]"),
        ("installed.json", None),
    ],
)
def test_a_torn_installation_is_seen_and_done_again(repository: pathlib.Path, name: str, content: bytes | None) -> None:
    there = install.install()
    path = pathlib.Path(there.folder, name)
    path.unlink() if content is None else path.write_bytes(content)
    assert install.installed() is None
    assert install.install() == there
    assert os.listdir(install.home()) == ["LanguageTool-6.6"]


def test_what_killed_runs_left_is_removed_but_not_what_may_be_at_work(repository: pathlib.Path, empty_cache: pathlib.Path) -> None:
    home = empty_cache / "languagetool"
    for name, age in ((".install-1", 7200), (".install-2", 60), (f".install-{os.getpid()}", 60)):
        (home / name / "repository").mkdir(parents=True)
        when = os.stat(home).st_mtime - age
        os.utime(home / name, (when, when))
    install.install()
    assert sorted(os.listdir(home)) == [".install-2", "LanguageTool-6.6"]


def test_a_file_that_is_not_the_pinned_one_is_refused(repository: pathlib.Path, empty_cache: pathlib.Path) -> None:
    changed = b"evil" * 100
    name = "org/a/alpha/1.0/alpha-1.0.jar"
    (repository / name).write_bytes(changed)
    (repository / f"{name}.sha1").write_text(hashlib.sha1(changed).hexdigest(), encoding="ascii")
    with pytest.raises(
        GrammarError, match=r"^alpha-1\.0\.jar is not the file that was expected \(SHA-256 [0-9a-f]{12}…\); nothing was installed$"
    ):
        install.install()
    assert files(empty_cache) == []


def test_no_network_is_said_with_the_remedy(empty_cache: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("jgo.maven._core.DEFAULT_REMOTE_REPOS", {"local": "http://127.0.0.1:9"})
    with pytest.raises(
        GrammarError, match=r"^LanguageTool can't be downloaded \(.*\); check the network and run `presscheck languagetool install` again$"
    ):
        install.install()
    assert os.listdir(empty_cache / "languagetool") == []


def test_a_folder_that_can_not_be_written_is_said(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("PRESSCHECK_CACHE", str(tmp_path / "file"))
    with pytest.raises(GrammarError, match=r"^LanguageTool can't be written to .*; make room there, or set PRESSCHECK_CACHE$"):
        install.install()


def test_the_pinned_list_is_sound() -> None:
    pinned = jars.pinned()
    assert len({jar.name for jar in pinned}) == len(pinned) == 166
    assert {len(jar.sha256) for jar in pinned} == {64}
    assert [jar.coordinate for jar in pinned] == sorted(jar.coordinate for jar in pinned)
    assert {"org.languagetool:language-all:6.6", f"org.languagetool:languagetool-server:{install.VERSION}"} <= {
        j.coordinate for j in pinned
    }


def test_lines_of_a_manifest_are_at_most_72_bytes_long(tmp_path: pathlib.Path) -> None:
    names = [f"a-rather-long-name-of-a-jar-{n}.jar" for n in range(20)]
    write_launcher(str(tmp_path), names)
    with zipfile.ZipFile(tmp_path / "languagetool-server.jar") as jar:
        lines = jar.read("META-INF/MANIFEST.MF").decode().split("\r\n")
    assert max(len(line) for line in lines) <= 70
    assert "".join(line[1:] if line.startswith(" ") else f"\n{line}" for line in lines).split("\n")[2] == "Class-Path: " + " ".join(
        f"libs/{name}" for name in names
    )
