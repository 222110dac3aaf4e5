"""presscheck known: makes and keeps the file of findings that are known, so that a gate stops only what is new."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import click

from .. import known as known_file
from ..errors import ConfigError
from ..files import Found, find
from ..known import Key, Known, found_text, merged, read, unneeded
from ..processes import outcomes
from ..run import Request, Run
from ..selection import CRASH, OWN_RULES
from ..terminal import put, say
from .options import config_options, configuration, known_path, with_moved

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
    now = _found(Run(Request(config, across=across)), find(paths or (".",), config), file)
    entries = merged((), now.counts)
    known_file.write(file, entries)
    say(f"presscheck: {file}: {sum(e.count for e in entries)} findings in {len({e.path for e in entries})} texts are known now")
    return now.code


@command.command()
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option("--known", "path", metavar="FILE", help="The known file.  [default: presscheck-known.yaml]")
@click.option("--across", is_flag=True, help="Bring entries of `check --across` up to date too; without it they are kept.")
@config_options
def update(paths: tuple[str, ...], path: str | None, across: bool, config_file: str | None, no_config: bool) -> int:
    """Bring the entries of the texts up to date (without PATH: of the current folder): new findings are added, stale entries go.

    Reasons are kept, texts that moved are followed, and the file is sorted; comments in it are lost.
    """
    file, before, now = _looked(paths, path, across, config_file, no_config)
    needless = {item.index: item.seen for item in unneeded(before, now.counts, now.ran)}
    counts = [needless.get(i, entry.count) for i, entry in enumerate(before.entries)]
    kept = [replace(entry, count=count) for entry, count in zip(before.entries, counts, strict=True) if count]
    spent: Counter[Key] = Counter()
    for entry in kept:
        spent[entry.key] += entry.count
    new = now.counts - spent
    known_file.write(file, merged(kept, new))
    gone = sum(entry.count for entry in before.entries) - sum(entry.count for entry in kept)
    say(f"presscheck: {file}: {sum(new.values())} new, {gone} stale, {sum(spent.values()) + sum(new.values())} known now")
    return now.code


@command.command()
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option("--known", "path", metavar="FILE", help="The known file.  [default: presscheck-known.yaml]")
@click.option("--across", is_flag=True, help="Judge entries of `check --across` too; without it they are kept.")
@config_options
def prune(paths: tuple[str, ...], path: str | None, across: bool, config_file: str | None, no_config: bool) -> int:
    """Take stale entries of the texts out (without PATH: of the current folder). Nothing is added; reasons and comments are kept."""
    from ..pruning import take_out

    file, before, now = _looked(paths, path, across, config_file, no_config)
    needless = list(unneeded(before, now.counts, now.ran))
    if needless:
        take_out(before, needless, write=True)
    gone = sum(item.entry.count - item.seen for item in needless)
    say(f"presscheck: {file}: {gone} stale, {sum(entry.count for entry in before.entries) - gone} left")
    return now.code


@command.command()
@click.option("--known", "path", metavar="FILE", help="The known file.  [default: presscheck-known.yaml]")
@config_options
def show(path: str | None, config_file: str | None, no_config: bool) -> None:
    """Print what is known, one entry a line."""
    file = known_path(configuration(config_file, no_config), path)
    for entry in read(file).entries:
        put(f"{entry.path}: {entry.rule}: '{entry.text}' ({entry.count}){f': {entry.reason}' if entry.reason else ''}\n")


@dataclass(frozen=True, slots=True)
class Now:
    """What is found now: counts by key, the rules that ran on each text (by its path in entries), and the exit code for what failed."""

    counts: Counter[Key]
    ran: dict[str, frozenset[str]]
    code: int


def _looked(paths: Sequence[str], path: str | None, across: bool, config_file: str | None, no_config: bool) -> tuple[str, Known, Now]:
    """The known file of a command, its entries under the present paths of their texts, and what is found now."""
    config = configuration(config_file, no_config)
    file = known_path(config, path)
    found = find(paths or (".",), config)
    before = with_moved(read(file), found) or Known(file)
    for note in found.notes:
        say(f"presscheck: {note}")
    run = Run(Request(config, known=before, across=across))
    assert run.known is not None
    return file, run.known, _found(run, found, file)


def _found(run: Run, found: Found, file: str) -> Now:
    """All that is found in the texts, what is known included; what could not be read is said."""
    run.known = None
    here = Known(file)
    for line in found.missing:
        say(f"presscheck: error: {line}")
    code = 2 if found.missing else 0
    counts: Counter[Key] = Counter()
    ran: dict[str, frozenset[str]] = {}
    names: dict[str, tuple[Name, ...]] = {}
    for outcome in outcomes(run, found.files):
        if outcome.error or outcome.crash:
            say(f"presscheck: error: {outcome.error or outcome.crash}")
            code = max(code, 2 if outcome.error else 3)
            continue
        path = here.relative(outcome.result.path)
        ran[path] = outcome.ran
        for diagnostic in outcome.result.diagnostics:
            if diagnostic.rule == CRASH:
                say(f"presscheck: error: {outcome.result.path}: {diagnostic.message}")
                code = 3
            elif diagnostic.rule not in OWN_RULES:
                counts[path, diagnostic.rule, found_text(diagnostic)] += 1
        if outcome.names:
            names[outcome.result.path] = outcome.names
    if names:
        from ..across import results

        counts.update((here.relative(r.path), d.rule, found_text(d)) for r in results(run, names, Counter()) for d in r.diagnostics)
    run.close()
    return Now(counts, ran, code)
