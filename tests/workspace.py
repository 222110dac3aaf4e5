"""A folder of its own for a test of the command line: three small rules, a configuration that runs only these, texts, and a way to run."""

from __future__ import annotations

import os
import pathlib
from dataclasses import dataclass

import pytest

from lint.cli import run

REPLY = """id: demo/reply
kind: phrases
level: error
message: "'{found}' is left over."
why: It is the page's.
languages: any
at: line
phrases: {en: [Leave a Reply]}
fix: safe
examples:
  bad: ["It ended.\\n\\n[[Leave a Reply => ]]"]
  good: ["Leave a reply there.", "It ended."]
"""
TEH = """id: demo/teh
kind: pattern
level: warning
message: "'{found}' is '{replacement}'."
why: A slip.
languages: any
patterns: [teh]
replace: the
fix: safe
was: [demo/hte]
examples:
  bad: ["On [[teh => the]] hill."]
  good: ["On the hill.", "A tehsil is a district."]
"""
UTILISE = """id: demo/utilise
kind: pattern
level: note
message: "'{found}' may be '{replacement}'."
why: It is longer.
languages: any
patterns: [utilise]
replace: use
fix: suggest
examples:
  bad: ["They [[utilise => use]] it."]
  good: ["They use it.", "Utilised well."]
"""
CONFIG = """rules: demo-rules
select: demo
grammar: {engine: off}
"""


@dataclass(frozen=True)
class Ran:
    """What one command line did."""

    code: int
    out: bytes
    err: bytes

    @property
    def lines(self) -> list[str]:
        """Standard output, line by line."""
        return self.out.decode("utf-8", "surrogateescape").splitlines()

    @property
    def said(self) -> list[str]:
        """Standard error, line by line."""
        return self.err.decode("utf-8", "surrogateescape").splitlines()


class Workspace:
    """A folder that is the working directory; `run` calls the command line in this process."""

    def __init__(self, folder: pathlib.Path, capture: pytest.CaptureFixture[bytes]) -> None:
        """Write the rules and the configuration."""
        self.folder, self._capture = folder, capture
        for name, text in (("reply", REPLY), ("teh", TEH), ("utilise", UTILISE)):
            self.write(f"demo-rules/demo/{name}.yaml", text)
        self.write("presscheck.yaml", CONFIG)

    def write(self, path: str, content: str | bytes) -> pathlib.Path:
        """Write a file, its folders included; text as UTF-8, as it stands."""
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content if isinstance(content, bytes) else content.encode())
        return target

    def read(self, path: str) -> bytes:
        """The bytes of a file."""
        return (self.folder / path).read_bytes()

    def printed(self) -> tuple[bytes, bytes]:
        """What went to standard output and standard error since the last look."""
        return tuple(self._capture.readouterr())

    def run(self, *arguments: str) -> Ran:
        """Run presscheck with these arguments."""
        self._capture.readouterr()
        code = run([os.fspath(argument) for argument in arguments])
        captured = self._capture.readouterr()
        return Ran(code, captured.out, captured.err)
