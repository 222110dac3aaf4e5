"""presscheck known: makes and keeps the file of findings that are known, so that a gate stops only what is new."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from .. import known as known_file
from ..config import Config
from ..errors import ConfigError
from ..files import find
from ..known import Entry, baseline, read
from ..model import Diagnostic
from ..processes import outcomes
from ..run import Request, Run
from ..selection import ACROSS, OWN_RULES
from ..terminal import put, say
from .options import config_options, configuration, known_path

if TYPE_CHECKING:
    from ..names.across import Name


@click.group()
def command() -> None:
    """Keep the file of findings that are known: they stay silent, new ones are reported."""


@command.command()
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option("--known", "path", metavar="FILE", help="The file to write.  [default: presscheck-known.yaml]")
@click.option("--force", is_flag=True, help="Replace a file that is there, reasons included.")
@click.option("--across", is_flag=True, help="Write down what `check --across` finds too.")
@config_options
def create(paths: tuple[str, ...], path: str | None, force: bool, across: bool, config_file: str | None, no_config: bool) -> int:
    """Write down all that is found in the texts now (without PATH: in the current folder)."""
    config = configuration(config_file, no_config)
    file = known_path(config, path)
    if os.path.lexists(file) and not force:
        raise ConfigError(f"{file} exists; use `presscheck known update`, which keeps reasons, or --force")
    entries, faults, _ = _found(config, paths or (".",), file, across)
    known_file.write(file, entries)
    say(f"presscheck: {file}: {sum(e.count for e in entries)} findings in {len({e.path for e in entries})} texts are known now")
    return faults


@command.command()
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option("--known", "path", metavar="FILE", help="The known file.  [default: presscheck-known.yaml]")
@click.option("--across", is_flag=True, help="Judge entries of `check --across` too; without it they are kept.")
@config_options
def update(paths: tuple[str, ...], path: str | None, across: bool, config_file: str | None, no_config: bool) -> int:
    """Take stale entries of the texts out (without PATH: of the current folder). New findings are not added; reasons are kept."""
    config = configuration(config_file, no_config)
    file = known_path(config, path)
    before = read(file)
    entries, faults, checked = _found(config, paths or (".",), file, across)
    now = {entry.key: entry.count for entry in entries}
    folder = os.path.dirname(os.path.abspath(file))
    kept: list[Entry] = []
    for entry in before.entries:
        if entry.path not in checked:
            if os.path.lexists(os.path.join(folder, entry.path)):
                kept.append(entry)
            continue
        if entry.rule == ACROSS and not across:
            kept.append(entry)
            continue
        count = min(entry.count, now.get(entry.key, 0))
        if count:
            now[entry.key] -= count
            kept.append(Entry(*entry.key, count=count, reason=entry.reason))
    known_file.write(file, sorted(kept, key=lambda e: (e.key, e.reason or "")))
    gone = sum(e.count for e in before.entries) - sum(e.count for e in kept)
    say(f"presscheck: {file}: {gone} stale, {sum(e.count for e in kept)} left")
    return faults


@command.command()
@click.option("--known", "path", metavar="FILE", help="The known file.  [default: presscheck-known.yaml]")
@config_options
def show(path: str | None, config_file: str | None, no_config: bool) -> None:
    """Print what is known, one entry a line."""
    file = known_path(configuration(config_file, no_config), path)
    for entry in read(file).entries:
        put(f"{entry.path}: {entry.rule}: '{entry.text}' ({entry.count}){f': {entry.reason}' if entry.reason else ''}\n")


def _found(config: Config, paths: Sequence[str], file: str, across: bool) -> tuple[list[Entry], int, set[str]]:
    """Entries for all that is found, exit code for what could not be read, and the texts that were checked (as entries name them)."""
    run = Run(Request(config, across=across))
    here = known_file.Known(file)
    found = find(paths, config)
    for line in found.missing:
        say(f"presscheck: error: {line}")
    code = 2 if found.missing else 0
    pairs: list[tuple[str, Diagnostic]] = []
    checked: set[str] = set()
    names: dict[str, tuple[Name, ...]] = {}
    for outcome in outcomes(run, found.files):
        if outcome.error or outcome.crash:
            say(f"presscheck: error: {outcome.error or outcome.crash}")
            code = max(code, 2 if outcome.error else 3)
            continue
        path = here.relative(outcome.result.path)
        checked.add(path)
        pairs += [(path, d) for d in outcome.result.diagnostics if d.rule not in OWN_RULES]
        if outcome.names:
            names[outcome.result.path] = outcome.names
    if names:
        from ..across import results

        pairs += [(here.relative(result.path), d) for result in results(run, names, Counter()) for d in result.diagnostics]
    run.close()
    return baseline(pairs), code, checked
