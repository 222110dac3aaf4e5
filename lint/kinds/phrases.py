"""Fixed phrases and templates, one index over all rules. Letter case, runs of spaces, kinds of quotes and dashes don't matter.

`at: line` wants the phrase to be the whole line, list marks, arrows and closing punctuation apart; `start` and `end` that it begins or
ends a line; `text` takes it anywhere between word borders. `phrases` maps languages to phrases; in them `{n}` stands for a number,
`{date}` for a date, `{name}` for one to four capitalised words, `{any}` for one to sixty characters without a sentence end,
`{rest}` for the rest of the line. `replace` maps phrases to their replacement. `case` is `ignore`, `exact`
or `sentence`: as it is written, or with a capital where a sentence begins with it; so has its replacement then.
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

At = Literal["line", "start", "end", "text"]
_VARIABLE = regex(r"\{(\w+)\}")
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
VARIABLES = {
    "n": r"\p{Nd}[\p{Nd}.,]*[kKmM]?",
    "date": rf"(?:\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}|\d{{1,2}}[-/.]\d{{1,2}}[-/.]\d{{2,4}}|\d{{1,2}}(?:st|nd|rd|th)? {_MONTH},? \d{{4}}"
    rf"|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}})",
    "name": r"\p{Lu}[\pL\pM.'’-]*(?: \p{Lu}[\pL\pM.'’-]*){0,3}",
    "any": r"[^.!?\n]{1,60}",
    "rest": r"[^\n]{1,200}",
}
_QUOTES = str.maketrans("’‘ʼ`´“”„«»–—‑", "'" * 5 + '"' * 5 + "-" * 3)
_ALIKE = {"'": "['’‘ʼ`´]", '"': '["“”„«»]', "-": "[-–—‑]", " ": r"[ \t\x{A0}]+"}
_LEAD = " \t\u00a0*•·–—-›»«‹←→↑↓▲▼►▸|>+#✓✔☰\ufeff\u200b\ufe0f"
_TAIL = _LEAD + ".:!…*"
_SPACES = regex(r"\s+")
_DIGIT = regex(r"\d")
_NUMBER = regex(r"\d[\d.,]*[km]?")
"""`{n}` of a normalised line: with numbers alike, "12 comments" is a key of the dictionary as well."""
_UNLIKE = regex(rf"[{''.join(map(chr, _QUOTES))}]|[^\S ]|  ")
"""What `normalise` changes besides letter case; most phrases have nothing of it."""
_UNSPACED = regex("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class Options:
    """The keys of a rule of kind `phrases`."""

    at: At
    phrases: dict[str, list[str]] = field(default_factory=dict)
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
    for key, phrases in [*(("phrases", p) for p in options.phrases.values()), ("replace", list(options.replace))]:
        for phrase in phrases:
            if not normalise_line(_VARIABLE.sub("x", phrase)):
                yield key, f"the phrase {phrase!r} is empty once marks and punctuation are taken off"
            for name in _VARIABLE.findall(phrase):
                if name not in VARIABLES:
                    yield key, f"{{{name}}} in {phrase!r} is no variable; known: {', '.join(VARIABLES)}"


def prepare(options: Options) -> Options:
    """The options with every phrase, its key in the dictionary of lines or its expression, and the expression's loose form.

    The cache of rules keeps them, since a start has no time to work them out.
    """
    prepared = []
    for text in dict.fromkeys((*(text for phrases in options.phrases.values() for text in phrases), *options.replace)):
        variables = set(_VARIABLE.findall(text))
        if options.at == "line" and (not variables or (variables == {"n"} and options.case == "ignore")):
            prepared.append([text, normalise_line(text), ""])
        else:
            expression = _expression(text, options.at, options.case)
            prepared.append([text, expression, loose_form(expression)])
    return replace(options, _prepared=prepared)


def compile(rules: Sequence[Rule], settings: Settings) -> Check:
    """One check for all phrase rules: whole lines by a dictionary, the rest by one RE2 Set over lines and one over paragraphs."""
    lines: dict[str, list[_Phrase]] = {}
    sets: dict[bool, tuple[list[_Phrase], list[str], list[str]]] = {False: ([], [], []), True: ([], [], [])}
    for rule in rules:
        options: Options = rule.options
        usual = "" if rule.fix != "none" and not options.replace else None
        owners, exact, loose = sets[options.at == "text"]
        for text, key, form in options._prepared or prepare(options)._prepared or ():
            phrase = _Phrase(rule, text, options.replace.get(text, usual))
            if form:
                owners.append(phrase)
                exact.append(key)
                loose.append(form)
            else:
                lines.setdefault(key, []).append(phrase)
    longest = max(map(len, lines), default=0) + 12
    on_lines, in_text = PatternSet(*sets[False][1:]), PatternSet(*sets[True][1:])

    def check(document: Document) -> Iterator[Hit]:
        prose = document.prose
        for line in document.lines if lines or sets[False][0] else ():
            text = prose[line.start : line.end]
            stripped = text.strip()
            if not stripped:
                continue
            start = line.start + len(text) - len(text.lstrip())
            span = Span(start, start + len(stripped))
            if len(stripped) <= longest:
                key = normalise_line(stripped)
                for phrase in (*lines.get(key, ()), *(lines.get(_NUMBER.sub("{n}", key), ()) if _DIGIT.search(key) else ())):
                    if phrase.rule.options.case == "ignore" or phrase.text.strip(_TAIL) == stripped.strip(_TAIL):
                        yield _hit(phrase, span)
            body = stripped.lstrip(_LEAD)
            start += len(stripped) - len(body)
            for match in on_lines.search(body):
                phrase = sets[False][0][match.index]
                at, found = phrase.rule.options.at, match.found
                if at != "start" and body[found.end :].strip(_TAIL):
                    continue
                if at == "line":
                    yield _hit(phrase, span)
                elif has_word_borders(body, found):
                    yield _hit(phrase, Span(start + found.start, start + found.end))
        for paragraph in document.paragraphs if sets[True][0] else ():
            text = document.flat(paragraph)
            for match in in_text.search(text):
                if _UNSPACED.match(text, match.found.start) or has_word_borders(text, match.found):
                    span = Span(paragraph.start + match.found.start, paragraph.start + match.found.end)
                    yield _hit(sets[True][0][match.index], span, text[match.found.start])

    return check


def normalise(text: str) -> str:
    """Text with letter case, runs of spaces, kinds of quotes and dashes made alike."""
    if _UNLIKE.search(text):
        text = _SPACES.sub(" ", text.translate(_QUOTES))
    return text.casefold()


def normalise_line(line: str) -> str:
    """A line normalised, without list marks and arrows in front and closing punctuation behind."""
    # before the quotes are made alike: » is an arrow here
    return normalise(line.lstrip(_LEAD).rstrip(_TAIL)).lstrip(_LEAD).rstrip(_TAIL)


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
