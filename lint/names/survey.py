"""A text held against gazetteers: its capitalised runs, and the known names that stand in it as they should."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from itertools import accumulate, chain

from ..document import Document
from ..lazyregex import regex
from ..model import Span
from . import context
from .fold import tokens
from .gazetteer import Form, Known
from .lexicon import Lexicon
from .runs import OPENERS, UPPER, Run, Runs
from .styles import plain, restyled

LONGEST = 9
"""Most tokens of a name that is looked up whole."""
LONGEST_OPEN = 9
"""Most tokens of a name that is looked up with one of them open; an index holds no longer ones."""
SHORTEST_UNKNOWN = 5
"""Fewest letters of a token that `Survey.unknown` has."""
_PIECE = 1 << 16
"""Code points of a text that are searched for words at once, at least."""
_SPACES = regex(r"\s+")
_LOWER = regex(rf"(?<![\w@#./-])[^\W\d_{UPPER}]{{3,}}(?![\w@/])")


class Survey:
    """The names of one text. What stands right silences its place and speaks for the rest of the text.

    `covered` says of each token of each run whether it is part of a right name; `known` and `forms` say where the right ones stand;
    `restyled` holds runs in other styles (see `styles`) with the same of their tokens.
    """

    def __init__(self, document: Document, lexicon: Lexicon) -> None:
        """Find the runs of capitals and the names in them that are right."""
        self.document = document
        self.lexicon = lexicon
        # Most runs are the first word of a sentence, and no name.
        self.runs = Runs(document, OPENERS)
        self.known: dict[Known, list[Span]] = {}
        self.forms: dict[tuple[str, ...], list[Span]] = {}
        self.covered: list[tuple[bool, ...]] = []
        self.restyled: list[tuple[Run, list[bool]]] = []
        self._several = array("I")
        same: dict[tuple[bool, ...], tuple[bool, ...]] = {}  # most runs are covered alike: one tuple serves them all
        alone = (False,), (True,)
        for number, texts in enumerate(self.runs.texts):
            if len(texts) == 1:
                self.covered.append(alone[texts in lexicon.right])
                continue
            run = self.runs[number]
            covered = self._cover(run)
            self.restyled += self._restyled(run, covered)
            told = tuple(covered)
            told = same.setdefault(told, told)
            self.covered.append(told)
            if False in told:
                self._several.append(number)

    def uncovered(self, least: int = 1) -> Iterator[tuple[Run, Sequence[bool]]]:
        """The runs of so many tokens or more that aren't right names from end to end, with what of them is."""
        if least > 1:
            return ((self.runs[n], self.covered[n]) for n in self._several if len(self.runs.texts[n]) >= least)
        return ((self.runs[number], covered) for number, covered in enumerate(self.covered) if False in covered)

    def uncovered_with(self, tokens: AbstractSet[str]) -> Iterator[tuple[Run, Sequence[bool]]]:
        """Of the runs that aren't right names from end to end, those with one of these folded tokens."""
        texts = self.runs.texts
        numbers = (number for number, covered in enumerate(self.covered) if False in covered and not tokens.isdisjoint(texts[number]))
        return ((self.runs[number], self.covered[number]) for number in numbers)

    @cached_property
    def unknown(self) -> frozenset[str]:
        """The folded tokens of five letters or more that are neither a word nor a name on any list."""
        return frozenset(token for token in self.said if len(token) >= SHORTEST_UNKNOWN and self.lexicon.is_unknown(token))

    @cached_property
    def said(self) -> Counter[str]:
        """How often each folded token stands in a run."""
        return Counter(chain.from_iterable(self.runs.texts))

    @cached_property
    def lower_case(self) -> frozenset[str]:
        """The words that the text has in lower case."""
        prose, found, at = self.document.prose, set[str](), 0
        while at < len(prose):  # in pieces up to a line end: all words of a long text at once are many
            end = prose.find("\n", at + _PIECE)
            end = len(prose) if end < 0 else end + 1
            found.update(_LOWER.findall(prose, at, end))
            at = end
        return frozenset(found)

    @cached_property
    def open_forms(self) -> dict[tuple[str, ...], list[Form]]:
        """The forms that stand in the text, with one token open: a full bucket of the index may have left them out."""
        out: dict[tuple[str, ...], list[Form]] = {}
        for parts in self.forms:
            form = self.lexicon.exact(parts)
            if form is not None and not form.weak and len(parts) <= LONGEST_OPEN:
                for i in range(len(parts)):
                    out.setdefault((*parts[:i], "*", *parts[i + 1 :]), []).append(form)
        return out

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of all runs that may speak for an entity."""
        return context.words(" ".join(self.document.text(self.runs.span(number)) for number in range(len(self.runs))))

    def mentions(self, known: Known) -> bool:
        """Whether the text has a word of the entity's country, or for a place without one of its context, anywhere."""
        return not self.words.isdisjoint(context.stems(known))

    def alone(self, token: str) -> list[Span]:
        """Where a folded token stands in the text."""
        return [Span(t.start, t.end) for run in self.runs.having({token}) for t in run.tokens if t.text == token]

    @cached_property
    def _known_places(self) -> tuple[list[int], list[int]]:
        """Where the right names of entities start, in order, and how far the names up to there reach."""
        spans = sorted(chain.from_iterable(self.known.values()))
        return [span.start for span in spans], list(accumulate((span.end for span in spans), max))

    def in_known(self, span: Span) -> bool:
        """Whether a right name of an entity stands over any part of the span."""
        starts, reach = self._known_places
        before = bisect_left(starts, span.end)
        return before > 0 and reach[before - 1] > span.start

    def beside(self, span: Span, known: Known) -> bool:
        """Whether the entity's right name stands in the same sentence as the span."""
        others = (other for other in self.known.get(known, ()) if not other.overlap(span))
        return any(context.in_one_sentence(self.document, span, other) for other in others)

    def written(self, span: Span, right: str) -> str:
        """A right form as the span is written: in capitals, with its line break."""
        found = self.document.text(span)
        gaps = _SPACES.findall(found)
        if "\n" in found and len(gaps) == right.count(" "):
            right = "".join(part + gap for part, gap in zip(right.split(" "), [*gaps, ""], strict=True))
        if right.startswith("the ") and found[:1].isupper():
            right = "The" + right[3:]
        return right.upper() if found.isupper() else right

    def _cover(self, run: Run) -> list[bool]:
        right = self.lexicon.right
        texts = run.texts
        covered = [(token,) in right for token in texts]
        if len(texts) == 1:
            return covered
        inside = [self.lexicon.facts(token)[1] for token in texts]
        for size in range(min(LONGEST, len(texts)), 1, -1):
            for i in range(len(texts) - size + 1):
                parts = texts[i : i + size]
                if parts in right:
                    covered[i : i + size] = [True] * size
                elif all(inside[i : i + size]) and not all(covered[i : i + size]):
                    form = self.lexicon.exact(parts)
                    if form:
                        covered[i : i + size] = [True] * size
                        span = run.span(i, i + size)
                        self.known.setdefault(form.known, []).append(span)
                        self.forms.setdefault(form.parts, []).append(span)
                        for style in plain(form.text, form.known.kind):
                            self.forms.setdefault(tokens(style), []).append(span)
        return covered

    def _restyled(self, run: Run, covered: list[bool]) -> Iterator[tuple[Run, list[bool]]]:
        """A run that is no known name in other styles, with what is known of it then; tokens that are part of a right name are covered."""
        if all(covered):
            return
        for other in restyled(self.document, run, lambda token: self.lexicon.facts(token)[1]):
            known = self._cover(other)
            for i, token in enumerate(run.tokens):
                # The piece that holds the token, or for an article that the style leaves out the one after it.
                after = (right for piece, right in zip(other.tokens, known, strict=True) if piece.end >= token.end)
                covered[i] = covered[i] or next(after, False)
            yield other, known
