"""The keeper of the LanguageTool server: a process of its own that starts it, and ends it and itself when nobody asks any more."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Sequence
from types import FrameType

from ..errors import GrammarError
from . import warm
from .install import Installed
from .java import Java
from .server import Server, start


def main(arguments: Sequence[str]) -> None:
    """Run until the server ends, is idle or is stopped. Arguments: Java's path and version, the fields of Installed, the idle seconds."""
    path, version, folder, release, jars, size, idle = arguments
    signal.signal(signal.SIGTERM, _quit)
    try:
        server = start(Java(path, int(version)), Installed(folder, release, int(jars), int(size)))
    except GrammarError as error:
        print(error, file=sys.stderr)
        raise SystemExit(2) from None
    try:
        _keep(server, folder, release, float(idle))
    finally:
        server.stop()


def _keep(server: Server, folder: str, release: str, idle: float) -> None:
    import psutil

    number = server.process.pid
    state = warm.State(os.getpid(), number, psutil.Process(number).create_time(), server.port, release, folder)
    ready = time.time()
    warm.remember(state)
    try:
        while server.process.poll() is None and time.time() - max(ready, warm.last_used()) < idle:
            time.sleep(warm.HEARTBEAT)
            if warm.read() != state:
                return
            warm.beat()
    finally:
        warm.forget(state)


def _quit(number: int, frame: FrameType | None) -> None:
    raise SystemExit(0)
