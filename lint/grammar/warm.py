"""The one LanguageTool server of a user: found by its state file, started when there is none, ended by its keeper when nobody asks."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from typing import Any

from ..cachefolder import cache_folder, write_atomically
from ..errors import GrammarError
from .install import Installed
from .java import Java
from .server import READY_WITHIN, answers, last_line

IDLE = 600
"""Seconds without a question after which the server ends itself."""
HEARTBEAT = 1.0
"""Seconds between two signs of life of the keeper."""
_SILENT = 15.0
"""Seconds without a sign of life after which a keeper counts as gone."""
_STATE, _USED, _LOCK, _LOG = "server.json", "used", "starting", "log"
_BOOT = "import sys; sys.path.insert(0, sys.argv[1]); from lint.grammar.keeper import main; main(sys.argv[2:])"


@dataclass(frozen=True, slots=True)
class State:
    """A server that runs: its keeper's and its own process number, when its process was created, its port, version and folder."""

    keeper: int
    process: int
    created: float
    port: int
    version: str
    folder: str


def folder() -> str:
    """The folder of the state file, for this user alone."""
    path = os.path.join(cache_folder(), "languagetool-server")
    os.makedirs(path, mode=0o700, exist_ok=True)
    os.chmod(path, 0o700)
    return path


def running() -> State | None:
    """The server that runs, None when there is none or its keeper shows no life."""
    state = read()
    if state is None or time.time() - os.stat(_path(_STATE)).st_mtime > _SILENT or not answers(state.port):
        return None
    return state


def ensure(java: Java, installation: Installed) -> State:
    """The running server of this installation, started when there is none. Raises GrammarError when it can't be started."""
    try:
        use()
        state = running()
        if state is not None and state.folder == installation.folder:
            return state
        with _starting():
            state = running()
            if state is not None and state.folder == installation.folder:
                return state
            stop()
            return _start(java, installation)
    except OSError as error:
        raise GrammarError(f"the state of LanguageTool's server can't be kept ({error}); make room, or set PRESSCHECK_CACHE") from error


def use() -> None:
    """Note that the server is in use now; the keeper counts its idle time from here."""
    path = _path(_USED)
    with open(path, "ab"):
        os.utime(path)


def last_used() -> float:
    """When the server was last asked, in seconds since the epoch."""
    return os.stat(_path(_USED)).st_mtime


def lives(state: State) -> bool:
    """Whether the server's process is there, answering or not."""
    return _process(state) is not None


def stop() -> bool:
    """End the running server; False when there was none. A server whose keeper was killed is ended too."""
    state = read()
    if state is None:
        return False
    forget(state)
    process = _process(state)
    if process is not None:
        import psutil

        process.terminate()
        for slow in psutil.wait_procs([process], timeout=10)[1]:
            slow.kill()
    return process is not None


def remember(state: State) -> None:
    """Write the state file."""
    write_atomically(_path(_STATE), json.dumps(asdict(state)).encode())
    os.chmod(_path(_STATE), 0o600)


def forget(state: State) -> None:
    """Remove the state file if it still speaks of this server."""
    if read() == state:
        os.unlink(_path(_STATE))


def read() -> State | None:
    """What the state file says, None when there is none or it is damaged."""
    try:
        with open(_path(_STATE), encoding="utf-8") as file:
            return State(**json.load(file))
    except (FileNotFoundError, ValueError, TypeError):
        return None


def beat() -> None:
    """The keeper's sign of life."""
    os.utime(_path(_STATE))


def last_words() -> str:
    """The last line that the server or its keeper printed."""
    return last_line(_path(_LOG))


def _start(java: Java, installation: Installed) -> State:
    import subprocess

    root = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    line = [sys.executable, "-c", _BOOT, root, java.path, str(java.version), installation.folder, installation.version]
    line += [str(installation.jars), str(installation.size), str(IDLE)]
    environment = {**os.environ, "PRESSCHECK_CACHE": cache_folder()}  # a relative one means another folder in the keeper's
    detached: dict[str, Any] = {"creationflags": 0x8 | 0x200} if sys.platform == "win32" else {"start_new_session": True}
    with open(_path(_LOG), "wb") as log:
        keeper = subprocess.Popen(line, stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd=folder(), env=environment, **detached)
    until = time.monotonic() + READY_WITHIN + 10
    while time.monotonic() < until:
        state = running()
        if state is not None:
            keeper.returncode = 0  # it outlives us: no warning about a child that still runs
            return state
        if keeper.poll() is not None:
            raise GrammarError(last_words() or f"LanguageTool's keeper ended with code {keeper.returncode}")
        time.sleep(0.1)
    raise GrammarError(f"LanguageTool's server was not ready within {READY_WITHIN:.0f} s; see {_path(_LOG)}")


@contextmanager
def _starting() -> Iterator[None]:
    """One process at a time starts a server; a lock that was left is taken over when it is too old to be held."""
    path = _path(_LOCK)
    until = time.monotonic() + READY_WITHIN + 30
    while True:
        try:
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
            break
        except FileExistsError:
            if time.monotonic() > until:
                raise GrammarError(f"another process has been starting LanguageTool's server for too long; remove {path}") from None
            _remove_old(path, READY_WITHIN + 20)
            time.sleep(0.1)
    try:
        yield
    finally:
        if os.path.exists(path):
            os.unlink(path)


def _remove_old(path: str, age: float) -> None:
    try:
        if time.time() - os.stat(path).st_mtime > age:
            os.unlink(path)
    except FileNotFoundError:
        return


def _process(state: State) -> Any:
    """The server's process (psutil's), None when it has ended or its number belongs to another process by now."""
    import psutil

    try:
        process = psutil.Process(state.process)
        same = abs(process.create_time() - state.created) < 2 and process.status() != psutil.STATUS_ZOMBIE
        return process if same else None
    except psutil.Error:
        return None


def _path(name: str) -> str:
    return os.path.join(folder(), name)
