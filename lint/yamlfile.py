"""YAML read strictly, with the line of every key: no repeated keys, no keys but text, dates as they are written."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .errors import PresscheckError

if TYPE_CHECKING:
    import yaml

Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Loaded:
    """A decoded YAML file; `lines` holds the 1-based line of each key and list item by its path inside the value."""

    file: str
    value: Any
    lines: dict[Path, int]

    def where(self, *path: str | int) -> str:
        """`file:line` of a key, or of the nearest key around it that is known."""
        for n in range(len(path), -1, -1):
            if path[:n] in self.lines:
                return f"{self.file}:{self.lines[path[:n]]}"
        return self.file


def load(file: str, error: type[PresscheckError]) -> Loaded:
    """Read one YAML file. What is wrong with it is raised as `error`, naming file, line and what was expected."""
    try:
        with open(file, encoding="utf-8-sig") as stream:
            text = stream.read()
    except OSError as problem:
        raise error(f"{file}: can't be read: {problem.strerror}") from problem
    except UnicodeDecodeError as problem:
        raise error(f"{file}: is not UTF-8 (byte {problem.start}); save it as UTF-8") from problem
    return parse(text, file, error)


def parse(text: str, file: str, error: type[PresscheckError]) -> Loaded:
    """The same for the text of a file."""
    import yaml

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    lines: dict[Path, int] = {(): 1}
    try:
        node = yaml.compose(text, Loader=loader)
        value = None if node is None else _value(node, (), lines, file, error)
    except yaml.MarkedYAMLError as problem:
        line = problem.problem_mark.line + 1 if problem.problem_mark else 1
        raise error(f"{file}:{line}: is not valid YAML: {problem.problem or problem.context}") from problem
    except yaml.YAMLError as problem:
        raise error(f"{file}: is not valid YAML: {' '.join(str(problem).split())}") from problem
    return Loaded(file, value, lines)


def _value(node: yaml.Node, path: Path, lines: dict[Path, int], file: str, error: type[PresscheckError]) -> Any:
    import yaml

    lines.setdefault(path, node.start_mark.line + 1)
    if isinstance(node, yaml.MappingNode):
        out = {}
        for key_node, value_node in node.value:
            key, line = key_node.value, key_node.start_mark.line + 1
            if not isinstance(key_node, yaml.ScalarNode) or not key_node.tag.endswith(":str"):
                raise error(f"{file}:{line}: the key {key!r} is not text; put it in quotes")
            place = (*path, key)
            if key in out:
                raise error(f"{file}:{line}: {key}: the key stands twice; keep one (the first is on line {lines[place]})")
            lines[place] = line
            out[key] = _value(value_node, place, lines, file, error)
        return out
    if isinstance(node, yaml.SequenceNode):
        return [_value(item, (*path, i), lines, file, error) for i, item in enumerate(node.value)]
    tag = node.tag.rpartition(":")[2]
    if tag in ("int", "float", "bool", "null"):
        scalar: Any = getattr(yaml.constructor.SafeConstructor(), f"construct_yaml_{tag}")(node)
        return scalar
    return node.value


def stamp(file: str) -> list[object]:
    """What changes when a file does: its path, time of change in nanoseconds and size. Raises OSError."""
    status = os.stat(file)
    return [file, status.st_mtime_ns, status.st_size]
