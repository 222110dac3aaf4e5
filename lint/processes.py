"""The files of a run in order, by one process or several. Several give the very outcomes of one, in the same order."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from functools import lru_cache

from .files import STDIN
from .onefile import Outcome, check
from .run import Request, Run

ENOUGH_BYTES = 4_000_000
ENOUGH_FILES = 200
"""A new process takes about as long to start as this much text takes to check: below both, one process does all."""


def outcomes(run: Run, paths: Sequence[str], jobs: int | None = None) -> Iterator[Outcome]:
    """The outcome of each path, in the order of `paths`. `jobs` is the most processes to use, None: as many as there are processors.

    Raises RuleError and GrammarError when an engine can't be built.
    """
    jobs = min(jobs or _processors(), len(paths) or 1)
    if jobs == 1 or STDIN in paths or not (len(paths) > ENOUGH_FILES or _size(paths) > ENOUGH_BYTES):
        for path in paths:
            yield check(run, path, _standard_input() if path == STDIN else None)
        return
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_begin, initargs=(run.request,))
    try:
        yield from pool.map(_work, paths, chunksize=max(1, min(16, len(paths) // (4 * jobs))))
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _standard_input() -> bytes:
    import sys

    return sys.stdin.buffer.read()


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _size(paths: Sequence[str]) -> int:
    total = 0
    for path in paths:
        try:
            total += os.stat(path).st_size
        except OSError:
            continue  # whoever reads the file says what is wrong with it
    return total


_requests: list[Request] = []


def _begin(request: Request) -> None:
    """Keep the request for `_work`; the run is built there, because an exception raised here would be lost."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _requests[:] = [request]


@lru_cache(maxsize=1)
def _run() -> Run:
    from multiprocessing.util import Finalize

    run = Run(_requests[0])
    Finalize(None, run.close, exitpriority=10)
    return run


def _work(path: str) -> Outcome:
    return check(_run(), path)
