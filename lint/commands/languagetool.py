"""presscheck languagetool: installs the better grammar engine, says how it is, stops its server."""

from __future__ import annotations

import sys

import click

from ..terminal import put, say


@click.group()
def command() -> None:
    """Install, ask after or stop LanguageTool, the better grammar engine."""


@command.command()
def install() -> None:
    """Download LanguageTool once (about 250 MB) into the cache folder; does nothing when it is there."""
    from ..grammar.install import install as put_in_place

    shows = sys.stderr is not None and sys.stderr.isatty()

    def progress(done: int, total: int) -> None:
        if shows:
            sys.stderr.write(f"\r\x1b[K{done} of {total} jars{'' if done < total else chr(10)}")
            sys.stderr.flush()

    there = put_in_place(progress)
    say(f"presscheck: LanguageTool {there.version} is in {there.folder} ({there.jars} jars, {there.size / 1e6:.0f} MB)")


@command.command()
def status() -> int:
    """Say what is installed, which Java runs it and whether its server is up. Exit code 1: something is missing."""
    from ..grammar import java, warm
    from ..grammar.install import installed

    there, found = installed(), java.find()
    put(f"LanguageTool: {f'{there.version} in {there.folder}' if there else 'not installed; run `presscheck languagetool install`'}\n")
    missing = "none; run `pip install 'presscheck[languagetool]'`"
    put(f"Java: {f'{found.version} ({found.path})' if found else missing}\n")
    state = warm.running()
    ends = f"ends itself after {warm.IDLE // 60} minutes without a question"
    put(f"Server: {f'port {state.port}, process {state.process}; {ends}' if state else 'not running'}\n")
    return 0 if there and found else 1


@command.command()
def stop() -> None:
    """End the LanguageTool server, which else ends itself some minutes after the last question."""
    from ..grammar import warm

    say("presscheck: LanguageTool's server was stopped" if warm.stop() else "presscheck: LanguageTool's server is not running")
