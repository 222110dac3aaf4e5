"""presscheck config: every setting, its value and the file and line it came from."""

from __future__ import annotations

from collections.abc import Iterator

import click

from ..config import Config
from ..run import Request, Run
from ..terminal import put, say
from .options import config_options, configuration, known_path


@click.command()
@config_options
def command(config_file: str | None, no_config: bool) -> None:
    """Print every setting, its value and where it came from. Wrong names in the configuration are errors, as they are for `check`."""
    config = configuration(config_file, no_config)
    run = Run(Request(config))
    for note in run.names.notes:
        say(f"presscheck: {note}")
    put("".join(f"{key}: {value}  # {place}\n" for key, value, place in settings(config)))


def settings(config: Config) -> Iterator[tuple[str, str, str]]:
    """Key, value and place of every setting, lists item by item."""
    yield "file", config.path or "none", config.path or "no presscheck.yaml from the working directory upwards"
    yield "language", config.language or "each text's own", config.place("language") if config.language else "default"
    yield "fail_level", config.fail_level, config.places.get("fail_level", "default")
    yield "max_warnings", "any" if config.max_warnings is None else str(config.max_warnings), config.places.get("max_warnings", "default")
    for name, most in config.budget:
        yield f"budget.{name}", str(most), config.place(f"budget/{name}")
    yield "require_reason", str(config.require_reason).lower(), config.places.get("require_reason", "default")
    yield "known", known_path(config, None), config.places.get("known", "default")
    for key in ("engine", "server", "java"):
        value = getattr(config, f"grammar_{key}")
        yield f"grammar.{key}", value or "none", config.places.get(f"grammar/{key}", "default")
    lists = {"select": config.select, "ignore": config.ignore, "exclude": config.exclude_patterns}
    lists |= {"names": config.names, "words": config.words, "gazetteers": config.all_gazetteers, "rules": config.rules}
    for name, values in lists.items():
        if not values:
            yield name, "all rules" if name == "select" else "none", "default"
        for value in values or ():
            yield name, value, config.places.get(f"{name}/{value}") or config.places.get(name, "")
    for rule, level in config.levels:
        yield f"levels.{rule}", level, config.place(f"levels/{rule}")
    for i, override in enumerate(config.overrides):
        where = ", ".join(override.patterns)
        for key in ("select", "ignore"):
            for value in getattr(override, key) or ():
                yield f"overrides.{i} ({where}) {key}", value, override.place(f"{key}/{value}")
        for rule, level in override.levels:
            yield f"overrides.{i} ({where}) levels.{rule}", level, override.place(f"levels/{rule}")
        if override.language:
            yield f"overrides.{i} ({where}) language", override.language, override.place("language")
