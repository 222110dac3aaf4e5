"""Lines judged by shape, place and neighbours: what proves nothing alone but does in company. Runs after the other kinds.

A line is a candidate when it is one of `words` (language -> phrases, matched as by kind `phrases` with `at: line`), when one of `patterns`
(RE2) matches all of it, or when it has the `shape` `headline` (up to 24 words that don't end like a sentence); one that an expression of
`unless` matches somewhere is none, nor is, with `continued: false`, one that stands after the end of a sentence and before a line that
begins in lower case, the subject of what follows. What it then needs:

`place: head` keeps to lines before the first line of prose, `below` to those behind it, `tail` to those behind the last one; prose has 20
words or more (40 Chinese characters) and ends like a sentence, and a text without any has none of these places; for `tail`, ten words are
enough where the family has not found the line. `near: N` wants a line that another finding of the family fills, at most N lines away,
blank lines not counted; `together: M` is content, instead, with M candidates (itself included) among the lines so near. `after` (rule
names of the family) wants the candidates to follow directly on a line that one of these rules found. `run: N` makes one finding of N or
more candidates in unbroken sequence, of which one is among `marks` where these are given; a message may say how many with `{count}`. A
line that the family has found already is no candidate.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Literal

from ..document import Document
from ..lazyregex import regex
from ..model import Hit, Rule, Settings, Span
from . import phrases
from .patternset import PatternSet, loose_form, refusal
from .phrases import normalise_line

AFTER = True
PROSE_WORDS = 20
LAST_WORDS = 10
"""A shorter line still ends the text proper when it ends like a sentence and no rule of the family has found it."""
HEADLINE_WORDS = 24
LONGEST = 300
"""Code points; a longer line is no candidate by pattern or shape."""
_WORD = regex(r"[^\W_]+(?:['’-][^\W_]+)*")
_UNSPACED = regex("[\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_SENTENCE_END = regex(r"[.!?…。！？؟۔।][\"'”’»)\]]*$")


@dataclass(frozen=True, slots=True)
class Options:
    """The keys of a rule of kind `lines`."""

    words: dict[str, list[str]] = field(default_factory=dict)
    patterns: list[str] = field(default_factory=list)
    unless: list[str] = field(default_factory=list)
    continued: bool = True
    shape: Literal["none", "headline"] = "none"
    place: Literal["anywhere", "head", "below", "tail"] = "anywhere"
    near: int = 0
    together: int = 0
    after: list[str] = field(default_factory=list)
    run: int = 1
    marks: dict[str, list[str]] = field(default_factory=dict)
    _words: list[list[str]] | None = field(default=None, compare=False, repr=False)
    _patterns: list[list[str]] | None = field(default=None, compare=False, repr=False)
    _marks: list[str] | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a text that are not blank, the first and the last of prose (None without any), and which lines each rule has found."""

    lines: list[Span]
    prose: tuple[int, int] | None
    found: dict[str, set[int]]

    @property
    def filled(self) -> frozenset[int]:
        """The lines that any rule has found."""
        return frozenset(i for numbers in self.found.values() for i in numbers)


def problems(options: Options) -> Iterator[tuple[str, str]]:
    """What is wrong with the options, as key and message; run once when the rule file is read."""
    if not options.words and not options.patterns and options.shape == "none":
        yield "words", "expected `words`, `patterns` or a `shape`"
    if options.words:
        yield from (("words", message) for _, message in phrases.problems(phrases.Options(at="line", phrases=options.words)))
    for key in ("patterns", "unless"):
        for pattern in getattr(options, key):
            if reason := refusal(pattern):
                yield key, f"RE2 refuses {pattern!r}: {reason}"
    if options.shape != "none" and not options.after:
        yield "shape", "a shape proves nothing by itself; name the rules it must follow under `after`"
    if options.together and not options.near:
        yield "together", "say under `near` how many lines away the others may be"
    for key in ("near", "together", "run"):
        if getattr(options, key) < (key == "run"):
            yield key, f"expected {'1' if key == 'run' else '0'} or more"


def prepare(options: Options) -> Options:
    """The options with the keys of `words` and `marks` and the expressions worked out, as `phrases.prepare` does."""
    expressions = [f"^(?:{pattern})$" for pattern in options.patterns]
    return dataclasses.replace(
        options,
        _words=phrases.prepare(phrases.Options(at="line", phrases=options.words))._prepared,
        _patterns=[[expression, loose_form(expression)] for expression in expressions],
        _marks=sorted({normalise_line(mark) for listed in options.marks.values() for mark in listed}),
    )


def compile(rules: Sequence[Rule], settings: Settings) -> Callable[[Document, Iterable[Hit]], Iterator[Hit]]:
    """One check for all rules of the kind; it gets the document and the hits of the kinds before it."""
    rules = [rule if rule.options._words is not None else dataclasses.replace(rule, options=prepare(rule.options)) for rule in rules]
    worded = [_as_phrases(rule) for rule in rules if rule.options.words]
    by_words = phrases.compile(worded, settings)
    owners = [(rule.id, exact, loose) for rule in rules for exact, loose in rule.options._patterns]
    patterns = PatternSet([exact for _, exact, _ in owners], [loose for _, _, loose in owners])
    exceptions = {rule.id: PatternSet(rule.options.unless) for rule in rules if rule.options.unless}
    marks = {rule.id: set(rule.options._marks) for rule in rules}
    ordered = sorted(rules, key=lambda rule: (bool(rule.options.near or rule.options.after), rule.id))

    def check(document: Document, hits: Iterable[Hit]) -> Iterator[Hit]:
        page = page_of(document, hits)
        number = {line.start: i for i, line in enumerate(page.lines)}
        candidates: dict[str, set[int]] = {rule.id: set() for rule in rules}
        for hit in by_words(document) if worded else ():
            candidates[hit.rule.id].add(number[hit.span.start])
        for i, line in enumerate(page.lines):
            if owners and line.end - line.start <= LONGEST:
                for match in patterns.search(document.text(line)):
                    candidates[owners[match.index][0]].add(i)
        for name, exception in exceptions.items():
            candidates[name] = {i for i in candidates[name] if not any(exception.search(document.text(page.lines[i])))}
        for rule in ordered:
            taken = {i for name, found in page.found.items() if name.partition("/")[0] == rule.family for i in found}
            if rule.options.shape == "headline" and taken:
                candidates[rule.id] |= {i for i, line in enumerate(page.lines) if _is_headline(document.text(line))}
            if not rule.options.continued:
                candidates[rule.id] = {i for i in candidates[rule.id] if not _is_subject(document, page.lines, i)}
            lines = _in_company(rule, _in_place(rule.options.place, candidates[rule.id] - taken, page), taken)
            for run in _runs(document, rule, lines, page, marks[rule.id]):
                page.found.setdefault(rule.id, set()).update(run)
                span = Span(page.lines[run[0]].start, page.lines[run[-1]].end)
                yield Hit(rule, span, () if rule.fix == "none" else ("",), args={"count": len(run)})

    return check


def _as_phrases(rule: Rule) -> Rule:
    options = phrases.Options(at="line", phrases=rule.options.words, _prepared=rule.options._words)
    return dataclasses.replace(rule, fix="none", options=options)


def page_of(document: Document, hits: Iterable[Hit]) -> Page:
    """The lines of a text and which of them the hits fill by more than half."""
    lines: list[Span] = []
    prose: list[int] = []
    short: list[int] = []
    for line in document.lines:
        text = document.text(line)
        stripped = text.strip()
        if stripped:
            start = line.start + len(text) - len(text.lstrip())
            words = _sentence_words(stripped)
            if words >= PROSE_WORDS:
                prose.append(len(lines))
            elif words >= LAST_WORDS:
                short.append(len(lines))
            lines.append(line if len(stripped) == len(text) else Span(start, start + len(stripped)))
    found = lines_found(lines, hits)
    filled = {i for numbers in found.values() for i in numbers}
    last = max((i for i in (*prose, *short) if i not in filled), default=0)
    return Page(lines, (prose[0], max(prose[0], last)) if prose else None, found)


def lines_found(lines: Sequence[Span], hits: Iterable[Hit]) -> dict[str, set[int]]:
    """Rule by rule the numbers of the lines that its hits fill by more than half."""
    found: dict[str, set[int]] = {}
    at = 0
    for hit in sorted(hits, key=lambda hit: hit.span):
        while at < len(lines) and lines[at].end < hit.span.start:
            at += 1
        for i in range(at, len(lines)):
            if lines[i].start >= hit.span.end:
                break
            if lines[i].overlap(hit.span) * 2 > lines[i].end - lines[i].start:
                found.setdefault(hit.rule.id, set()).add(i)
    return found


def _sentence_words(text: str) -> int:
    """How many words a line has that ends like a sentence, else 0; in scripts without spaces two characters are about a word."""
    if not _SENTENCE_END.search(text[-4:]):
        return 0
    return max(len(text.split()), len(_UNSPACED.findall(text)) // 2 if len(text) >= LAST_WORDS else 0)


def _is_headline(text: str) -> bool:
    return len(text) <= LONGEST and 1 <= len(_WORD.findall(text)) <= HEADLINE_WORDS and not re.search(r"[.!。！۔।][\"'”’»)\]]*$", text)


def _is_subject(document: Document, lines: list[Span], i: int) -> bool:
    after = document.text(lines[i + 1])[0] if i + 1 < len(lines) else ""
    return after.islower() and (i == 0 or bool(_SENTENCE_END.search(document.text(lines[i - 1])[-4:])))


def _in_place(place: str, lines: set[int], page: Page) -> set[int]:
    if place == "anywhere":
        return lines
    if page.prose is None:
        return set()
    first, last = page.prose
    if place == "head":
        return {i for i in lines if i < first}
    return {i for i in lines if i > (last if place == "tail" else first)}


def _in_company(rule: Rule, lines: set[int], taken: set[int]) -> set[int]:
    near, together = rule.options.near, rule.options.together
    if not near:
        return lines
    out = set()
    for i in lines:
        around = range(i - near, i + near + 1)
        if taken.intersection(around) or (together and len(lines.intersection(around)) >= together):
            out.add(i)
    return out


def _runs(document: Document, rule: Rule, lines: set[int], page: Page, marks: set[str]) -> Iterator[list[int]]:
    options: Options = rule.options
    heads = {i for name in options.after for i in page.found.get(f"{rule.family}/{name}", ())}
    for _, group in groupby(enumerate(sorted(lines)), key=lambda pair: pair[1] - pair[0]):
        run = [i for _, i in group]
        if options.after and run[0] - 1 not in heads:
            continue
        if marks and not any(normalise_line(document.text(page.lines[i])) in marks for i in run):
            continue
        if options.run == 1 and not options.after:
            yield from ([i] for i in run)
        elif len(run) >= options.run:
            yield run
