"""Which rules run on which file, and at what level: select, ignore, levels and overrides applied to the rules."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from .config import Config, Override
from .errors import ConfigError, nearest
from .globs import decide
from .model import Level, Rule

CRASH, UNUSED, REASON = "presscheck/crash", "presscheck/unused-ignore", "presscheck/missing-reason"
ACROSS = "names/across"
OWN_RULES = {CRASH: Level.ERROR, "presscheck/language": Level.NOTE, UNUSED: Level.WARNING, REASON: Level.ERROR, ACROSS: Level.WARNING}
"""Findings about the run itself or about several texts; they have no rule file. All but the crash can be ignored or given a level."""
OWN_WAS = {"presscheck/stale-known": UNUSED}
"""Former ids of these findings."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What the command line says about rules: it replaces the configuration's `select` and adds to its `ignore`."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    preview: bool = False


class Names:
    """Rule ids and families as a user may write them, former ids included; `notes` collects one line for each former id that was used."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        """Index the rules; the names of all of them are known, whether they run or not."""
        rules = list(rules)
        self.ids = {rule.id for rule in rules} | set(OWN_RULES)
        self.families = {name.partition("/")[0] for name in self.ids}
        self.former = OWN_WAS | {old: rule.id for rule in rules for old in rule.was}
        self.notes: list[str] = []

    def current(self, name: str, where: str) -> str:
        """The id or family a name stands for. Raises ConfigError, naming `where`, for one that doesn't exist."""
        if name in self.former:
            note = f"{where}: the rule {name} is now called {self.former[name]}; the old id still works"
            if note not in self.notes:
                self.notes.append(note)
            return self.former[name]
        if name not in self.ids and name not in self.families:
            raise ConfigError(f"{where}: there is no rule or family '{name}'{nearest(name, self.ids | self.families)}")
        return name


@dataclass(frozen=True, slots=True)
class Selected:
    """Rules as they run on some files, at the configuration's levels; `own` has the levels of presscheck's own findings, None for off."""

    rules: tuple[Rule, ...]
    own: Mapping[str, Level | None]


def profile(config: Config, path: str) -> tuple[int, ...]:
    """Numbers of the overrides that a file matches; `path` is relative to the configuration's folder, slashes forward."""
    return tuple(i for i, override in enumerate(config.overrides) if decide(override.files, path))


def selected(rules: Sequence[Rule], names: Names, config: Config, choice: Choice, overrides: Sequence[Override] = ()) -> Selected:
    """The rules that run. A rule id outweighs its family; of two equal ones `ignore` wins; overrides come after what stands around them.

    Raises ConfigError for a name that doesn't exist, and for a rule in preview that --select names without --preview.
    """
    levels = {**OWN_RULES, **{rule.id: rule.level for rule in rules}}
    on = dict.fromkeys(levels, True)
    changed = dict(levels)
    layers: list[Config | Override] = [config, *overrides]
    for layer in layers:
        _switch(on, *(_current(names, layer, key, getattr(layer, key)) for key in ("select", "ignore")))
        given = {names.current(name, f"{layer.place(f'levels/{name}')}: levels"): level for name, level in layer.levels}
        for rule_id in levels:
            level = given.get(rule_id, None if rule_id == CRASH else given.get(_family(rule_id)))
            on[rule_id] &= level != "off"
            if level is not None and level != "off":
                changed[rule_id] = Level[level.upper()]
    wanted = [names.current(name, "--select") for name in choice.select] or None
    for rule in rules:
        if wanted and rule.id in wanted and rule.preview and not choice.preview:
            raise ConfigError(f"--select: the rule '{rule.id}' is in preview; add --preview to run it")
    _switch(on, wanted, [names.current(name, "--ignore") for name in choice.ignore])
    if not on[CRASH] or changed[CRASH] != Level.ERROR:
        raise ConfigError(f"{CRASH} can't be ignored or lowered: it says that findings are missing")
    kept = [rule for rule in rules if on[rule.id] and (choice.preview or not rule.preview)]
    at_level = (rule if changed[rule.id] == rule.level else replace(rule, level=changed[rule.id]) for rule in kept)
    return Selected(tuple(at_level), {name: changed[name] if on[name] else None for name in OWN_RULES})


def _current(names: Names, layer: Config | Override, key: str, listed: Sequence[str] | None) -> list[str] | None:
    return None if listed is None else [names.current(name, f"{layer.place(f'{key}/{name}')}: {key}") for name in listed]


def _switch(on: dict[str, bool], select: Sequence[str] | None, ignore: Sequence[str] | None) -> None:
    for rule_id in on:
        ignored = _rank(rule_id, ignore or ())
        if select is None or rule_id in OWN_RULES:
            on[rule_id] &= not ignored or (rule_id == CRASH and ignored == 1)
        else:
            on[rule_id] = _rank(rule_id, select) > ignored


def _rank(rule_id: str, listed: Sequence[str]) -> int:
    """2 when the id is listed, 1 when its family is, else 0."""
    return 2 if rule_id in listed else int(_family(rule_id) in listed)


def _family(rule_id: str) -> str:
    return rule_id.partition("/")[0]
