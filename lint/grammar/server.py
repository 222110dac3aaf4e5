"""One LanguageTool server of our own: a Java process on a free port of 127.0.0.1 with a memory cap, and how it ended."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..errors import GrammarError
from .install import Installed
from .java import Java
from .launcher import LAUNCHER

if TYPE_CHECKING:
    import subprocess

MEMORY = "-Xmx1g"
"""Enough for English: the server's heap stays under 700 MB."""
READY_WITHIN = 120.0
"""Seconds that a start may take; 5 to 15 on a machine that does nothing else."""
_FLAGS = (MEMORY, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Djava.awt.headless=true", "-Dfile.encoding=UTF-8")
_HOST = "127.0.0.1"
_POLL = 0.1
_STARTS = 3


@dataclass(frozen=True, slots=True)
class Server:
    """A server that answered; `log` is the file with what it printed."""

    process: subprocess.Popen[bytes]
    port: int
    log: str

    @property
    def url(self) -> str:
        """Where clients reach it."""
        return f"http://{_HOST}:{self.port}"

    def last_words(self) -> str:
        """How the process is and the last line that it printed, for an error message."""
        code = self.process.poll()
        state = "is running but does not answer" if code is None else f"ended with code {code}"
        line = last_line(self.log)
        return f"{state} ({line})" if line else state

    def stop(self) -> None:
        """End the process and remove its log; does nothing when it has ended."""
        import subprocess

        self.process.terminate()
        try:
            self.process.wait(5)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait(5)
        if os.path.exists(self.log):
            os.unlink(self.log)


def start(java: Java, installation: Installed) -> Server:
    """Start a server and wait until it answers. Raises GrammarError with the last line that it printed."""
    for _ in range(_STARTS):
        server = _launch(java, installation)
        if _wait(server):
            return server
        words = server.last_words()
        ended = server.process.poll() is not None
        server.stop()
        if not ended:
            break
        # An early end may be a port that someone took between our look and Java's: once more, on another.
    raise GrammarError(f"LanguageTool's server did not start: it {words}; Java {java.version} at {java.path}")


def command(java: Java, installation: Installed, port: int) -> list[str]:
    """The command line of a server; without `--public` it listens on the loopback interface alone."""
    jar = os.path.join(installation.folder, LAUNCHER)
    return [java.path, *_FLAGS, "-cp", jar, "org.languagetool.server.HTTPServer", "--port", str(port)]


def _launch(java: Java, installation: Installed) -> Server:
    import subprocess
    import tempfile

    port = _free_port()
    handle, log = tempfile.mkstemp(prefix="presscheck-languagetool-", suffix=".log")
    with os.fdopen(handle, "wb") as output:
        try:
            line = command(java, installation, port)
            process = subprocess.Popen(line, stdin=subprocess.DEVNULL, stdout=output, stderr=output, cwd=installation.folder)
        except OSError as error:
            os.unlink(log)
            raise GrammarError(f"Java at {java.path} can't be run: {error}; name another one with `grammar: java:`") from error
    return Server(process, port, log)


def _wait(server: Server) -> bool:
    until = time.monotonic() + READY_WITHIN
    while time.monotonic() < until and server.process.poll() is None:
        if answers(server.port):
            return True
        time.sleep(_POLL)
    return False


def answers(port: int) -> bool:
    """Whether a LanguageTool server on this port of 127.0.0.1 says that it is well."""
    import http.client

    connection = http.client.HTTPConnection(_HOST, port, timeout=2)
    try:
        connection.request("GET", "/v2/healthcheck")
        return connection.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def _free_port() -> int:
    import socket

    with socket.socket() as probe:
        probe.bind((_HOST, 0))
        port: int = probe.getsockname()[1]
        return port


def last_line(path: str) -> str:
    """The last line of a text file that is not blank, shortened; nothing when there is none."""
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            lines = [line.strip() for line in file if line.strip()]
    except OSError:
        return ""
    return lines[-1][:120] if lines else ""
