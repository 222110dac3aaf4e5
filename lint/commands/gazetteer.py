"""presscheck gazetteer: builds, describes, asks and adds to the indexes and tables of names."""

from __future__ import annotations

import os
from collections.abc import Iterator

import click

from ..config import NAMES, Config
from ..names.gazetteer import Form, Gazetteer, shipped
from ..terminal import Progress, put, say
from . import learn
from .options import config_options, configuration

KINDS = click.Choice(["person", "place", "org", "agency", "office"])


@click.group()
def command() -> None:
    """Build, describe, ask or add to the gazetteers: the names that presscheck knows."""


@command.command()
@click.argument("sources", nargs=-1, metavar="[SOURCE]...")
@click.option("-o", "--output", metavar="FILE", help="The index to write.  [default: the shipped one]")
@click.option("--tier", type=click.IntRange(1, 4), default=4, show_default=True, help="Tier of names whose source states none.")
@click.option("--quiet", is_flag=True, help="Show no progress.")
def build(sources: tuple[str, ...], output: str | None, tier: int, quiet: bool) -> None:
    """Build an index from sources of names: files, or folders of tables (without SOURCE: those that come with presscheck)."""
    from ..names.build import build_file

    out = output or shipped()
    from ..names.skipped import Skipped

    progress = Progress(None, wanted=not quiet, what="names read")
    skipped = Skipped()
    try:
        meta = build_file(sources or (os.path.dirname(shipped()),), os.path.abspath(out), tier, progress.step, skipped)
    finally:
        progress.clear()
    left_out = f"; {meta['left out']} left out that have no letter or digit" if meta["left out"] else ""
    say(f"presscheck: {out}: {_counted(meta)}{left_out}")
    if skipped and not quiet:
        say(f"presscheck: {skipped.note()}")


@command.command()
@click.argument("index", required=False, metavar="[INDEX]")
@click.option("--verify", is_flag=True, help="Hold every part of the index against its checksum.")
@config_options
def info(index: str | None, verify: bool, config_file: str | None, no_config: bool) -> None:
    """Describe an index; without INDEX list the gazetteers in use, of which later ones override earlier ones."""
    from ..names.explain import describe

    if index is None:
        for path, gazetteer, place in _stack(configuration(config_file, no_config), verify):
            put(f"{path}: {_counted(gazetteer.meta)}, {gazetteer.meta['forbidden']} forbidden  # {place}\n")
        return
    for key, value in describe(index, verify=verify).items():
        put(f"{key}: {', '.join(map(str, value)) if isinstance(value, list) else value}\n")
    if verify:
        put("checksums: right\n")


@command.command()
@click.argument("name")
@click.option("--index", "indexes", multiple=True, metavar="FILE", help="An index or table to ask in place of those in use; several stack.")
@click.option("--context", default="", metavar="WORDS", help="Words of the sentence that stand before NAME.")
@config_options
def lookup(name: str, indexes: tuple[str, ...], context: str, config_file: str | None, no_config: bool) -> int:
    """Say what a check makes of NAME and why, then what is known about it. Exit code 1: nothing.

    Known exactly, as a wrong form, by its sound, by a single word, or but for one word: a line for each.
    """
    from ..names.explain import explain
    from ..names.opened import opened

    config = configuration(config_file, no_config)
    gazetteers = opened(indexes or (shipped(), *config.all_gazetteers))
    verdict = explain(name, context, gazetteers, (*config.names, *config.words))
    if verdict.decision is not None:
        right = f"'{verdict.right}'" if verdict.right else "no proposal"
        put(f"check: {verdict.decision.level.label}: {right} ({verdict.decision.reason})\n")
    elif verdict.nearest is not None:
        put(f"check: silent: near '{verdict.nearest.text}': {verdict.silence}\n")
    else:
        put(f"check: silent: {verdict.silence}\n")
    lines = dict.fromkeys(line for gazetteer in gazetteers for line in _answers(gazetteer, name))
    put("".join(f"{line}\n" for line in lines))
    return 0 if lines or verdict.decision else 1


command.add_command(learn.command, "learn")


@command.command()
@click.argument("name")
@click.option("--kind", type=KINDS, required=True, help="What bears the name.")
@click.option("--alias", "aliases", multiple=True, metavar="FORM", help="Another form that is right.")
@click.option("--forbid", "forbidden", multiple=True, metavar="FORM", help="A form that is wrong; safe:FORM has it corrected by --fix.")
@click.option("--context", default="", metavar="WORDS", help="Who it is, such as a position.")
@click.option("--country", default="", metavar="WORDS", help="Country and people: Norway; Norwegian.")
@click.option("--tier", type=click.IntRange(1, 4), help="1: known to every reader … 4: hardly to anybody.  [default: 2]")
@click.option("--to", metavar="FILE", help="The table.  [default: names.tsv beside presscheck.yaml]")
@config_options
def add(
    name: str,
    kind: str,
    aliases: tuple[str, ...],
    forbidden: tuple[str, ...],
    context: str,
    country: str,
    tier: int | None,
    to: str | None,
    config_file: str | None,
    no_config: bool,
) -> None:
    """Add NAME to the project's table of names; it holds from the next run on."""
    from ..names.additions import add as added
    from ..names.layout import GazetteerError

    for form in (*aliases, *forbidden):
        if "|" in form:
            raise GazetteerError(f"'{form}': forms hold no '|'; give the option once for each form")
    config = configuration(config_file, no_config)
    path = to or os.path.relpath(os.path.join(config.folder, NAMES))
    row = {"kind": kind, "name": " ".join(name.split()), "aliases": "|".join(aliases), "context": context, "country": country}
    added(path, {**row, "tier": str(tier or ""), "forbidden": "|".join(forbidden)})
    say(f"presscheck: {path}: added '{row['name']}'")
    if os.path.abspath(path) not in map(os.path.abspath, configuration(config_file, no_config).all_gazetteers):
        say(f"presscheck: {path} is not in use; list it under `gazetteers` in presscheck.yaml, or call it {NAMES} beside that file")


def _counted(meta: dict[str, object]) -> str:
    return f"{meta['entities']} names in {meta['forms']} forms"


def _stack(config: Config, verify: bool) -> Iterator[tuple[str, Gazetteer, str]]:
    """Path, index and origin of each gazetteer in use."""
    from ..names.opened import opened
    from ..names.source import is_table

    for path in (shipped(), *config.all_gazetteers):
        if path == shipped():
            place = "comes with presscheck"
        elif path in config.gazetteers:
            place = config.places.get(f"gazetteers/{path}") or config.place("gazetteers")
        else:
            place = "beside presscheck.yaml"
        gazetteer = Gazetteer.open(path, whole=True) if verify and not is_table(path) else opened((path,))[0]
        yield path, gazetteer, place


def _answers(gazetteer: Gazetteer, name: str) -> Iterator[str]:
    from ..names.fold import tokens

    parts = tokens(name)
    exact = gazetteer.having(parts)
    for record in exact:
        for form in record.forms:
            if form.parts == parts:
                yield f"known: {described(form)}"
        if record.source:
            yield f"source: {record.source}"
    yield from (f"wrong form: {described(form)}{', fix: safe' * form.safe}" for form in gazetteer.forbidden() if form.parts == parts)
    if exact:
        return
    yield from (f"sounds like: {described(form)}" for form in gazetteer.alike(parts).forms)
    if len(parts) == 1:
        yield from (f"near: {described(form)}" for form in gazetteer.single(parts[0]))
    for i in range(len(parts) if len(parts) > 1 else 0):
        yield from (f"all but '{parts[i]}': {described(form)}" for form in gazetteer.slot(parts, i).forms)


def described(form: Form) -> str:
    """A form and whose it is, in one line."""
    known = form.known
    about = ", ".join(part for part in (known.kind, known.context, known.country) if part)
    name = form.text if form.text == known.name else f"{form.text} for {known.name}"
    return f"{name} ({about}, tier {known.tier})"
