"""One file of a run: read, decoded, checked and, when asked to, fixed. What is wrong with it becomes part of the outcome."""

from __future__ import annotations

import traceback
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from .document import Document
from .errors import PresscheckError, ReadError
from .files import STDIN, contents
from .findings import at_line
from .formats import format_of, from_text, read
from .formats.decode import Decoded, decode, encode
from .model import Diagnostic, Level
from .reports import Result
from .run import Run
from .selection import CRASH

if TYPE_CHECKING:
    from .known import Key
    from .names.across import Name


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file. `error` says why it could not be read, `crash` is a traceback when presscheck failed on it.

    `used` counts known findings, `ran` holds the ids of the rules that ran for certain, `fixed` is the number of fixes applied;
    `content` is for standard output: the fixed text of standard input, or a diff. `names` is for a look across the texts.
    """

    result: Result
    notes: tuple[str, ...] = ()
    error: str | None = None
    crash: str | None = None
    used: Counter[Key] = field(default_factory=Counter)
    ran: frozenset[str] = frozenset()
    fixed: int = 0
    content: bytes | None = None
    names: tuple[Name, ...] = ()


def check(run: Run, path: str, data: bytes | None = None) -> Outcome:
    """The outcome of one file, or of the bytes given for it. Raises PresscheckError for what is wrong with the run, not with the file."""
    shown = run.request.stdin_filename if path == STDIN else path
    engine = run.engine(shown)[0]
    ran = run.judged(shown)
    try:
        outcome = _checked(run, path, shown, contents(path) if data is None else data)
    except ReadError as error:
        return Outcome(Result(shown), error=str(error), ran=ran)
    except PresscheckError:
        raise  # the user's mistake about the whole run, such as a language that is none
    except Exception as error:  # noqa: BLE001 one text must not end the run: it ends in exit code 3 and says what to report
        message = f"presscheck failed on this text ({type(error).__name__}); it was not checked. Please report it."
        crash = at_line(shown, 1, CRASH, Level.ERROR, message, scope="document")
        return Outcome(Result(shown, (crash,)), crash=traceback.format_exc())
    if any(d.rule == CRASH for d in outcome.result.diagnostics):
        ran = frozenset()  # what a check that crashed would have found is not gone
    return replace(outcome, notes=(*outcome.notes, *engine.notes), ran=ran)


def _checked(run: Run, path: str, shown: str, data: bytes) -> Outcome:
    decoded = decode(shown, data)
    document = _document(run, decoded.text, shown)
    found, used = run.findings(document)
    changes = run.request.changes
    if changes is not None:
        found = [d for d in found if d.rule == CRASH or changes.touches(d, document.source)]
    outcome = Outcome(_result(document, found), decoded.notes, used=used, names=run.names_in(document))
    if run.request.fixing == "no":
        return outcome
    if run.request.fixing == "write" and path == STDIN:
        outcome = replace(outcome, content=data)
    if not any(d.fix for d in found):
        return outcome
    if not decoded.exact:
        note = f"{shown}: nothing is fixed here, as some of its bytes could not be read for certain"
        return replace(outcome, notes=(*decoded.notes, note))
    return _fixed(run, path, shown, data, decoded, outcome)


def _fixed(run: Run, path: str, shown: str, data: bytes, decoded: Decoded, outcome: Outcome) -> Outcome:
    from .fix import ROUNDS, fixed, replace_file, unified_diff

    after = fixed(
        decoded.text,
        lambda source: run.findings(_document(run, source, shown))[0],
        unsafe=run.request.unsafe,
        writable=lambda text: _fits(text, decoded),
    )
    notes = outcome.notes if after.settled else (*outcome.notes, f"{shown}: its fixes did not settle in {ROUNDS} rounds; please report it")
    new = encode(after.text, decoded)
    if new == data:
        return replace(outcome, notes=notes)
    if run.request.fixing == "diff":
        return replace(outcome, notes=notes, fixed=after.applied, content=unified_diff(shown, data, new))
    if path != STDIN:
        replace_file(path, data, new)
    document = _document(run, after.text, shown)
    # The known findings are counted before the fixes, so that an entry whose finding was silenced does not look stale.
    result = _result(document, after.diagnostics)
    return replace(outcome, result=result, notes=notes, fixed=after.applied, content=new if path == STDIN else None)


def _fits(text: str, decoded: Decoded) -> bool:
    try:
        encode(text, decoded)
    except ReadError:
        return False
    return True


def _document(run: Run, text: str, path: str) -> Document:
    document = from_text(text, path, format_of(path) or "text", language=run.language(path), date=run.request.date)
    if run.request.source is None:
        return document
    from .bilingual.align import with_source

    return with_source(document, _source(run.request.source))


@lru_cache(maxsize=1)
def _source(path: str) -> Document:
    return read(path, contents(path))[0]


def _result(document: Document, found: Iterable[Diagnostic]) -> Result:
    """The findings with line and column of all that their edits and relations name."""
    found = tuple(found)
    offsets = {offset for d in found if d.fix for edit in d.fix.edits for offset in edit.span}
    offsets.update(offset for d in found for related in d.related for offset in related.span)
    return Result(document.path, found, {offset: document.position(offset) for offset in offsets})
