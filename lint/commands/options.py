"""What several commands take alike and where they write: configuration and rules; from options to the request of a run."""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from ..cachefolder import write_atomically
from ..config import Config, chosen
from ..errors import ConfigError
from ..files import Found
from ..selection import Choice
from ..terminal import encoded, put

if TYPE_CHECKING:
    from ..changed import Changes
    from ..known import Known

KNOWN_FILE = "presscheck-known.yaml"


class Names(click.ParamType[tuple[str, ...]]):
    """Rule ids and families, separated by commas."""

    name = "RULES"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, ...]:
        """The names of one option."""
        return tuple(name.strip() for name in value.split(",") if name.strip()) if isinstance(value, str) else value


class Day(click.ParamType[datetime.date]):
    """A date as 2024-05-31."""

    name = "DATE"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime.date:
        """The date of one option."""
        try:
            return value if isinstance(value, datetime.date) else datetime.date.fromisoformat(value)
        except ValueError:
            self.fail(f"expected a date such as 2024-05-31, found '{value}'", param, ctx)


def config_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add --config and --no-config."""
    command = click.option("--no-config", is_flag=True, help="Read no presscheck.yaml.")(command)
    return click.option("--config", "config_file", metavar="FILE", help="Read FILE, not the nearest presscheck.yaml.")(command)


def rule_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add --select, --ignore, --preview, --language, --date, --grammar, --known and --no-known."""
    for option in reversed(
        (
            click.option("--select", type=Names(), multiple=True, help="Only these rules or families."),
            click.option("--ignore", type=Names(), multiple=True, help="Not these rules or families."),
            click.option("--preview", is_flag=True, help="Rules in preview too."),
            click.option("--language", metavar="CODE", help="The language of the texts, such as en."),
            click.option("--date", type=Day(), help="The day the texts were published."),
            click.option("--grammar", type=click.Choice(["auto", "languagetool", "harper", "off"]), help="The grammar engine."),
            click.option("--known", "known_path", metavar="FILE", help="The file of known findings."),
            click.option("--no-known", is_flag=True, help="Report known findings too."),
        )
    ):
        command = option(command)
    return command


def gate_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add --changed, --changed-lines, --max-warnings and --require-reason."""
    for option in reversed(
        (
            click.option(
                "--changed", metavar="[REF]", is_flag=False, flag_value="", help="Only files that changed in git since REF.  [HEAD]"
            ),
            click.option("--changed-lines", is_flag=True, help="Only findings on lines that changed (against --changed's REF)."),
            click.option("--max-warnings", type=click.IntRange(min=0), metavar="N", help="Exit code 1 for more than N warnings."),
            click.option("--require-reason", is_flag=True, help="A comment that silences a rule must say why."),
        )
    ):
        command = option(command)
    return command


def changed_texts(found: Found, changed: str | None, changed_lines: bool) -> Changes | None:
    """Leave only what has changed among the files of a run, with a note; the changes, when lines count. Raises ConfigError."""
    if changed is None and not changed_lines:
        return None
    from ..changed import changes

    since = changes(changed or "", lines=changed_lines)
    before = len(found.files)
    found.files[:] = since.among(found.files)
    found.notes.append(f"{len(found.files)} of {before} texts changed since {since.against}")
    return since if changed_lines else None


def with_moved(known: Known | None, found: Found) -> Known | None:
    """The known findings under the present paths of their texts, with a note for each text of the run that moved."""
    if known is None or not known.entries:
        return known
    from ..moved import followed

    present, notes = followed(known, found.files)
    found.notes += notes
    return present


def configuration(config_file: str | None, no_config: bool, grammar: str | None = None) -> Config:
    """The configuration that the options name. Raises ConfigError."""
    config = chosen(config_file, search=not no_config)
    return replace(config, grammar_engine=grammar) if grammar else config


def choice(select: tuple[tuple[str, ...], ...], ignore: tuple[tuple[str, ...], ...], preview: bool) -> Choice:
    """What --select, --ignore and --preview say together. Raises ConfigError when --select names nothing."""
    if select and not any(select):
        raise ConfigError("--select: names no rule; write --select FAMILY/RULE")
    return Choice(tuple(n for names in select for n in names), tuple(n for names in ignore for n in names), preview)


def known_path(config: Config, given: str | None) -> str:
    """Path of the known file: the one given, the configuration's, else beside the configuration or in the working directory."""
    path = given or config.known or os.path.join(config.folder, KNOWN_FILE)
    below = os.path.relpath(path)
    return path if below.startswith(os.pardir) else below


def known(config: Config, given: str | None, no_known: bool) -> Known | None:
    """The known findings of a run. Raises ConfigError when a file that was named is missing or wrong."""
    if no_known and given:
        raise ConfigError("--known and --no-known contradict each other; give one")
    path = known_path(config, given)
    if no_known:
        return None
    if not os.path.lexists(path):
        if given or config.known:
            place = "--known" if given else config.place("known")
            raise ConfigError(f"{place}: there is no file {path}; `presscheck known create` makes it")
        return None
    from ..known import read

    return read(path)


def deliver(output: str | None, text: str) -> None:
    """Write what a command made to the file `output`, whose folder is made, or to standard output. Raises ConfigError."""
    if not output:
        put(text)
        return
    try:
        os.makedirs(os.path.dirname(os.path.abspath(output)), exist_ok=True)
        write_atomically(output, encoded(text))
    except OSError as error:
        raise ConfigError(f"{output}: can't be written: {error.strerror}") from error
