"""The real pre-commit with this checkout as the hooks' repository: a text with an artifact is stopped, a clean one passes."""

from __future__ import annotations

import os
import pathlib
import subprocess
import sys

import pytest

ROOT = pathlib.Path(__file__).parent.parent.parent
ARTIFACT = "The harbour reopened on Monday.\n\nLeave a Reply\n"
CLEAN = "The harbour reopened on Monday.\n"


class Repository:
    """A git repository with the hooks installed, and with modules and folders named as presscheck's own."""

    def __init__(self, folder: pathlib.Path, hook: str) -> None:
        """Make it in a folder; `hook` is the id of one of ours."""
        self.folder = folder
        # The checkout may belong to another user than the one who tests; git must read it all the same.
        safe = {"GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "safe.directory", "GIT_CONFIG_VALUE_0": "*"}
        people = {f"GIT_{who}_{what}": "test@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
        path = f"{pathlib.Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        self.environment = {**os.environ, **safe, **people, "PATH": path, "PRESSCHECK_CACHE": str(folder.parent / "cache")}
        folder.mkdir()
        head = self.run("git", "-C", str(ROOT), "rev-parse", "HEAD").stdout.strip()
        (folder / ".pre-commit-config.yaml").write_text(f"repos: [{{repo: '{ROOT}', rev: {head}, hooks: [{{id: {hook}}}]}}]\n")
        (folder / "lint.py").write_text("raise SystemExit('the wrong lint')\n")
        for own in ("lint", "rules"):
            (folder / own).mkdir()
            (folder / own / "__init__.py").write_text("raise SystemExit('the wrong package')\n")
        self.run("git", "init", "-q")
        self.run("pre-commit", "install", "--install-hooks")
        self.run("git", "add", ".")
        assert self.commit().returncode == 0

    def run(self, *command: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        """Run a command in the repository."""
        done = subprocess.run(command, cwd=self.folder, env=self.environment, capture_output=True, text=True)
        assert done.returncode == 0 or not check, done.stdout + done.stderr
        return done

    def commit(self) -> subprocess.CompletedProcess[str]:
        """Commit what is staged."""
        return self.run("git", "commit", "-qm", "A change", check=False)

    def write(self, name: str, text: str) -> None:
        """Write and stage a text."""
        (self.folder / name).write_text(text, encoding="utf-8")
        self.run("git", "add", name)


@pytest.fixture(scope="module", autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory) -> None:
    """pre-commit keeps the installed hook in a folder of this test's, so that it is really installed from this checkout, once."""
    os.environ["PRE_COMMIT_HOME"] = str(tmp_path_factory.mktemp("pre-commit"))


def test_the_hook_stops_an_artifact_and_lets_clean_text_pass(tmp_path: pathlib.Path) -> None:
    repository = Repository(tmp_path / "repository", "presscheck")
    repository.write("news 1.txt", ARTIFACT)
    done = repository.commit()
    assert done.returncode == 1
    line = "news 1.txt:3:1: error: 'Leave a Reply' is left over from the page's comment form. [boilerplate/comment-form]"
    assert line in (done.stdout + done.stderr).splitlines()
    repository.write("news 1.txt", CLEAN)
    done = repository.commit()
    assert done.returncode == 0, done.stdout + done.stderr
    repository.write("presscheck.yaml", "exclude: [old/]\n")
    (repository.folder / "old").mkdir()
    repository.write("old/news.txt", ARTIFACT)
    done = repository.commit()
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_fixing_hook_takes_the_artifact_out(tmp_path: pathlib.Path) -> None:
    repository = Repository(tmp_path / "repository", "presscheck-fix")
    repository.write("news.md", ARTIFACT)
    assert repository.commit().returncode == 1
    assert (repository.folder / "news.md").read_text() == CLEAN
    repository.run("git", "add", "news.md")
    done = repository.commit()
    assert done.returncode == 0, done.stdout + done.stderr
