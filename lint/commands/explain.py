"""presscheck explain: what a rule is about, from its file."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

import click

from ..errors import ConfigError
from ..model import Example, Rule
from ..run import all_rules
from ..selection import OWN_RULES, Names
from ..terminal import put, say
from .options import config_options, configuration

OWN = {
    "presscheck/crash": "A rule, or presscheck itself, failed on a text, so findings are missing. Please report it. It can't be silenced.",
    "presscheck/language": "Paragraphs in another language: the rules that are not for it did not run there.",
    "presscheck/missing-reason": "With `--require-reason` only: a comment or front matter that silences a rule and doesn't say why.",
    "names/across": "`--across` only: a name that other texts of the run spell otherwise, where both are likely to be one person's.",
    "presscheck/unused-ignore": "A comment or an entry of presscheck-known.yaml that silences nothing (`--fix` takes it out), or a"
    " comment that can't be understood.",
}


@click.command()
@click.argument("rule_id", metavar="RULE")
@config_options
def command(rule_id: str, config_file: str | None, no_config: bool) -> None:
    """Say what a rule finds and why, with its examples."""
    rules = all_rules(configuration(config_file, no_config))
    names = Names(rules)
    name = names.current(rule_id, "explain")
    for note in names.notes:
        say(f"presscheck: {note}")
    if name in OWN_RULES:
        put(f"{name} ({OWN_RULES[name].label})\n\n{textwrap.fill(OWN[name], 100)}\n")
        return
    rule = next((rule for rule in rules if rule.id == name), None)
    if rule is None:
        members = sorted(i for i in names.ids if i.partition("/")[0] == name)
        raise ConfigError(f"'{name}' is a family; name one of its rules: {', '.join(members)}")
    put("".join(f"{line}\n" for line in lines(rule)))


def lines(rule: Rule) -> Iterator[str]:
    """The lines of a rule's explanation."""
    yield f"{rule.id} ({rule.level.label}, kind {rule.kind}{', preview' if rule.preview else ''})"
    yield ""
    yield from textwrap.wrap(rule.why, 100)
    yield ""
    yield f"Message:   {rule.message}"
    yield f"Languages: {', '.join(rule.languages)}"
    fix = {"none": "none", "suggest": "suggested (--fix --unsafe-fixes)", "safe": "safe (--fix)"}[rule.fix]
    yield f"Fix:       {fix}"
    if rule.was:
        yield f"Was:       {', '.join(rule.was)}"
    for title, examples in (("Found in", rule.bad), ("Not found in", rule.good)):
        yield ""
        yield f"{title}:"
        for example in examples:
            yield from _example(example)
    if rule.references:
        yield ""
        yield "See:"
        yield from (f"  {reference}" for reference in rule.references)
    yield ""
    yield f"File:      {rule.path}"


def _example(example: Example) -> Iterator[str]:
    given = [text for text in (example.format if example.format != "text" else "", example.date or "", example.language or "") if text]
    first, *rest = example.text.rstrip("\n").split("\n")
    note = f"  ({', '.join(given)})" if given else ""
    yield f"  - {first}{note}"
    yield from (f"    {line}" for line in rest)
