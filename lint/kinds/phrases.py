"""Fixed phrases and templates, one index over all rules. Letter case, runs of spaces, kinds of quotes and dashes don't matter.

`at: line` wants the phrase to be the whole line, list marks, arrows and closing punctuation apart; `joined` wants phrases that lost the
line ends between them: two or more that make up a line, or some in front of the first, between or behind the last sentence of a line of
prose, or in brackets; `start` and `end` want the phrase to begin or end a line; `text` takes it anywhere between word borders. `phrases`
maps languages to phrases, `weak` (for `joined`) to words that count only beside a phrase, or when three of them make up a line. In
phrases `{n}` stands for a number, `{date}` for a date (on a whole line also with weekday and time, a time, or "3 hours ago"), `{service}`
for a network or messenger, `{name}` for one to four capitalised words, `{names}` for several names, `{site}` for a domain or a
capitalised title, `{any}` for one to sixty characters without a sentence end, `{rest}` for the rest of the line. `replace` maps phrases
to their replacement. `case` is `ignore`, `exact` or `sentence`: as it is written, or with a capital where a sentence begins with it;
so has its replacement then.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple

from ..document import Document
from ..lazyregex import regex
from ..model import Hit, Rule, Settings, Span
from . import Check
from .pattern import has_word_borders
from .patternset import PatternSet, loose_form
from .phrasechains import LONGEST as CHAIN
from .phrasechains import Chains, chain_rows
from .variables import VARIABLES
from .wholelines import LineIndex, packed

At = Literal["line", "joined", "start", "end", "text"]
_VARIABLE = regex(r"\{(\w+)\}")
_QUOTES = str.maketrans("’‘ʼ`´“”„«»–—‑", "'" * 5 + '"' * 5 + "-" * 3)
_ALIKE = {"'": "['’‘ʼ`´]", '"': '["“”„«»]', "-": "[-–—‑]", " ": r"[ \t\x{A0}]+"}
_LEAD = " \t\u00a0*•·–—-›»«‹←→↑↓▲▼►▸|>+#✓✔☰\ufeff\u200b\ufe0f"
_TAIL = _LEAD + ".:!…*"
_SPACES = regex(r"\s+")
_UNLIKE = regex(rf"[{''.join(map(chr, _QUOTES))}]|[^\S ]|  ")
"""What `normalise` changes besides letter case; most phrases have nothing of it."""
_UNEVEN = regex(r"[^\S ]|  ")
_UNSPACED = regex("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class Options:
    """The keys of a rule of kind `phrases`."""

    at: At
    phrases: dict[str, list[str]] = field(default_factory=dict)
    weak: dict[str, list[str]] = field(default_factory=dict)
    replace: dict[str, str] = field(default_factory=dict)
    case: Literal["ignore", "exact", "sentence"] = "ignore"
    _prepared: list[list[str]] | None = field(default=None, compare=False, repr=False)


class _Phrase(NamedTuple):
    rule: Rule
    text: str
    replacement: str | None


def problems(options: Options) -> Iterator[tuple[str, str]]:
    """What is wrong with the options, as key and message; run once when the rule file is read."""
    if not options.phrases and not options.replace:
        yield "phrases", "expected at least one phrase, here or under `replace`"
    if options.weak and options.at != "joined":
        yield "weak", "weak words belong to `at: joined`"
    if options.at == "joined" and (options.replace or options.case == "exact"):
        yield "at", "a rule with `at: joined` has neither replacements nor `case: exact`"
    for key, phrases in [*(("phrases", p) for p in options.phrases.values()), ("replace", list(options.replace))]:
        for phrase in phrases:
            if not normalise_line(_VARIABLE.sub("x", phrase)):
                yield key, f"the phrase {phrase!r} is empty once marks and punctuation are taken off"
            for name in _VARIABLE.findall(phrase):
                if name not in VARIABLES:
                    yield key, f"{{{name}}} in {phrase!r} is no variable; known: {', '.join(VARIABLES)}"


def prepare(options: Options) -> Options:
    """The options with every phrase, its key in the dictionary of lines or its expression, and the expression's loose form.

    The cache of rules keeps them, since a start has no time to work them out. Keys that need nothing else stand together as one text, in
    place of the phrases they come from.
    """
    if options.at == "joined" or (options.at == "line" and not options.replace and options.case == "ignore"):
        keys = dict.fromkeys(normalise_line(text) for phrases in options.phrases.values() for text in phrases)
        weak = dict.fromkeys(normalise_line(text) for words in options.weak.values() for text in words)
        rows = chain_rows(keys, weak) if options.at == "joined" else packed(keys)
        return replace(options, phrases={}, weak={}, _prepared=[["", *row] for row in rows])
    prepared = []
    for text in dict.fromkeys((*(text for phrases in options.phrases.values() for text in phrases), *options.replace)):
        if options.at == "line" and (options.case == "ignore" or not _VARIABLE.search(text)):
            prepared.append([text, "keys", normalise_line(text)])
        else:
            expression = _expression(text, options.at, options.case)
            prepared.append([text, f"={expression}", loose_form(expression)])
    return replace(options, _prepared=prepared)


def compile(rules: Sequence[Rule], settings: Settings) -> Check:
    """One check for all phrase rules: whole lines by an index, the rest by one RE2 Set over lines and one over paragraphs."""
    lines: LineIndex[_Phrase] = LineIndex()
    chains: list[tuple[_Phrase, Chains]] = []
    sets: dict[bool, tuple[list[_Phrase], list[str], list[str]]] = {False: ([], [], []), True: ([], [], [])}
    for rule in rules:
        options: Options = rule.options if rule.options._prepared is not None else prepare(rule.options)
        usual = "" if rule.fix != "none" and not options.replace else None
        owners, exact, loose = sets[options.at == "text"]
        if options.at == "joined":
            chains.append((_Phrase(rule, "", usual), Chains([(kind, keys) for _, kind, keys in options._prepared or ()])))
            continue
        for text, kind, key in options._prepared or ():
            phrase = _Phrase(rule, text, options.replace.get(text, usual))
            if kind.startswith("="):
                owners.append(phrase)
                exact.append(kind[1:])
                loose.append(key)
            else:
                lines.add(kind, key, phrase)
    on_lines, in_text = PatternSet(*sets[False][1:]), PatternSet(*sets[True][1:])

    def check(document: Document) -> Iterator[Hit]:
        prose = document.prose
        for line in document.lines if lines or chains or sets[False][0] else ():
            text = prose[line.start : line.end]
            stripped = text.strip()
            if not stripped:
                continue
            start = line.start + len(text) - len(text.lstrip())
            span = Span(start, start + len(stripped))
            found = False
            if lines and len(stripped) <= lines.longest:
                cased = alike_line(stripped)
                for phrase in lines.find(cased.casefold(), cased):
                    if phrase.rule.options.case == "ignore" or phrase.text.strip(_TAIL) == stripped.strip(_TAIL):
                        found = True
                        yield _hit(phrase, span)
            if chains and not found:
                yield from _joined(chains, stripped, start)
            if not sets[False][0]:
                continue
            body = stripped.lstrip(_LEAD)
            start += len(stripped) - len(body)
            for match in on_lines.search(body):
                phrase = sets[False][0][match.index]
                at, place = phrase.rule.options.at, match.found
                if at != "start" and body[place.end :].strip(_TAIL):
                    continue
                if at == "line":
                    yield _hit(phrase, span)
                elif has_word_borders(body, place):
                    yield _hit(phrase, Span(start + place.start, start + place.end))
        for paragraph in document.paragraphs if sets[True][0] else ():
            text = document.flat(paragraph)
            for match in in_text.search(text):
                if _UNSPACED.match(text, match.found.start) or has_word_borders(text, match.found):
                    span = Span(paragraph.start + match.found.start, paragraph.start + match.found.end)
                    yield _hit(sets[True][0][match.index], span, text[match.found.start])

    return check


def _joined(chains: Sequence[tuple[_Phrase, Chains]], text: str, start: int) -> Iterator[Hit]:
    """Hits of the rules that take phrases together; `text` is a line without surrounding space."""
    same = text.translate(_QUOTES) if _UNLIKE.search(text) else text  # as long as the text: spaces stay as they are
    for phrase, chain in chains:
        if chain.may_begin(same.lstrip(_LEAD)):
            if len(text) <= CHAIN and chain.fills(text.strip(_TAIL).translate(_QUOTES)):
                yield _hit(phrase, Span(start, start + len(text)))
                continue
            end = chain.head(same)
            if end is not None:
                yield _hit(phrase, Span(start, start + end))
        elif len(text) <= CHAIN and chain.mixed(text.strip(_TAIL).translate(_QUOTES)):
            yield _hit(phrase, Span(start, start + len(text)))
            continue
        begin = chain.tail(same)
        if begin is not None:
            yield _hit(phrase, Span(start + begin, start + len(text)))
        for place in chain.inside(same[:begin]):
            yield _hit(phrase, Span(start + place.start, start + place.end))


def alike(text: str) -> str:
    """Text with runs of spaces, kinds of quotes and dashes made alike."""
    if not _UNLIKE.search(text):
        return text
    return _SPACES.sub(" ", text.translate(_QUOTES)) if _UNEVEN.search(text) else text.translate(_QUOTES)


def normalise(text: str) -> str:
    """Text with letter case, runs of spaces, kinds of quotes and dashes made alike."""
    return alike(text).casefold()


def alike_line(line: str) -> str:
    """A line made `alike`, without list marks and arrows in front and closing punctuation behind."""
    # before the quotes are made alike: » is an arrow here
    return alike(line.lstrip(_LEAD).rstrip(_TAIL)).lstrip(_LEAD).rstrip(_TAIL)


def normalise_line(line: str) -> str:
    """A line normalised, without list marks and arrows in front and closing punctuation behind."""
    return alike_line(line).casefold()


def _hit(phrase: _Phrase, span: Span, first: str = "") -> Hit:
    replacement = phrase.replacement
    if replacement and phrase.rule.options.case == "sentence" and first != phrase.text[0]:
        replacement = replacement[0].upper() + replacement[1:]
    return Hit(phrase.rule, span, () if replacement is None else (replacement,))


def _literal(text: str) -> str:
    return "".join(_ALIKE.get(c) or re.escape(c) for c in _SPACES.sub(" ", text.translate(_QUOTES)))


def _expression(template: str, at: At, case: str) -> str:
    parts = _VARIABLE.split(template.strip(_TAIL) if at == "line" else template)
    flag = "(?i:" if case == "ignore" else "(?:"
    literals = [f"{flag}{_literal(part)})" if part else "" for part in parts[::2]]
    if case == "sentence" and parts[0][:1].islower():
        literals[0] = f"(?:[{parts[0][0]}{parts[0][0].upper()}]{_literal(parts[0][1:])})"
    variables = [f"(?:{VARIABLES[part]})" for part in parts[1::2]]
    body = "".join(literal + variable for literal, variable in zip(literals, [*variables, ""], strict=True))
    return body if at in ("end", "text") else f"^{body}"
