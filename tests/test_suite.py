"""The suite itself: a skipped test or one expected to fail ends the run with a fault."""

from __future__ import annotations

import os
import pathlib
import subprocess
import sys

import pytest

CONFTEST = pathlib.Path(__file__).parent / "conftest.py"


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("def test_a(): pass\n", 0),
        ("import pytest\n@pytest.mark.skip(reason='later')\ndef test_a(): pass\n", 1),
        ("import pytest\n@pytest.mark.skip(reason='operating system: no vim on this one')\ndef test_a(): pass\n", 0),
        ("import pytest\n@pytest.mark.xfail\ndef test_a(): assert False\n", 1),
        ("import pytest\npytest.importorskip('no_such_module')\ndef test_a(): pass\n", 1),
        ("import pytest\ndef test_a(): pytest.skip('no network')\n", 1),
    ],
)
def test_left_out_tests_fail_the_run(tmp_path: pathlib.Path, body: str, code: int) -> None:
    (tmp_path / "conftest.py").write_text(CONFTEST.read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "test_a.py").write_text("def test_runs(): pass\n" if "importorskip" not in body else "", encoding="utf-8")
    (tmp_path / "test_b.py").write_text(body, encoding="utf-8")
    (tmp_path / "test_c.py").write_text("def test_runs_too(): pass\n", encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(tmp_path)]
    environment = {**os.environ, "PYTHONPATH": str(CONFTEST.parent)}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == code, done.stdout
