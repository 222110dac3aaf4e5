"""presscheck gazetteer learn: a table of an archive's own names, for a person to go through."""

from __future__ import annotations

import os

import click

from ..errors import ConfigError, PresscheckError
from ..files import contents, find
from ..terminal import Progress, say
from .options import config_options, configuration, deliver


@click.command()
@click.argument("archive", nargs=-1, required=True, metavar="ARCHIVE...")
@click.option("-o", "--output", metavar="FILE", help="Write the table to FILE.  [default: standard output]")
@click.option("--least", type=click.IntRange(1), default=3, show_default=True, help="Only names that stand in so many texts.")
@click.option("--index", metavar="INDEX", help="Leave out the names of this index.  [default: the shipped one]")
@click.option("--force", is_flag=True, help="Replace a table that is there, with what was written into it.")
@config_options
def command(
    archive: tuple[str, ...], output: str | None, least: int, index: str | None, force: bool, config_file: str | None, no_config: bool
) -> int:
    """Make a table of the names that the texts of an ARCHIVE (files, folders) say again and again and that no gazetteer has.

    Nothing of it is used before a person has gone through it: write x into the column `keep` of the rows that are right, then
    `presscheck gazetteer build` takes these rows and no others.
    """
    from .. import formats
    from ..names.fold import tokens
    from ..names.gazetteer import Gazetteer, shipped
    from ..names.learn import Learner, table
    from ..names.lexicon import Lexicon

    config = configuration(config_file, no_config)
    if output and os.path.lexists(output) and not force:
        raise ConfigError(f"{output} exists, perhaps with a person's work in it; name another file or use --force")
    found = find(archive, config)
    for line in found.missing:
        say(f"presscheck: error: {line}")
    faults, progress = len(found.missing), Progress(len(found.files), wanted=True)
    right = frozenset(tokens(name) for name in (*config.settings.names, *config.settings.words))
    with Gazetteer.open(index or shipped()) as gazetteer:
        learner = Learner(Lexicon((gazetteer,), right))
        for path in found.files:
            try:
                document, _ = formats.read(path, contents(path), language=config.language)
                learner.add(document, path.replace(os.sep, "/"))
            except PresscheckError as error:
                progress.clear()
                say(f"presscheck: error: {error}")
                faults += 1
            progress.step()
        progress.clear()
        rows = learner.rows(least)
    deliver(output, table(rows))
    what = "1 name that stands" if len(rows) == 1 else f"{len(rows)} names that stand"
    summary = f"{what} in {least} or more of {len(found.files)} texts"
    say(f"presscheck: {output or '<stdout>'}: {summary}{f'; {found.note}' if found.note else ''}")
    return 2 if faults else 0
