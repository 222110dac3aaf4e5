"""The version of presscheck and of what it runs on, for bug reports."""

from __future__ import annotations


def about() -> str:
    """A line such as `presscheck 0.1.0, Python 3.11.7, linux`."""
    import importlib.metadata
    import platform
    import sys

    try:
        version = importlib.metadata.version("presscheck")
    except importlib.metadata.PackageNotFoundError:
        version = "from a checkout that is not installed"
    return f"presscheck {version}, Python {platform.python_version()}, {sys.platform}"
