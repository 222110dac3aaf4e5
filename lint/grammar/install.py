"""Install LanguageTool once into the cache folder: its pinned jars, written beside and renamed."""

from __future__ import annotations

import json
import os
import shutil
import time
from dataclasses import dataclass

from ..cachefolder import cache_folder
from ..errors import GrammarError
from .jars import Progress, download, pinned
from .launcher import LAUNCHER, LIBRARIES, write_launcher

VERSION = "6.6"
COMMAND = "presscheck languagetool install"
_RECORD = "installed.json"
_STAGE = ".install-{}"
_DEAD = 3600.0


@dataclass(frozen=True, slots=True)
class Installed:
    """A whole installation: its folder, version, number of jars and their size in bytes."""

    folder: str
    version: str
    jars: int
    size: int


def home() -> str:
    """The folder of installations: language-tool-python's LTP_PATH has the same layout."""
    return os.path.join(cache_folder(), "languagetool")


def installed() -> Installed | None:
    """What is installed, None when nothing is or a file of it is missing or cut short."""
    folder = os.path.join(home(), f"LanguageTool-{VERSION}")
    try:
        with open(os.path.join(folder, _RECORD), encoding="utf-8") as file:
            record = json.load(file)
        files: dict[str, int] = record["files"]
        if record["version"] != VERSION or any(os.path.getsize(os.path.join(folder, name)) != size for name, size in files.items()):
            return None
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
    return Installed(folder, VERSION, len(files), sum(files.values()))


def install(progress: Progress | None = None) -> Installed:
    """Download what is missing and return the installation; does nothing when it is whole. Raises GrammarError with the reason.

    A killed run leaves only its own stage folder behind, which the next run removes; several at once don't disturb each other.
    """
    there = installed()
    if there is not None:
        return there
    stage = os.path.join(home(), _STAGE.format(os.getpid()))
    try:
        _remove_dead_stages()
        os.makedirs(stage)
        made = os.path.join(stage, f"LanguageTool-{VERSION}")
        _fill(made, os.path.join(stage, "repository"), progress or (lambda done, total: None))
        _put_in_place(made, os.path.join(stage, "damaged"))
    except OSError as error:
        raise GrammarError(f"LanguageTool can't be written to {home()}: {error}; make room there, or set PRESSCHECK_CACHE") from error
    finally:
        shutil.rmtree(stage, ignore_errors=True)
    there = installed()
    if there is None:
        raise GrammarError(f"LanguageTool was damaged while it was installed in {home()}; run `{COMMAND}` again")
    return there


def _fill(folder: str, repository: str, progress: Progress) -> None:
    libraries = os.path.join(folder, LIBRARIES)
    os.makedirs(libraries)
    jars = pinned()
    for jar, path in zip(jars, download(jars, repository, progress), strict=True):
        os.replace(path, os.path.join(libraries, jar.name))
    write_launcher(folder, [jar.name for jar in jars])
    files = {f"{LIBRARIES}/{jar.name}": os.path.getsize(os.path.join(libraries, jar.name)) for jar in jars}
    files[LAUNCHER] = os.path.getsize(os.path.join(folder, LAUNCHER))
    with open(os.path.join(folder, _RECORD), "w", encoding="utf-8") as record:
        json.dump({"version": VERSION, "files": files}, record, indent=1)


def _put_in_place(made: str, aside: str) -> None:
    """Rename the made folder to its place; what stands there is damaged, unless another process was quicker."""
    place = os.path.join(home(), f"LanguageTool-{VERSION}")
    if os.path.lexists(place):
        if installed() is not None:
            return
        os.rename(place, aside)
    try:
        os.rename(made, place)
    except OSError:
        if installed() is None:
            raise


def _remove_dead_stages() -> None:
    """Remove what killed runs left: our own number's stage, and those that nothing has touched for an hour."""
    try:
        names = os.listdir(home())
    except FileNotFoundError:
        return
    for name in names:
        folder = os.path.join(home(), name)
        if name == _STAGE.format(os.getpid()) or (name.startswith(_STAGE.format("")) and time.time() - os.stat(folder).st_mtime > _DEAD):
            shutil.rmtree(folder, ignore_errors=True)
