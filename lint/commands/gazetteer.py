"""presscheck gazetteer: builds, describes and asks the index of names."""

from __future__ import annotations

import os
from collections.abc import Iterator

import click

from ..names.gazetteer import Form, Gazetteer, shipped
from ..terminal import put, say
from . import learn


@click.group()
def command() -> None:
    """Build, describe or ask the index of names."""


@command.command()
@click.argument("sources", nargs=-1, metavar="[TABLE]...")
@click.option("--output", metavar="FILE", help="The index to write.  [default: the shipped one]")
def build(sources: tuple[str, ...], output: str | None) -> None:
    """Build an index from tables of names: files, or folders of them (without TABLE: those that come with presscheck)."""
    from ..names.build import build_file

    out = output or shipped()
    meta = build_file(sources or (os.path.dirname(shipped()),), os.path.abspath(out))
    say(f"presscheck: {out}: {meta['entities']} names in {meta['forms']} forms")


@command.command()
@click.argument("index", required=False, metavar="[INDEX]")
def info(index: str | None) -> None:
    """Describe an index (without INDEX: the shipped one)."""
    from ..names.explain import describe

    for key, value in describe(index).items():
        put(f"{key}: {', '.join(map(str, value)) if isinstance(value, list) else value}\n")


@command.command()
@click.argument("name")
@click.option("--index", metavar="INDEX", help="The index to ask.  [default: the shipped one]")
@click.option("--context", default="", metavar="WORDS", help="Words of the sentence that NAME stands in.")
def lookup(name: str, index: str | None, context: str) -> int:
    """Say what is known about NAME: exactly, as a wrong form, by its sound, or but for one word. Exit code 1: nothing.

    The first line says what a check would make of it.
    """
    from ..names.explain import explain

    verdict = explain(name, context, index)
    if verdict.right is not None and verdict.decision is not None:
        put(f"check: {verdict.decision.level.label}: '{verdict.right}' ({verdict.decision.reason})\n")
    with Gazetteer.open(index or shipped()) as gazetteer:
        seen: set[str] = set()
        for how, form in _answers(gazetteer, name):
            line = f"{how}: {described(form)}\n"
            if line not in seen:
                seen.add(line)
                put(line)
    return 0 if seen else 1


command.add_command(learn.command, "learn")


def _answers(gazetteer: Gazetteer, name: str) -> Iterator[tuple[str, Form]]:
    from ..names.fold import tokens

    parts = tokens(name)
    exact = gazetteer.exact(parts).forms
    yield from (("known", form) for form in exact)
    yield from (("wrong form", form) for form in gazetteer.forbidden() if form.parts == parts)
    if exact:
        return
    yield from (("sounds like", form) for form in gazetteer.alike(parts).forms)
    if len(parts) == 1:
        yield from (("near", form) for form in gazetteer.single(parts[0]))
    for i in range(len(parts) if len(parts) > 1 else 0):
        yield from ((f"all but '{parts[i]}'", form) for form in gazetteer.slot(parts, i).forms)


def described(form: Form) -> str:
    """A form and whose it is, in one line."""
    known = form.known
    about = ", ".join(part for part in (known.kind, known.context, known.country) if part)
    name = form.text if form.text == known.name else f"{form.text} for {known.name}"
    return f"{name} ({about}, tier {known.tier})"
