"""Lines that recur in many texts of one site and that no rule knows, as a rule file that a person goes through."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import xxhash
import yaml

from .document import Document
from .kinds import phrases
from .lazyregex import regex
from .model import Span

LEAST = 3
"""Fewest texts that a line stands in, unless the user says otherwise."""
MOST = 500_000
"""Different lines that are kept in mind; beyond that, those seen in one text alone are forgotten."""
LONGEST = 300
"""Code points of a line at most."""
PROSE = 12
"""Words of a line that two versions of one article share."""
_DATE = regex(
    r"\b(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}"
    r"|\d{1,2}(?:st|nd|rd|th)? (?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?,? \d{4}"
    r"|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4})\b"
)
_NUMBER = regex(r"\d[\d.,]*(?<=\d)[kKmM]?\b")
_SHOWN = 3
"""Places that are named of each line."""


@dataclass(slots=True)
class _Line:
    """What was seen of one line, numbers and dates apart."""

    text: str
    language: str
    places: list[str]
    texts: int = 1
    varied: bool = False


@dataclass(slots=True)
class Recurring:
    """Counts the lines of the texts added; `known` says which lines of a document rules have found already."""

    known: Callable[[Document], set[int]]
    most: int = MOST
    texts: int = 0
    copies: int = 0
    forgotten: int = 0
    braces: int = 0
    _lines: dict[int, _Line] = field(default_factory=dict)
    _sentences: set[int] = field(default_factory=set)

    def add(self, document: Document) -> None:
        """Count each line of a text once. A text most of whose sentences stood in earlier ones counts as none: it is another version."""
        self.texts += 1
        if self._is_copy(document):
            self.copies += 1
            return
        known = self.known(document)
        seen: set[int] = set()
        for number, line in enumerate(document.lines, 1):
            text = " ".join(document.text(line).split())
            if number in known or not text or len(text) > LONGEST:
                continue
            folded = template(text)
            name = xxhash.xxh3_64_intdigest(phrases.normalise_line(folded).encode("utf-8", "surrogatepass"))
            if name in seen or sum(c.isalpha() for c in text) < 2:
                continue
            seen.add(name)
            self._count(name, text, folded, document, line)
        if len(self._lines) > self.most:
            kept = {name: line for name, line in self._lines.items() if line.texts > 1}
            self.forgotten += len(self._lines) - len(kept)
            self._lines = kept

    def _count(self, name: int, text: str, folded: str, document: Document, line: Span) -> None:
        row, _ = document.position(document.to_source(line).start)
        place = f"{document.path}:{row}"
        known = self._lines.get(name)
        if known is None:
            paragraph = document.paragraph_at(line.start + len(document.text(line)) - len(document.text(line).lstrip()))
            language = document.languages[paragraph] if paragraph is not None else "en"
            self._lines[name] = _Line(text, language, [place])
            return
        known.texts += 1
        known.varied = known.varied or phrases.normalise_line(text) != phrases.normalise_line(known.text)
        if len(known.places) < _SHOWN:
            known.places.append(place)

    def _is_copy(self, document: Document) -> bool:
        sentences = [text for line in document.lines if len((text := document.text(line)).split()) >= PROSE]
        hashes = {xxhash.xxh3_64_intdigest(text.strip().encode("utf-8", "surrogatepass")) for text in sentences}
        again = len(hashes & self._sentences)
        if len(self._sentences) < self.most:
            self._sentences |= hashes
        return again * 2 > len(hashes)

    def found(self, least: int) -> list[_Line]:
        """The lines that stand in at least so many texts, the commonest first; lines with braces are counted in `braces` and left out."""
        rows = sorted((row for row in self._lines.values() if row.texts >= least), key=lambda row: (-row.texts, row.text))
        plain = [row for row in rows if not set("{}").intersection(row.text)]
        self.braces = len(rows) - len(plain)
        return plain


def template(text: str) -> str:
    """A line with `{date}` for its dates and `{n}` for its other numbers."""
    return _NUMBER.sub("{n}", _DATE.sub("{date}", text))


def rule_file(rows: list[_Line], texts: int, rule_id: str) -> str:
    """The YAML of a rule that finds these lines, with counts and first places in comments; `presscheck rules test` accepts it."""
    example = next((row.text for row in rows), "")
    head = [
        f"# These lines stand in many of {texts} texts, and no rule knew them. Delete those that belong to articles,",
        "# then list the folder under `rules` in presscheck.yaml and run `presscheck rules test` on it.",
        f"id: {rule_id}",
        "kind: phrases",
        "level: warning",
        "message: \"'{found}' stands on many pages of this site.\"",
        "why: What recurs on page after page is part of the site around the article.",
        "languages: any",
        "at: line",
        "fix: suggest",
        "phrases:",
    ]
    return "\n".join([*head, *_phrases(rows, texts), *_examples(example), ""])


def _phrases(rows: list[_Line], texts: int) -> Iterator[str]:
    order = [language for language, _ in Counter(row.language for row in rows).most_common()]
    for language in order:
        yield f"  {_quoted(language)}:"
        for row in rows:
            if row.language == language:
                text = template(row.text) if row.varied else row.text
                yield f"  - {_quoted(text)}  # in {row.texts} of {texts}: {', '.join(row.places)}"


def _examples(text: str) -> Iterator[str]:
    yield from ("examples:", "  bad:")
    yield f"  - {_quoted(f'The harbour reopened on Monday.{chr(10)}{chr(10)}[[{text} => ]]')}"
    yield "  good:"
    yield f"  - {_quoted(f'On the wall somebody had written {text} in red chalk, and nobody knew who.')}"
    yield '  - "The harbour reopened on Monday."'


def _quoted(text: str) -> str:
    """A YAML scalar in double quotes, on one line whatever it holds."""
    return yaml.safe_dump(text, default_style='"', allow_unicode=True, width=10**6).strip()
