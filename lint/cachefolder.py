"""Where presscheck keeps what it can make again: decoded rules, grammar results, the grammar server."""

from __future__ import annotations

import os
import sys


def cache_folder() -> str:
    """Path of the cache folder (not created): $PRESSCHECK_CACHE, else the platform's user cache folder.

    Linux is written out because importing platformdirs costs a tenth of the start-up budget; a test holds it to platformdirs' answer.
    """
    chosen = os.environ.get("PRESSCHECK_CACHE")
    if chosen:
        return os.path.abspath(chosen)
    system: str = sys.platform
    if system == "linux":
        base = os.environ.get("XDG_CACHE_HOME", "").strip() or os.path.expanduser("~/.cache")
        return os.path.join(base, "presscheck")
    import platformdirs

    return platformdirs.user_cache_dir("presscheck", appauthor=False)


def write_atomically(path: str, data: bytes) -> None:
    """Write a file beside `path` and rename it, so that no reader ever sees half of it. Makes the folder. Raises OSError."""
    folder = os.path.dirname(os.path.abspath(path))
    os.makedirs(folder, exist_ok=True)
    beside = os.path.join(folder, f".{os.path.basename(path)}.{os.getpid()}")
    try:
        with open(beside, "wb") as file:
            file.write(data)
        os.replace(beside, path)
    except OSError:
        if os.path.exists(beside):
            os.unlink(beside)
        raise
