"""What holds for the whole suite: no test is skipped or expected to fail, the operating system being the only reason."""

from __future__ import annotations

import pytest

REASON = "operating system:"
_left_out: list[str] = []


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
