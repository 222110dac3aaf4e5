"""The library call: one text in, its findings out. It prints nothing, never exits, and may be called from several threads."""

from __future__ import annotations

import os
import threading
from collections import OrderedDict

from .config import Config, load
from .formats import from_text
from .model import Diagnostic
from .run import Request, Run

KEPT = 4
"""Most configurations whose engines are kept between calls."""
_runs: OrderedDict[Config, Run] = OrderedDict()
_lock = threading.Lock()


def check(
    text: str, *, path: str = "<text>", format: str = "text", config: Config | str | os.PathLike[str] | None = None
) -> list[Diagnostic]:
    """The findings in a text, sorted by place. Spans are 0-based code points, lines and columns 1-based, ends exclusive.

    `format` is text, markdown or html; `path` is the name in the findings and decides which overrides of the configuration hold.
    `config` is a Config or the path of a presscheck.yaml; None: the defaults, no file is looked for. Comments in the text silence findings
    as they do on the command line; a file of known findings is the command line's matter. Raises PresscheckError.
    """
    if config is None:
        config = Config(folder=os.getcwd())
    elif not isinstance(config, Config):
        config = load(os.fspath(config))
    run = _run(config)
    return run.findings(from_text(text, path, format, language=run.language(path)))[0]


def _run(config: Config) -> Run:
    with _lock:
        run = _runs.pop(config, None) or Run(Request(config))
        _runs[config] = run
        if len(_runs) > KEPT:
            _runs.popitem(last=False)[1].close()
        return run
