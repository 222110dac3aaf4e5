"""presscheck check: finds, prints, fixes, and says by its exit code how it went."""

from __future__ import annotations

import datetime
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import click

from ..files import STDIN, Found, find
from ..model import Level
from ..processes import outcomes
from ..reports import REPORTS, Result, load
from ..run import Fixing, Request, Run
from ..selection import CRASH, UNUSED
from ..terminal import Progress, colour, encoded, put, put_bytes, say
from ..verdict import verdict
from . import COMMANDS
from .options import changed_texts, choice, config_options, configuration, gate_options, known, rule_options, with_moved

if TYPE_CHECKING:
    from ..names.across import Name


@dataclass(slots=True)
class Tally:
    """What the end of a run reports: findings by level and rule, texts, fixes, faults."""

    levels: Counter[Level] = field(default_factory=Counter)
    rules: Counter[tuple[str, Level]] = field(default_factory=Counter)
    texts: int = 0
    found: set[str] = field(default_factory=set)
    fixed: int = 0
    faults: int = 0
    crashes: int = 0
    known: int = 0

    def add(self, result: Result) -> None:
        """Count the findings of one text."""
        if result.diagnostics:
            self.found.add(result.path)
        for diagnostic in result.diagnostics:
            self.levels[diagnostic.level] += 1
            self.rules[diagnostic.rule, diagnostic.level] += 1
            self.crashes += diagnostic.rule == CRASH

    def summary(self, fixing: Fixing) -> str:
        """One line: `2 errors, 1 note in 2 of 5 texts`."""
        parts = [_plural(self.levels[level], level.label) for level in sorted(self.levels, reverse=True)]
        where = f"{len(self.found)} of {_plural(self.texts, 'text')}" if parts else _plural(self.texts, "text")
        out = f"{', '.join(parts) or 'no findings'} in {where}"
        if self.known:
            out += f", {self.known} known"
        if fixing != "no":
            out += f"; {_plural(self.fixed, 'fix')} {'applied' if fixing == 'write' else 'in the diff'}"
        return out


def _plural(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 'es' if noun.endswith('x') else 's'}"


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option("--format", "report", type=click.Choice(list(REPORTS)), default="text", show_default=True, help="The form of the report.")
@click.option("--output", metavar="FILE", help="Write the report to a file.")
@click.option("--fix", "fix_", is_flag=True, help="Apply safe fixes.")
@click.option("--fix-only", is_flag=True, help="Apply safe fixes and report nothing that is left; only faults fail.")
@click.option("--unsafe-fixes", is_flag=True, help="Apply suggested fixes too (with --fix or --diff).")
@click.option("--diff", is_flag=True, help="Print what --fix would change, and change nothing.")
@click.option("--across", is_flag=True, help="Hold the names of all texts against each other too.")
@config_options
@rule_options
@gate_options
@click.option("--fail-level", type=click.Choice(["note", "warning", "error"]), help="Lowest level for exit code 1.  [default: error]")
@click.option("--exit-zero", is_flag=True, help="Exit code 0 in place of 1; faults keep theirs.")
@click.option("--statistics", is_flag=True, help="Count the findings of each rule at the end.")
@click.option("--jobs", type=click.IntRange(min=1), help="Most processes to use.  [default: the processors there are]")
@click.option("--quiet", is_flag=True, help="Neither notes nor a summary.")
@click.option("--source", metavar="FILE", help="The text that PATH, one file, is a translation of.")
@click.option("--stdin-filename", metavar="PATH", help="What `-` is called in the report; its extension tells the format.")
def command(
    paths: tuple[str, ...],
    report: str,
    output: str | None,
    fix_: bool,
    fix_only: bool,
    unsafe_fixes: bool,
    diff: bool,
    across: bool,
    config_file: str | None,
    no_config: bool,
    select: tuple[tuple[str, ...], ...],
    ignore: tuple[tuple[str, ...], ...],
    preview: bool,
    language: str | None,
    date: datetime.date | None,
    grammar: str | None,
    known_path: str | None,
    no_known: bool,
    changed: str | None,
    changed_lines: bool,
    max_warnings: int | None,
    require_reason: bool,
    fail_level: str | None,
    exit_zero: bool,
    statistics: bool,
    jobs: int | None,
    quiet: bool,
    source: str | None,
    stdin_filename: str | None,
) -> int:
    """Check texts: files, folders with all texts below them, or `-` for standard input; without PATH the current folder.

    Exit codes: 0 clean, 1 findings at or above the fail level, 2 a mistake of yours (a missing file, a wrong configuration),
    3 a fault of presscheck, 130 interrupted.
    """
    if fix_only and diff:
        raise click.UsageError("--fix-only changes files and --diff does not; give one.")
    fix_ = fix_ or fix_only
    if unsafe_fixes and not (fix_ or diff):
        raise click.UsageError("--unsafe-fixes does nothing without --fix or --diff.")
    if across and (fix_ or diff):
        raise click.UsageError("--across reports only; run it without --fix and --diff.")
    if stdin_filename is not None and STDIN not in paths:
        raise click.UsageError("--stdin-filename does nothing without the path '-'.")
    if source is not None:
        if len(paths) != 1 or os.path.isdir(paths[0]):
            raise click.UsageError("--source goes with one PATH, the file that translates it.")
        if not os.path.isfile(source):
            raise click.UsageError(f"--source: {source}: no such file; name the text that {paths[0]} translates.")
    if changed_lines and (fix_ or diff):
        raise click.UsageError("--changed-lines reports only; run it without --fix and --diff.")
    if STDIN in paths and (changed is not None or changed_lines):
        raise click.UsageError("--changed and --changed-lines look at files; standard input is none.")
    config = configuration(config_file, no_config, grammar)
    found = find(paths or (".",), config)
    fixing: Fixing = "diff" if diff else "write" if fix_ else "no"
    request = Request(
        config=config,
        choice=choice(select, ignore, preview),
        known=with_moved(known(config, known_path, no_known), found),
        language=language,
        date=date,
        fixing=fixing,
        unsafe=unsafe_fixes,
        stdin_filename=stdin_filename or "<stdin>",
        across=across,
        source=source,
        changes=changed_texts(found, changed, changed_lines),
        require_reason=require_reason,
    )
    run = Run(request)
    tally = Tally()
    progress = Progress(len(found.files), wanted=not quiet)
    results = _results(run, found, tally, jobs, quiet, progress)
    if fix_only:
        results = (replace(result, diagnostics=tuple(d for d in result.diagnostics if d.rule == CRASH)) for result in results)
    try:
        _report(report, output, results, progress, to_stderr=diff or (fix_ and STDIN in paths))
    finally:
        run.close()
    if statistics:
        for (rule, level), count in sorted(tally.rules.items(), key=lambda item: (-item[1], item[0])):
            say(f"{count:6}  {level.label:7}  {rule}")
    if not quiet:
        say(tally.summary(fixing))
    if tally.crashes:
        from ..version import about

        say(f"presscheck: this is a bug in presscheck ({about()}). Please report it with the lines above and the text that shows it.")
    fails_at = Level[fail_level.upper()] if fail_level else config.fails_at
    result = verdict(tally.rules, fails_at, config.max_warnings if max_warnings is None else max_warnings, run.budget)
    for line in result.lines:
        if result.failed or not quiet:
            say(f"presscheck: {line}")
    return max(3 * bool(tally.crashes), 2 * bool(tally.faults), int(result.failed and not (exit_zero or fix_only)))


def _report(report: str, output: str | None, results: Iterator[Result], progress: Progress, *, to_stderr: bool) -> None:
    shows_colour = output is None and not to_stderr and colour()
    pieces = load(report)(results, shows_colour)
    if output is not None:
        _write(output, pieces)
    elif to_stderr:
        for piece in pieces:
            progress.clear()
            say(piece.rstrip("\n"))
    else:
        for piece in pieces:
            progress.clear()
            put(piece)
    progress.clear()


def _results(run: Run, found: Found, tally: Tally, jobs: int | None, quiet: bool, progress: Progress) -> Iterator[Result]:
    """The results in order; on the way what belongs on standard error is printed, and all is counted."""
    said: set[str] = set()

    def tell(line: str | None, *, fault: bool = False) -> None:
        if line and line not in said and (fault or not quiet):
            said.add(line)
            progress.clear()
            say(f"presscheck: error: {line}" if fault else f"presscheck: {line}")

    for line in run.names.notes:
        tell(line)
    for line in found.missing:
        tally.faults += 1
        tell(_with_hint(line), fault=True)
    for note in (found.note, *found.notes):
        tell(note)
    used: Counter[tuple[str, str, str]] = Counter()
    ran: dict[str, frozenset[str]] = {}
    names: dict[str, tuple[Name, ...]] = {}
    for outcome in outcomes(run, found.files, jobs):
        progress.step()
        for line in outcome.notes:
            tell(line)
        if outcome.error:
            tally.faults += 1
            tell(outcome.error, fault=True)
            continue
        tell(outcome.crash, fault=True)
        if outcome.content is not None:
            put_bytes(outcome.content)
        tally.texts += 1
        tally.fixed += outcome.fixed
        tally.add(outcome.result)
        used.update(outcome.used)
        if run.known is not None:
            ran[run.known.relative(outcome.result.path)] = outcome.ran
        if outcome.names:
            names[outcome.result.path] = outcome.names
        yield outcome.result
    if names:
        from ..across import results

        for result in results(run, names, used):
            tally.add(result)
            yield result
    tally.known = sum(used.values())
    level = run.base.own[UNUSED]
    if run.known is not None and level is not None:
        from ..known import stale, unneeded

        entries = list(unneeded(run.known, used, ran))
        if entries and run.request.fixing != "no":
            from ..pruning import take_out

            put_bytes(take_out(run.known, entries, write=run.request.fixing == "write"))
            tally.fixed += len(entries)
        if run.request.fixing != "write":
            old = Result(run.known.file, tuple(stale(run.known, entries, level)))
            tally.add(old)
            yield old


def _with_hint(line: str) -> str:
    """A message about a missing path; a word that is nearly a command was probably meant as one."""
    import difflib

    word, _, problem = line.partition(": ")
    close = difflib.get_close_matches(word, COMMANDS, n=1, cutoff=0.75)
    return f"{line}, nor a command; did you mean '{close[0]}'?" if close and problem.startswith("no such") else line


def _write(output: str, pieces: Iterable[str]) -> None:

    from ..cachefolder import write_atomically
    from ..errors import ConfigError

    data = b"".join(encoded(piece) for piece in pieces)
    try:
        if os.path.exists(output) and not os.path.isfile(output):
            with open(output, "wb") as file:
                file.write(data)
        else:
            write_atomically(os.path.abspath(output), data)
    except OSError as error:
        raise ConfigError(f"--output: {output} can't be written: {error.strerror}") from error
