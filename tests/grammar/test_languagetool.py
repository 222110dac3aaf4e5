"""The real LanguageTool: exact places, one server for all, and a clear exception when it dies or hangs."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

import psutil
import pytest

from lint.errors import GrammarError
from lint.grammar import install, java, warm
from lint.grammar import languagetool as module
from lint.grammar.languagetool import LanguageTool

REPEAT = "ENGLISH_WORD_REPEAT_RULE"


def found(engine: LanguageTool, text: str) -> list[tuple[str, str, str | None]]:
    return [(f.rule, text[f.start : f.end], f.replacements[0] if f.replacements else None) for f in engine.check(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met in in Geneva.", [(REPEAT, "in in", "in")]),
        (
            "😀😀 They met in in Geneva 😀 after the the vote.",
            [(REPEAT, "in in", "in"), (REPEAT, "the the", "the")],
        ),
        ("The café's no\u0308el 😀 was a apple.", [("EN_A_VS_AN", "a", "an")]),
        ("He said أهلا and gave a apple.", [("EN_A_VS_AN", "a", "an")]),
        ("They met in Geneva.", []),
    ],
)
def test_places_are_code_points(languagetool: LanguageTool, text: str, expected: list[tuple[str, str, str | None]]) -> None:
    said = [f for f in found(languagetool, text) if not f[0].startswith("MORFOLOGIK")]
    assert said == expected


def test_a_finding_in_full(languagetool: LanguageTool) -> None:
    (finding,) = languagetool.check("She gave him a apple.")
    assert (finding.start, finding.end, finding.engine, finding.category, finding.replacements) == (13, 14, "languagetool", "MISC", ("an",))
    assert finding.message.startswith("Use “an” instead of ‘a’ if the following word starts with a vowel sound")


def test_the_server_is_the_users_alone_and_listens_on_loopback(languagetool: LanguageTool) -> None:
    languagetool.check("They met.")
    state = warm.running()
    assert state is not None
    modes = [oct(os.stat(path).st_mode & 0o777) for path in (warm.folder(), os.path.join(warm.folder(), "server.json"))]
    assert modes == ["0o700", "0o600"]
    heard = {c.laddr.ip for c in psutil.Process(state.process).net_connections("tcp") if c.status == psutil.CONN_LISTEN}
    assert heard <= {"127.0.0.1", "::ffff:127.0.0.1"}
    assert heard != set()


def test_another_process_uses_the_same_server(languagetool: LanguageTool) -> None:
    languagetool.check("They met.")
    code = (
        "from lint.grammar import install, java, warm\n"
        "from lint.grammar.languagetool import LanguageTool\n"
        "LanguageTool(java.find(), install.installed()).check('They met.')\n"
        "print(warm.running())\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == str(warm.running())


def test_a_server_of_the_users_own(languagetool: LanguageTool) -> None:
    languagetool.check("They met.")
    state = warm.running()
    assert state is not None
    assert found(LanguageTool(None, None, f"http://127.0.0.1:{state.port}"), "She saw a apple.") == [("EN_A_VS_AN", "a", "an")]


def test_a_server_of_the_users_own_that_is_not_there() -> None:
    with pytest.raises(GrammarError, match=r"^the LanguageTool server http://127\.0\.0\.1:9 does not answer \("):
        LanguageTool(None, None, "http://127.0.0.1:9").check("They met.")


def test_lost_keeper_death_and_silence_are_no_pass(own_server: LanguageTool, monkeypatch: pytest.MonkeyPatch) -> None:
    own_server.check("They met.")
    first = warm.running()
    assert first is not None
    os.kill(first.keeper, signal.SIGKILL)
    assert psutil.pid_exists(first.process)
    assert warm.stop()
    assert (warm.read(), psutil.pid_exists(first.process), warm.stop()) == (None, False, False)
    with pytest.raises(GrammarError, match=r"^LanguageTool's server ended in the middle of the run; grammar was not checked"):
        own_server.check("They met in in Geneva.")

    monkeypatch.setattr(module, "ANSWER_WITHIN", 1)
    assert (REPEAT, "in in", "in") in found_slowly(own_server, "They met in in Geneva.")
    second = warm.running()
    assert second is not None
    assert second.process != first.process
    os.kill(second.process, signal.SIGSTOP)
    with pytest.raises(GrammarError, match=r"^LanguageTool's server did not answer within 1 s in the middle of the run"):
        own_server.check("They met on on Monday.")
    assert not psutil.pid_exists(second.process) or psutil.Process(second.process).status() == psutil.STATUS_ZOMBIE
    assert warm.read() is None


def found_slowly(engine: LanguageTool, text: str) -> list[tuple[str, str, str | None]]:
    """The first answer of a new server takes longer than the patience that the test sets."""
    patience, module.ANSWER_WITHIN = module.ANSWER_WITHIN, 90
    try:
        said = found(engine, text)
    finally:
        module.ANSWER_WITHIN = patience
    setattr(engine._client, "_TIMEOUT", patience)  # noqa: B010
    return said


def test_an_idle_server_ends_itself_and_leaves_nothing(own_server: LanguageTool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warm, "IDLE", 1)
    there, command = install.installed(), java.find()
    assert there is not None
    assert command is not None
    state = warm.ensure(command, there)
    until = time.monotonic() + 30
    while (warm.read() is not None or psutil.pid_exists(state.process)) and time.monotonic() < until:
        time.sleep(0.2)
    assert (warm.read(), psutil.pid_exists(state.process)) == (None, False)
