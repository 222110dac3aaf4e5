"""presscheck boilerplate learn: what recurs on the pages of one site, as a rule file for a person to go through."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from ..errors import ConfigError, PresscheckError
from ..files import contents, find
from ..terminal import Progress, say
from .options import config_options, configuration, deliver

if TYPE_CHECKING:
    from ..config import Config
    from ..document import Document
    from ..recurring import Recurring

RULE = "house/recurring-line"
"""The id of the rule where it goes to standard output."""
_ID = re.compile(r"([a-z0-9]+(?:-[a-z0-9]+)*)[/\\]([a-z0-9]+(?:-[a-z0-9]+)*)\.yaml\Z")


@click.group()
def command() -> None:
    """Learn what a site leaves in its texts."""


@command.command()
@click.argument("folder", nargs=-1, required=True, metavar="FOLDER...")
@click.option("-o", "--output", metavar="FILE", help="Write the rule to FILE, RULES/FAMILY/NAME.yaml.  [default: standard output]")
@click.option("--least", type=click.IntRange(2), default=3, show_default=True, help="Only lines that stand in so many texts.")
@click.option("--force", is_flag=True, help="Replace a rule that is there, with what was changed in it.")
@config_options
def learn(folder: tuple[str, ...], output: str | None, least: int, force: bool, config_file: str | None, no_config: bool) -> int:
    """Make a rule of the lines that recur in the texts of one site (folders, files) and that no rule knows.

    Lines that differ in a number or a date are one. Go through the rule before it is used: a heading that every article has, such as
    "Results", recurs as well. Texts that are other versions of earlier ones are not counted.
    """
    from .. import formats
    from ..recurring import Recurring, rule_file

    rule_id = _rule_id(output)
    if output and os.path.lexists(output) and not force:
        raise ConfigError(f"{output} exists, perhaps with a person's work in it; name another file or use --force")
    config = configuration(config_file, no_config)
    found = find(folder, config)
    for line in found.missing:
        say(f"presscheck: error: {line}")
    faults, progress = len(found.missing), Progress(len(found.files), wanted=True)
    learner = Recurring(_known_lines(config))
    for path in found.files:
        try:
            document, _ = formats.read(path, contents(path), language=config.language)
            learner.add(document)
        except PresscheckError as error:
            progress.clear()
            say(f"presscheck: error: {error}")
            faults += 1
        progress.step()
    progress.clear()
    rows = learner.found(least)
    if rows:
        deliver(output, rule_file(rows, learner.texts, rule_id))
    what = "1 line recurs" if len(rows) == 1 else f"{len(rows)} lines recur"
    of = "1 text" if learner.texts == 1 else f"{learner.texts} texts"
    written = "" if rows or not output else "not written: "
    say(f"presscheck: {output or '<stdout>'}: {written}{what} in {least} or more of {of}{_left_out(learner)}")
    return 2 if faults else 0


def _rule_id(output: str | None) -> str:
    if output is None:
        return RULE
    match = _ID.search(output)
    if match is None:
        expected = f"a rule's file is called FAMILY/NAME.yaml, in small letters, digits and hyphens, such as rules/{RULE}.yaml"
        raise ConfigError(f"{output}: {expected}")
    return f"{match.group(1)}/{match.group(2)}"


def _known_lines(config: Config) -> Callable[[Document], set[int]]:
    """What says which lines (1-based, of the prose) the rules on boilerplate find, but for those that only weigh lines."""
    from ..engine import Engine
    from ..run import all_rules

    rules = [rule for rule in all_rules(config) if rule.family == "boilerplate" and rule.kind != "weighed"]
    engine = Engine(rules)

    def known(document: Document) -> set[int]:
        """Lines of which a finding touches anything: what is left of them is no line of its own."""
        found = [d.span for d in engine.check(document) if d.scope == "text"]
        out, at = set(), 0
        for number, line in enumerate(map(document.to_source, document.lines), 1) if found else ():
            while at < len(found) and found[at].end <= line.start:
                at += 1
            if at < len(found) and found[at].start < line.end:
                out.add(number)
        return out

    return known


def _left_out(learner: Recurring) -> str:
    parts = []
    if learner.copies:
        parts.append("1 is another version of one before" if learner.copies == 1 else f"{learner.copies} are other versions of some before")
    if learner.forgotten:
        parts.append(f"{learner.forgotten} lines seen once were forgotten on the way, so rare ones may be missing")
    if learner.braces:
        parts.append(f"{learner.braces} with braces left out, since these stand for variables in a phrase")
    return "".join(f"; {part}" for part in parts)
