"""LanguageTool through language-tool-python, spoken to as a server: its own way to start one would download when nothing is installed."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

from ..errors import GrammarError
from . import warm
from .finding import MOST_REPLACEMENTS, Finding, code_point_offset
from .install import VERSION, Installed
from .java import Java

if TYPE_CHECKING:
    import language_tool_python

LANGUAGE = "en-US"
ANSWER_WITHIN = 90
"""Seconds that one paragraph may take, the first one on a busy machine included; language-tool-python asks twice."""
_PATIENCE = 3
"""Failures in one run after which the server is not started again."""
_NO_PROXIES = {"http": "", "https": "", "all": ""}
"""The loopback interface is never reached through a proxy, whatever the environment says."""


class LanguageTool:
    """LanguageTool on the user's one warm server, started with the first text that is checked; safe from several threads, served in turn.

    `server` is the URL of a server of the user's own; then nothing is started.
    """

    def __init__(self, java: Java | None, installation: Installed | None, server: str | None = None) -> None:
        self.key = f"languagetool {server or VERSION} {LANGUAGE}"
        self._java, self._installation, self._url = java, installation, server
        self._client: language_tool_python.LanguageTool | None = None
        self._state: warm.State | None = None
        self._failures, self._asked = 0, 0.0
        self._lock = threading.Lock()

    def check(self, text: str) -> list[Finding]:
        """What the engine finds in one paragraph. Raises GrammarError when the server can't be started, dies or does not answer."""
        from language_tool_python.exceptions import LanguageToolError

        with self._lock:
            if self._state is not None and time.monotonic() - self._asked > warm.IDLE / 4:
                self._client = None  # it may have ended itself since the last question
            client = self._client or self._connect()
            if self._state is not None:
                warm.use()
            self._asked = time.monotonic()
            try:
                matches = client.check(text)
            except LanguageToolError as error:
                raise self._failed(error) from error
        findings = []
        for match in matches:
            units = len(text[: match.offset].encode("utf-16-le", "surrogatepass")) // 2 + match.error_length
            end = code_point_offset(text, units)
            replacements = tuple(match.replacements[:MOST_REPLACEMENTS])
            findings.append(Finding(match.offset, end, "languagetool", match.rule_id, match.category, match.message, replacements))
        return findings

    def close(self) -> None:
        """Let go of the server; it ends itself when nobody asks it any more."""
        with self._lock:
            self._client = self._state = None

    def _connect(self) -> language_tool_python.LanguageTool:
        import language_tool_python
        from language_tool_python.exceptions import LanguageToolError

        url, proxies = self._url, None
        if url is None:
            self._state = self._start()
            url, proxies = f"http://127.0.0.1:{self._state.port}", _NO_PROXIES
        try:
            client = language_tool_python.LanguageTool(LANGUAGE, remote_server=url, proxies=proxies)
        except (LanguageToolError, ValueError) as error:
            raise self._failed(error) from error
        setattr(client, "_TIMEOUT", ANSWER_WITHIN)  # noqa: B010 its own is 300 s, and there is no public way to shorten it
        self._client = client
        return client

    def _start(self) -> warm.State:
        assert self._java is not None
        assert self._installation is not None
        if self._failures >= _PATIENCE:
            raise GrammarError(f"LanguageTool's server failed {self._failures} times in this run; it is not asked again")
        return warm.ensure(self._java, self._installation)

    def _failed(self, error: Exception) -> GrammarError:
        self._client = None
        if self._state is None:
            return GrammarError(f"the LanguageTool server {self._url} does not answer ({' '.join(str(error).split())[:120]})")
        self._failures += 1
        lives = warm.lives(self._state)
        warm.stop()
        self._state = None
        how = "ended" if not lives else f"did not answer within {ANSWER_WITHIN} s"
        words = warm.last_words()
        return GrammarError(
            f"LanguageTool's server {how} in the middle of the run{f' ({words})' if words else ''}; grammar was not checked"
        )
