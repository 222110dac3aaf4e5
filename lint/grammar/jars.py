"""The jars of LanguageTool's server, pinned by coordinate and SHA-256, and their download through jgo."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..errors import GrammarError

if TYPE_CHECKING:
    from pathlib import Path

LIST = os.path.join(os.path.dirname(__file__), "jars.tsv")
"""Written by bench/languagetool_jars.py: what jgo resolves `languagetool-server`, `languagetool-core` and `language-en` to.

The whole list is kept because to resolve it anew takes a minute and could bring other versions tomorrow.
"""
_AT_ONCE = 8
_TIMEOUT = 30

Progress = Callable[[int, int], None]
"""Called with the number of files that are there and of all files."""


@dataclass(frozen=True, slots=True)
class Jar:
    """A jar's Maven coordinate (group:artifact:version or group:artifact:version:classifier) and the SHA-256 of its file."""

    coordinate: str
    sha256: str

    @property
    def name(self) -> str:
        """The file name that a Maven repository gives it."""
        _, artifact, *rest = self.coordinate.split(":")
        return "-".join((artifact, *rest)) + ".jar"


def pinned() -> list[Jar]:
    """All jars of the server."""
    with open(LIST, encoding="utf-8") as file:
        rows = file.read().splitlines()[1:]
    return [Jar(*row.split("\t")) for row in rows]


def download(jars: Sequence[Jar], repository: str, progress: Progress) -> list[Path]:
    """Paths of the jars in a Maven repository of our own, verified, in their order. Raises GrammarError with the reason.

    Not the user's repository: jgo takes a file that a killed run left there for whole.
    """
    try:
        from jgo.maven import MavenContext
        from jgo.parse import Coordinate
    except ModuleNotFoundError:
        raise GrammarError("LanguageTool is installed by the jgo package; run pip install 'presscheck[languagetool]' first") from None
    import pathlib
    from concurrent.futures import ThreadPoolExecutor, as_completed

    import requests

    context = MavenContext(repo_cache=pathlib.Path(repository), timeout=_TIMEOUT)

    def fetch(jar: Jar) -> Path:
        group, artifact, version, *classifier = jar.coordinate.split(":")
        coordinate = Coordinate(group, artifact, version=version, classifier=classifier[0] if classifier else None)
        path: Path = context.create_dependency(coordinate).artifact.resolve()
        found = hashlib.sha256(path.read_bytes()).hexdigest()
        if found != jar.sha256:
            raise GrammarError(f"{jar.name} is not the file that was expected (SHA-256 {found[:12]}…); nothing was installed")
        return path

    pool = ThreadPoolExecutor(_AT_ONCE)
    try:
        jobs = [pool.submit(fetch, jar) for jar in jars]
        for done, job in enumerate(as_completed(jobs), 1):
            job.result()
            progress(done, len(jobs))
        return [job.result() for job in jobs]
    except (requests.RequestException, RuntimeError) as error:
        reason = " ".join(str(error).split())[:160]
        raise GrammarError(
            f"LanguageTool can't be downloaded ({reason}); check the network and run `presscheck languagetool install` again"
        ) from error
    finally:
        pool.shutdown(cancel_futures=True)
