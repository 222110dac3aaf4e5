"""Fixed phrases and templates, one index over all rules. Letter case, runs of spaces, kinds of quotes and dashes don't matter.

`at: line` wants the phrase to be the whole line, list marks, arrows and closing punctuation apart; `start` and `end` that it begins or
ends a line; `text` takes it anywhere between word borders. `phrases` maps languages to phrases; in them `{n}` stands for a number,
`{date}` for a date, `{name}` for one to four capitalised words, `{any}` for one to sixty characters without a sentence end,
`{rest}` for the rest of the line. `replace` maps phrases to their replacement. `case` is `ignore` or `exact`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from ..document import Document
from ..model import Hit, Rule, Settings, Span
from . import Check
from .pattern import has_word_borders
from .patternset import PatternSet

At = Literal["line", "start", "end", "text"]
_VARIABLE = re.compile(r"\{(\w+)\}")
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
VARIABLES = {
    "n": r"\p{Nd}[\p{Nd}.,]*[kKmM]?",
    "date": rf"(?:\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}|\d{{1,2}}[-/.]\d{{1,2}}[-/.]\d{{2,4}}|\d{{1,2}}(?:st|nd|rd|th)? {_MONTH},? \d{{4}}"
    rf"|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}})",
    "name": r"\p{Lu}[\pL\pM.'’-]*(?: \p{Lu}[\pL\pM.'’-]*){0,3}",
    "any": r"[^.!?\n]{1,60}?",
    "rest": r"[^\n]{1,200}",
}
_QUOTES = str.maketrans("’‘ʼ`´“”„«»–—‑", "'" * 5 + '"' * 5 + "-" * 3)
_ALIKE = {"'": "['’‘ʼ`´]", '"': '["“”„«»]', "-": "[-–—‑]", " ": r"[ \t\pZ]+"}
_LEAD = " \t\u00a0*•·–—-›»«‹←→↑↓▲▼►▸|>+#✓✔☰\ufeff\u200b\ufe0f"
_TAIL = _LEAD + ".:!…*"
_SPACES = re.compile(r"\s+")
_WORD = re.compile(r"[^\W_]+(?:['’ʼ][^\W_]+)*")
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class Options:
    """The keys of a rule of kind `phrases`."""

    at: At
    phrases: dict[str, list[str]] = field(default_factory=dict)
    replace: dict[str, str] = field(default_factory=dict)
    case: Literal["ignore", "exact"] = "ignore"


@dataclass(frozen=True, slots=True)
class _Phrase:
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


def compile(rules: Sequence[Rule], settings: Settings) -> Check:
    """One check for all phrase rules: lines by a dictionary, running text by first words, templates by one RE2 Set."""
    lines: dict[str, list[_Phrase]] = {}
    first_words: dict[str, list[tuple[_Phrase, str, re.Pattern[str] | None]]] = {}
    unspaced: list[_Phrase] = []
    templates: dict[str, tuple[list[_Phrase], list[str]]] = {"line": ([], []), "text": ([], [])}
    for rule in rules:
        for phrase in _phrases(rule):
            at = rule.options.at
            if _VARIABLE.search(phrase.text):
                owners, expressions = templates["text" if at == "text" else "line"]
                owners.append(phrase)
                expressions.append(_expression(phrase.text, at, rule.options.case))
            elif at == "line":
                lines.setdefault(normalise_line(phrase.text), []).append(phrase)
            elif _UNSPACED.search(phrase.text):
                unspaced.append(phrase)
            else:
                word = _WORD.search(phrase.text)
                key = normalise(word.group()) if word else ""
                first_words.setdefault(key, []).append((phrase, phrase.text[: word.start()] if word else "", None))
    longest = max(map(len, lines), default=0) + 12
    line_templates, text_templates = PatternSet(templates["line"][1]), PatternSet(templates["text"][1])

    def check(document: Document) -> Iterator[Hit]:
        prose = document.prose
        for line in document.lines:
            text = prose[line.start : line.end]
            stripped = text.strip()
            if not stripped:
                continue
            start = line.start + len(text) - len(text.lstrip())
            span = Span(start, start + len(stripped))
            if len(stripped) <= longest:
                for phrase in lines.get(normalise_line(stripped), ()):
                    if phrase.rule.options.case == "ignore" or phrase.text.strip(_TAIL) == stripped.strip(_TAIL):
                        yield _hit(phrase, span)
            for match in line_templates.search(stripped):
                phrase = templates["line"][0][match.index]
                whole = phrase.rule.options.at == "line"
                yield _hit(phrase, span if whole else Span(start + match.found.start, start + match.found.end))
        for paragraph in document.paragraphs if templates["text"][0] else ():
            text = document.flat(paragraph)
            for match in text_templates.search(text):
                if has_word_borders(text, match.found):
                    span = Span(paragraph.start + match.found.start, paragraph.start + match.found.end)
                    yield _hit(templates["text"][0][match.index], span)
        if first_words:
            yield from _running(document, first_words)
        for phrase in unspaced:
            yield from _unspaced(document, phrase)

    return check


def normalise(text: str) -> str:
    """Text with letter case, runs of spaces, kinds of quotes and dashes made alike."""
    return _SPACES.sub(" ", text.translate(_QUOTES)).casefold()


def normalise_line(line: str) -> str:
    """A line normalised, without list marks and arrows in front and closing punctuation behind."""
    return normalise(line).lstrip(_LEAD).rstrip(_TAIL)


def _phrases(rule: Rule) -> Iterator[_Phrase]:
    options: Options = rule.options
    replacement = "" if rule.fix != "none" and not options.replace else None
    for phrases in options.phrases.values():
        for text in phrases:
            yield _Phrase(rule, text, options.replace.get(text, replacement))
    listed = {text for phrases in options.phrases.values() for text in phrases}
    for text, right in options.replace.items():
        if text not in listed:
            yield _Phrase(rule, text, right)


def _running(document: Document, index: dict[str, list[tuple[_Phrase, str, re.Pattern[str] | None]]]) -> Iterator[Hit]:
    prose = document.prose
    for word in document.words:
        candidates = index.get(word.text) or index.get(normalise(word.text))
        if not candidates:
            continue
        for i, (phrase, prefix, pattern) in enumerate(candidates):
            if pattern is None:
                flags = re.IGNORECASE if phrase.rule.options.case == "ignore" else 0
                pattern = re.compile(_literal(phrase.text, spaces=r"\s+"), flags)
                candidates[i] = (phrase, prefix, pattern)
            match = pattern.match(prose, max(0, word.start - len(prefix)))
            if match and has_word_borders(prose, span := Span(*match.span())) and _in_place(document, span, phrase.rule.options.at):
                yield _hit(phrase, span)


def _unspaced(document: Document, phrase: _Phrase) -> Iterator[Hit]:
    at = document.prose.find(phrase.text)
    while at >= 0:
        span = Span(at, at + len(phrase.text))
        if _in_place(document, span, phrase.rule.options.at):
            yield _hit(phrase, span)
        at = document.prose.find(phrase.text, span.end)


def _in_place(document: Document, span: Span, at: At) -> bool:
    if at == "text":
        return True
    prose = document.prose
    if at == "start":
        return not prose[prose.rfind("\n", 0, span.start) + 1 : span.start].strip(_LEAD)
    end = prose.find("\n", span.end)
    return not prose[span.end : len(prose) if end < 0 else end].strip(_TAIL)


def _hit(phrase: _Phrase, span: Span) -> Hit:
    return Hit(phrase.rule, span, () if phrase.replacement is None else (phrase.replacement,))


def _literal(text: str, *, spaces: str) -> str:
    return "".join(spaces if c == " " else _ALIKE.get(c, re.escape(c)) for c in _SPACES.sub(" ", text.translate(_QUOTES)))


def _expression(template: str, at: At, case: str) -> str:
    parts = _VARIABLE.split(template.strip(_TAIL) if at == "line" else template)
    flag = "(?i:" if case == "ignore" else "(?:"
    literals = [f"{flag}{_literal(part, spaces=_ALIKE[' '])})" if part else "" for part in parts[::2]]
    variables = [f"(?:{VARIABLES[part]})" for part in parts[1::2]]
    body = "".join(literal + variable for literal, variable in zip(literals, [*variables, ""], strict=True))
    lead, tail = re.escape(_LEAD), re.escape(_TAIL)
    if at == "line":
        return f"^[{lead}]*{body}[{tail}]*$"
    if at == "start":
        return f"^[{lead}]*(?P<found>{body})"
    if at == "end":
        return f"(?P<found>{body})[{tail}]*$"
    return f"(?P<found>{body})"
