"""Sentences with names put into them, and what the names rules say of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lint import rulefile
from lint.engine import Engine
from lint.formats import from_text
from lint.kinds import names as kind
from lint.model import Diagnostic, Settings, Span
from lint.names.source import Entity

GAZETTEER_RULES = ("names/misspelled", "names/forbidden-form", "names/repeated")
_SENTENCE = re.compile(r"(?<=[.!?] )[A-Z][^.!?\n\"“”]{60,260}\.(?= |$)", re.MULTILINE)
_AT_PLACE = re.compile(r"\b(?:in|at|near|from|to) $")
_NAME = re.compile(r"(?<=[a-z] )[A-Z][a-z]{2,}(?: [A-Z][a-z]{2,})*(?= [a-z])")
Spot = tuple[str, Span]
"""A sentence, and the place of a name in it."""


def engine(index: str) -> Engine:
    """An engine of the names rules alone, with one index as the shipped one."""
    vars(kind)["shipped"] = lambda: index
    return Engine([rule for rule in rulefile.load(rulefile.shipped()) if rule.kind == "names" and not rule.preview], Settings())


def gazetteer_findings(checker: Engine, text: str) -> list[Diagnostic]:
    """The findings of the rules that stand on the gazetteer. Raises RuntimeError when a check crashed."""
    found = checker.check(from_text(text, "text", language="en"))
    if crashes := [d.message for d in found if d.rule == "presscheck/crash"]:
        raise RuntimeError(f"{crashes[0]} in: {text[:200]}")
    return [d for d in found if d.rule in GAZETTEER_RULES]


def replaced(text: str, d: Diagnostic) -> str:
    """The text with the first replacement of a finding."""
    return text[: d.span.start] + (*d.replacements, d.found)[0] + text[d.span.end :]


def sentences(paths: Sequence[str]) -> list[Spot]:
    """The sentences of texts that hold a name in running text, with the place of one."""
    out = []
    for path in paths:
        with open(path, encoding="utf-8") as file:
            for m in _SENTENCE.finditer(file.read()):
                if name := _NAME.search(m.group()):
                    out.append((m.group(), Span(*name.span())))
    return out


def beside(entity: Entity, name: str) -> str:
    """A name with the title or the country of its entity beside it, as the gazetteer has them; the name alone when it has neither."""
    about = [part.strip() for part in entity.context.split(";") if part.strip()]
    lands = [part.strip() for part in entity.country.split(";") if part.strip()]
    if entity.kind == "place":
        land = [word for word in (*lands, *about) if word[0].isupper() and word != entity.name]
        return f"{name}, {land[0]}," if land else f"the {about[0]} of {name}" if about else name
    words = [*lands[1:2], *about[:1]]
    if words and words[-1].lower().startswith(words[0].lower()):
        words = words[-1:]
    return " ".join([*(["the"] if entity.kind != "person" and words else []), *words, name])


def after_preposition(spots: Sequence[Spot]) -> list[Spot]:
    """The sentences where a preposition of place stands before the name."""
    return [(text, span) for text, span in spots if _AT_PLACE.search(text[: span.start])]


def put(spot: Spot, whole: str, name: str) -> Spot:
    """The sentence with `whole` in place of its name, and where `name`, a part of it, then stands."""
    text, span = spot
    start = span.start + whole.index(name)
    return text[: span.start] + whole + text[span.end :], Span(start, start + len(name))
