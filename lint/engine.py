"""Engine(rules).check(document) -> diagnostics: runs the kinds, stamps their hits, resolves overlaps, adds the verdict. The only door."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from . import kinds
from .document import Document
from .errors import PresscheckError
from .formats import written
from .languages import language_name
from .lazyregex import regex
from .lm.verifier import Verifier, confirmed, opened
from .model import Diagnostic, Edit, Fix, Hit, Level, Related, Rule, Safety, Settings, Span
from .overlaps import level_of, resolve
from .removal import removal

CRASH = "presscheck/crash"
LANGUAGE = "presscheck/language"
SHOWN = 60
"""Most code points of found text that a message quotes."""
_SPACES = regex(r"\s+")
_STRAY_MARKUP = regex(r"\*\*|`")
"""Marks of Markdown that stand in the prose because their other half is missing: whose they are is for a person to say."""


class Engine:
    """Rules compiled for use on any number of documents, from any number of threads."""

    def __init__(self, rules: Sequence[Rule], settings: Settings | None = None) -> None:
        """Compile the rules by kind. Raises RuleError or GrammarError when one can't be used."""
        settings = settings or Settings()
        groups: dict[str, list[Rule]] = {}
        for rule in rules:
            groups.setdefault(rule.kind, []).append(rule)
        self.rules = tuple(rules)
        self._silent: dict[str, int] = {}
        self._checks: list[tuple[str, Callable[..., Iterable[Hit]]]] = []
        self._after: list[tuple[int, str, Callable[..., Iterable[Hit]]]] = []
        self._verifies = any(rule.verify for rule in rules)
        self._verifier: Verifier | None = None
        self._model = settings.lm_model
        if self._verifies and self._model != "ngram":
            self._verifier = opened(self._model)  # a missing extra is said before the first text is read
        for kind, members in sorted(groups.items()):
            module = kinds.load(kind, members[0].path)
            check = module.compile(members, settings)
            if after := getattr(module, "AFTER", False):
                self._after.append((int(after), kind, check))
            else:
                self._checks.append((kind, check))
        self._after.sort(key=lambda entry: entry[:2])

    @property
    def notes(self) -> list[str]:
        """What the user should know about the run so far, such as which grammar engine ran."""
        return [note for _, check in self._checks for note in getattr(check, "notes", ())]

    def close(self) -> None:
        """End what checks hold open, such as a server."""
        for _, check in self._checks:
            getattr(check, "close", lambda: None)()

    def _confirmed(self, document: Document, hits: Iterable[Hit]) -> Iterator[Hit]:
        """The hits of rules with `verify: lm` that the model confirms; it is opened when the first one asks."""
        asking = [hit for hit in hits if hit.rule.verify]
        if not asking:
            return
        if self._verifier is None:
            self._verifier = opened(self._model)
        yield from confirmed(document, asking, self._verifier)

    def _silent_in(self, language: str) -> int:
        """How many rules for English don't apply to a language."""
        if language not in self._silent:
            self._silent[language] = sum(rule.applies_to("en") and not rule.applies_to(language) for rule in self.rules)
        return self._silent[language]

    def check(self, document: Document) -> list[Diagnostic]:
        """The findings in one document, sorted by place. A kind that raises becomes a finding `presscheck/crash`; the others still run.

        What is the user's to mend, such as a grammar server that doesn't answer, is raised as the PresscheckError it is.
        """
        crashes: list[Diagnostic] = []
        hits: list[Hit] = []
        for kind, check in self._checks:
            _collect(kind, check, (document,), hits, crashes)
        foreign = {n: language for n, language in enumerate(document.languages) if self._silent_in(language)}
        hits = _in_their_language(document, hits)
        if self._verifies:
            asked: list[Hit] = []
            _collect("verify: lm", self._confirmed, (document, hits), asked, crashes)
            hits = asked + [hit for hit in hits if not hit.rule.verify]
        hits = resolve(hits)
        late: list[Hit] = []
        for rank, kind, check in self._after:
            _collect(kind, check, (document, [*hits, *late] if rank > 1 else hits), late, crashes)
        out = crashes
        for hit in (*late, *hits):
            try:
                out.append(_diagnostic(document, hit))
            except (LookupError, ValueError, AttributeError) as error:  # the message names what the kind did not give
                out.append(_crash(document, f"the rule {hit.rule.id}", error))
        if foreign:
            out.append(_language_note(document, foreign, self._silent))
        out.sort(key=lambda d: (d.span, d.scope != "document", d.rule))
        return _with_fingerprints(document, out)


def _collect(
    kind: str, check: Callable[..., Iterable[Hit]], arguments: tuple[object, ...], hits: list[Hit], crashes: list[Diagnostic]
) -> None:
    try:
        for hit in check(*arguments):
            hits.append(hit)
    except PresscheckError:
        raise
    except Exception as error:  # noqa: BLE001 one text must not end the run; the crash is reported and ends in exit code 3
        cause = error.__cause__ if isinstance(error, kinds.RuleCrash) and error.__cause__ else error
        who = f"the rule {error.rule}" if isinstance(error, kinds.RuleCrash) else f"the kind '{kind}'"
        document = arguments[0]
        assert isinstance(document, Document)
        crashes.append(_crash(document, who, cause))


def _crash(document: Document, who: str, cause: BaseException) -> Diagnostic:
    reason = _SPACES.sub(" ", f"{type(cause).__name__}: {cause}")[:80]
    message = f"{who} failed on this text ({reason}); its findings are missing. Please report it."
    return _placed(document, Span(0, 0), CRASH, Level.ERROR, message, scope="document")


def _in_their_language(document: Document, hits: list[Hit]) -> list[Hit]:
    out = []
    for hit in hits:
        number = document.paragraph_at(hit.span.start)
        if number is None or hit.rule.applies_to(document.languages[number]):
            out.append(hit)
    return out


def _language_note(document: Document, foreign: dict[int, str], silent: dict[str, int]) -> Diagnostic:
    ranges: list[tuple[str, int, int]] = []
    last = -2
    for number, language in foreign.items():
        paragraph = document.to_source(document.paragraphs[number])
        first, end = document.position(paragraph.start)[0], document.position(paragraph.end)[0]
        if ranges and ranges[-1][0] == language and number == last + 1:
            ranges[-1] = (language, ranges[-1][1], end)
        else:
            ranges.append((language, first, end))
        last = number
    parts = []
    for language in dict.fromkeys(foreign.values()):
        lines = [f"{a}-{b}" if b > a else f"{a}" for name, a, b in ranges if name == language]
        many = len(lines) > 1 or "-" in lines[0]
        shown = ", ".join(lines[:4]) + (" …" if len(lines) > 4 else "")
        rules = "1 English rule" if silent[language] == 1 else f"{silent[language]} English rules"
        where = f"lines {shown} are" if many else f"line {shown} is"
        parts.append(f"{where} {language_name(language)}: {rules} did not run")
    span = document.to_source(document.paragraphs[next(iter(foreign))])
    return _placed(document, span, LANGUAGE, Level.NOTE, "; ".join(parts) + ".", scope="document")


def _diagnostic(document: Document, hit: Hit) -> Diagnostic:
    rule = hit.rule
    span = document.to_source(hit.span)
    args: dict[str, Any] = {**hit.args, "found": shortened(document.text(hit.span))}
    args["replacement"] = hit.replacements[0] if hit.replacements else ""
    message = _SPACES.sub(" ", rule.message.format(**args))
    fix = _fix(document, hit, span) if hit.replacements and rule.fix != "none" else None
    related = tuple(Related(document.to_source(r.span), r.message) for r in hit.related)
    return _placed(
        document,
        span,
        rule.id,
        level_of(hit),
        message,
        scope=rule.scope,
        replacements=hit.replacements,
        fix=fix,
        related=related,
        score=hit.score,
    )


def _fix(document: Document, hit: Hit, span: Span) -> Fix | None:
    text = hit.replacements[0]
    safety = _safety(document, hit)
    if text:
        if document.format in ("xliff", "tmx") and "<" in document.source[span.start : span.end]:
            return None  # the edit would take inline tags away, and half a pair of them breaks the file
        return Fix((Edit(span, written(text, document.format)),), safety)
    cut = removal(document.source, span)
    start, end = hit.span
    fills_line = document.prose[end : end + 1] in ("", "\n") and document.prose[max(0, start - 1) : start] in ("", "\n")
    if document.format != "text" and fills_line and not _fills_line(document.source, cut):
        safety = "suggest"
    return Fix((Edit(cut, ""),), safety)


def _safety(document: Document, hit: Hit) -> Safety:
    stray = document.format == "markdown" and _STRAY_MARKUP.search(document.text(hit.span))
    return "safe" if (hit.safe or hit.rule.fix == "safe") and not stray and document.is_verbatim(hit.span) else "suggest"


def _fills_line(source: str, cut: Span) -> bool:
    return source[max(0, cut.start - 1) : cut.start] in ("", "\n", "\r") and (cut.end == len(source) or source[cut.end - 1] in "\r\n")


def _placed(document: Document, span: Span, rule: str, level: Level, message: str, **more: Any) -> Diagnostic:
    line, column = document.position(span.start)
    end_line, end_column = document.position(span.end)
    found = document.source[span.start : span.end]
    return Diagnostic(document.path, span, line, column, end_line, end_column, rule, level, message, found=found, **more)


def shortened(text: str) -> str:
    """Found text fit for a message: spaces collapsed, the middle of a long text left out."""
    text = _SPACES.sub(" ", text).strip()
    return text if len(text) <= SHOWN else f"{text[: SHOWN * 2 // 3].rstrip()} … {text[-SHOWN // 4 :].lstrip()}"


def _with_fingerprints(document: Document, diagnostics: list[Diagnostic]) -> list[Diagnostic]:
    """Each finding with a hash of its rule and found text; equal ones are told apart by the words beside them, then by a counter."""
    import dataclasses

    import xxhash

    def key(d: Diagnostic) -> tuple[str, str]:
        return d.rule, "" if d.scope == "document" else _SPACES.sub(" ", d.found)

    same = Counter(map(key, diagnostics))
    seen: Counter[tuple[str, ...]] = Counter()
    out = []
    for d in diagnostics:
        parts: tuple[str, ...] = key(d)
        if same[key(d)] > 1:
            before = document.source[max(0, d.span.start - 40) : d.span.start].split()[-2:]
            after = document.source[d.span.end : d.span.end + 40].split()[:2]
            parts = (*parts, *before, "|", *after)
        seen[parts] += 1
        text = "\0".join((*parts, str(seen[parts])))
        out.append(dataclasses.replace(d, fingerprint=xxhash.xxh3_64_hexdigest(text.encode("utf-8", "surrogatepass"))))
    return out
