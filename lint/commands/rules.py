"""presscheck rules: lists the rules, tests a folder of one's own, begins a new rule file."""

from __future__ import annotations

import os
import re
from collections import defaultdict

import click

from .. import kinds, plugins
from ..errors import ConfigError, RuleError, nearest
from ..rulefile import load
from ..terminal import put, say
from .options import config_options, configuration

TEMPLATE = """id: {id}
kind: {kind}
level: warning
message: "'{{found}}' …"
why: …
examples:
  bad:
    - "A sentence with [[the mistake]]."
  good:
    - "A sentence that only looks like it."
    - "A sentence without it."
preview: true
"""
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*/[a-z0-9]+(?:-[a-z0-9]+)*")


@click.group()
def command() -> None:
    """List rules, test a folder of your own, begin a new one."""


@command.command("list")
@config_options
def list_(config_file: str | None, no_config: bool) -> None:
    """Print every rule with its level, kind and message."""
    from ..run import all_rules

    rules = sorted(all_rules(configuration(config_file, no_config)), key=lambda rule: rule.id)
    width = max(len(rule.id) for rule in rules)
    for rule in rules:
        level = f"{rule.level.label}{' (preview)' if rule.preview else ''}"
        put(f"{rule.id:{width}}  {level:17}  {rule.kind:9}  {rule.message}\n")


@command.command()
@click.argument("folder", metavar="DIR")
def test(folder: str) -> int:
    """Run the examples of the rules in DIR (FAMILY/NAME.yaml): exact spans, exact replacements, nothing found after the fixes."""
    from ..testing import cases, engine_for, problems

    plugins.activate()
    rules = load(folder)
    by_rule: dict[str, list[str]] = defaultdict(list)
    count = 0
    for rule in rules:
        engine = engine_for(rule, rules)
        for case in cases([rule]):
            count += 1
            by_rule[rule.id] += [f"{rule.path}: {case.name.rpartition(':')[2]}: {problem}" for problem in problems(case, engine)]
        engine.close()
    wrong = [line for lines in by_rule.values() for line in lines]
    put("".join(f"{line}\n" for line in wrong))
    say(f"presscheck: {len(rules)} rules, {count} examples, {len(wrong)} problems")
    return 1 if wrong else 0


@command.command()
@click.argument("rule_id", metavar="FAMILY/NAME")
@click.option("--kind", required=True, help="The kind of rule, such as phrases or pattern.")
@click.option("--folder", default="rules", show_default=True, help="The folder of rules it goes into.")
def new(rule_id: str, kind: str, folder: str) -> None:
    """Begin a rule file, to be filled in and tested with `presscheck rules test`."""
    plugins.activate()
    if not _ID.fullmatch(rule_id):
        raise RuleError(f"'{rule_id}' is no rule id; name the mistake as FAMILY/NAME, in small letters, digits and hyphens")
    if kind not in kinds.KINDS:
        raise ConfigError(f"--kind: there is no kind '{kind}'{nearest(kind, kinds.KINDS)}")
    path = os.path.join(folder, f"{rule_id}.yaml")
    if os.path.lexists(path):
        raise RuleError(f"{path} exists already")
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "x", encoding="utf-8") as file:
            file.write(TEMPLATE.format(id=rule_id, kind=kind))
    except OSError as error:
        raise RuleError(f"{path}: can't be written: {error.strerror}") from error
    say(f"presscheck: {path} is begun; fill it in, then run `presscheck rules test {folder}`")
