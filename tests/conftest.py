"""What holds for the whole suite: no test is skipped or expected to fail, the operating system being the only reason."""

from __future__ import annotations

import pathlib

import pytest
from workspace import Workspace

REASON = "operating system:"
_left_out: list[str] = []


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update` writes the expected output of the seeds anew; read the difference before you commit it."""
    parser.addoption("--update", action="store_true", help="write seeds/*.expected anew")


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Collects the tests that did not run, on the controller and without xdist alike."""
    if report.skipped or hasattr(report, "wasxfail"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        if REASON not in reason:
            _left_out.append(f"{report.nodeid}: {reason}")


def pytest_collectreport(report: pytest.CollectReport) -> None:
    """A module skipped as a whole counts as well."""
    if report.skipped:
        _left_out.append(f"{report.nodeid}: {report.longrepr}")


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fails the run when a test was left out."""
    if _left_out and not hasattr(session.config, "workerinput"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Names the tests that were left out."""
    for line in _left_out:
        terminalreporter.write_line(f"left out, which fails the run: {line}", red=True)


@pytest.fixture(scope="session")
def cache_for_all(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A cache folder of the test session's own, warm after the first use."""
    return str(tmp_path_factory.mktemp("cache"))


@pytest.fixture
def workspace(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes], cache_for_all: str
) -> Workspace:
    """A folder with rules of its own, which is the working directory; see workspace.py."""
    monkeypatch.setenv("PRESSCHECK_CACHE", cache_for_all)
    monkeypatch.chdir(tmp_path)
    return Workspace(tmp_path, capfdbinary)
