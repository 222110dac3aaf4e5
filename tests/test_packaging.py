"""Wheel, sdist and editable install, each run inside a scratch repository that has a `lint.py`, a `lint/` and a `rules/` of its own."""

from __future__ import annotations

import os
import pathlib
import subprocess
import sys
import zipfile

import pytest

ROOT = pathlib.Path(__file__).parent.parent
TEXT = "The talks ended on Monday in the capital.\n\nLeave a Reply\n"
FINDING = "a.txt:3:1: "
PROBE = "import lint, lint.rulefile as r, os; print(os.path.dirname(lint.__file__)); print(r.shipped()); print(len(r.load(r.shipped())))"


@pytest.fixture
def scratch(tmp_path: pathlib.Path) -> pathlib.Path:
    folder = tmp_path / "scratch"
    (folder / "lint").mkdir(parents=True)
    (folder / "rules" / "names").mkdir(parents=True)
    (folder / "lint.py").write_text("raise SystemExit('the wrong lint.py')\n")
    (folder / "lint" / "__init__.py").write_text("raise SystemExit('the wrong lint package')\n")
    (folder / "rules" / "names" / "broken.yaml").write_text("not: a rule\n")
    (folder / "a.txt").write_text(TEXT)
    (folder / "presscheck.yaml").write_text("grammar: {engine: 'off'}\n")
    return folder


def run(command: list[str], where: pathlib.Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=where, env={**os.environ, **environment}, capture_output=True, text=True, check=False)


def build(kind: str, out: pathlib.Path, source: pathlib.Path = ROOT) -> pathlib.Path:
    done = run([sys.executable, "-m", "build", "--no-isolation", f"--{kind}", "--outdir", str(out), str(source)], out.parent)
    assert done.returncode == 0, done.stdout + done.stderr
    return next(out.glob("*.whl" if kind == "wheel" else "*.tar.gz"))


def installed(package: pathlib.Path, target: pathlib.Path) -> pathlib.Path:
    """The package alone in a folder that stands before everything else on the path; its dependencies come from the environment."""
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-build-isolation", "--target", str(target), str(package)]
    done = run(pip, target.parent)
    assert done.returncode == 0, done.stderr
    return target


def check_from(target: pathlib.Path, scratch: pathlib.Path) -> None:
    probe = run([sys.executable, "-P" if sys.version_info >= (3, 11) else "-s", "-c", PROBE], target, PYTHONPATH=str(target))
    where, rules, count = probe.stdout.splitlines()
    assert (where, rules) == (str(target / "lint"), str(target / "lint" / "_rules"))
    assert int(count) > 50
    script = next((target / "bin").glob("presscheck*"), None) or next((target / "Scripts").glob("presscheck*"))
    done = run([sys.executable, str(script), "a.txt", "--format", "text"], scratch, PYTHONPATH=str(target))
    assert done.stdout.startswith(FINDING), done.stdout + done.stderr
    assert done.stdout.count("\n") == 1


def test_wheel(tmp_path: pathlib.Path, scratch: pathlib.Path) -> None:
    wheel = build("wheel", tmp_path / "dist")
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    assert "lint/_rules/boilerplate/comment-form.yaml" in names
    assert [n for n in names if n.split("/")[0] not in ("lint", wheel.name.split("-py3")[0] + ".dist-info")] == []
    assert wheel.stat().st_size < 14_000_000
    check_from(installed(wheel, tmp_path / "target"), scratch)


def test_sdist_gives_the_same_wheel(tmp_path: pathlib.Path, scratch: pathlib.Path) -> None:
    sdist = build("sdist", tmp_path / "dist")
    check_from(installed(sdist, tmp_path / "target"), scratch)


def test_editable_install_finds_the_rules_beside_the_package(scratch: pathlib.Path) -> None:
    script = pathlib.Path(sys.executable).parent / ("presscheck.exe" if os.name == "nt" else "presscheck")
    done = run([str(script), "a.txt"], scratch)
    assert done.stdout.startswith(FINDING), done.stdout + done.stderr


def test_example_plugin_brings_a_kind_and_a_rule(tmp_path: pathlib.Path) -> None:
    target = tmp_path / "plugin"
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-build-isolation", "--target", str(target)]
    assert run([*pip, str(ROOT / "docs" / "example-plugin")], tmp_path).returncode == 0
    (tmp_path / "b.txt").write_text("They said it was URGENT to leave.\n")
    script = pathlib.Path(sys.executable).parent / ("presscheck.exe" if os.name == "nt" else "presscheck")
    done = run([str(script), "b.txt", "--select", "acme"], tmp_path, PYTHONPATH=str(target))
    assert done.stdout == "b.txt:1:18: warning: 'URGENT' shouts; write 'Urgent'. [acme/shouting]\n", done.stderr
    tested = run([str(script), "rules", "test", str(target / "acme_lint" / "rules")], tmp_path, PYTHONPATH=str(target))
    assert tested.returncode == 0, tested.stdout + tested.stderr
