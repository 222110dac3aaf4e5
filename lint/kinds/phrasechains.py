"""Phrases that lost the line ends between them: several on one line, or before or behind the prose of a line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import pairwise

from ..lazyregex import regex
from ..model import Span
from .variables import CLOSED, forms
from .wholelines import LineIndex, packed

LONGEST = 260
"""Code points of a chain of phrases at most."""
_BETWEEN = regex(r" ?[|·•»›▪●\t] ?| {2,}| / | [-–—] ")
_SENTENCE_END = regex(r"[.!?…。！？؟۔।]+[\"'”’»)\]]{0,2}[ \t\u00a0]*")
_GLUED = regex(r"(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_]{3})|(?<=[a-zà-öø-ÿ])(?=[A-ZÀ-ÖØ-Þ])")
_NOT_MIXED = regex(r"[,;][ \n]|[.!?…。！？؟۔।][\"'”’»)\]]*(?: |$)")
_VARIABLE = regex(r"\{(\w+)\}")
_BRACKETS = regex(r"[\[(]([^()\[\]\n]{2,90})[\])]")
_TOKEN = regex(r"\S+")
_MARKS = " \t\u00a0*•·–—-›»«‹←→↑↓▲▼►▸|>+#✓✔☰.:!…,\ufeff\u200b\ufe0f"
_FILLERS = frozenset(("{n}", "{date}", "{service}", ""))
_LEAST_WEAK = 3
"""Words of a page's interface that make a row without a phrase."""
_LEAST_MIXED, _MIXED_SHARE, _MIXED_WORDS = 4, 0.7, 40
"""Phrases and words of a page's interface that make a row with a few names among them, the share of its words, and its words at most."""
_LEAST_PROSE = 8
"""Words behind a phrase at the head of a line that make them prose."""
Parts = tuple[int, int]
"""How many phrases and how many weak words a piece of text consists of."""


def chain_rows(phrases: Iterable[str], weak: Iterable[str]) -> list[list[str]]:
    """Normalised phrases and weak words as the rows that `Chains` is made of: what a start need not work out again."""
    phrases, weak = list(phrases), list(weak)
    openings = set()
    for key in (*phrases, *weak):
        first, *rest = key.split(" ")
        # one word, or two where the second is no variable
        alone = not rest or rest[0].startswith(("{", "(", '"'))
        openings.add(first.rstrip(_MARKS) if alone else f"{first} {rest[0].strip(_MARKS)}")
    return [["openings", "\n".join(sorted(openings))], ["weak", "\n".join(weak)], *packed(phrases)]


class Chains:
    """What phrases and weak words (interface words that prove nothing alone) make up lines, heads and tails of lines."""

    def __init__(self, rows: Sequence[tuple[str, str]]) -> None:
        """From the rows of `chain_rows`."""
        self._rows = rows
        self._openings = frozenset(keys for kind, text in rows if kind == "openings" for keys in text.split("\n"))

    @cached_property
    def _index(self) -> LineIndex[bool]:
        index: LineIndex[bool] = LineIndex()
        for kind, keys in self._rows:
            if kind not in ("openings", "weak"):
                index.add(kind, keys, True)
        return index

    @cached_property
    def _words(self) -> dict[str, bool]:
        words: dict[str, bool] = {}
        for kind, keys in self._rows:
            for key in keys.split("\n") if keys and kind != "openings" else ():
                if kind == "weak":
                    words.setdefault(key, False)
                elif kind == "keys" or set(_VARIABLE.findall(key)) <= set(CLOSED):
                    words[key] = True
        return words

    @cached_property
    def _sizes(self) -> dict[str, set[int]]:
        sizes: dict[str, set[int]] = {}
        for key in self._words:
            sizes.setdefault(key.split(" ", 1)[0], set()).add(1 + key.count(" "))
        return sizes

    def may_begin(self, text: str) -> bool:
        """Whether a text begins like a phrase or a weak word; quick, and asked before all else."""
        first, *rest = text[:60].split(" ", 2)[:2]
        first = first.casefold().strip(_MARKS)
        return (
            first in self._openings
            or (bool(rest) and f"{first} {rest[0].casefold().strip(_MARKS)}" in self._openings)
            or first[:1].isdigit()
        )

    def fills(self, text: str) -> bool:
        """Whether a line, normalised but for its letter case, is a row of two phrases or more, weak words among them."""
        if len(text) > LONGEST:
            return False
        phrases, weak = self._parts(text) or (0, 0)
        return (phrases + weak > 1 and (phrases > 0 or weak >= _LEAST_WEAK)) or self.mixed(text)

    def mixed(self, text: str) -> bool:
        """Whether a line is a row of phrases and weak words for the most part, names between ("Home News Ferries Sport Video")."""
        if len(text) > LONGEST or not _LEAST_MIXED <= text.count(" ") + 1 <= _MIXED_WORDS or _NOT_MIXED.search(text):
            return False
        written = forms(text)[-1].split(" ")
        words = [word.casefold().strip(_MARKS) for word in written]
        best: list[Parts | None] = [(0, 0)] + [None] * len(words)
        for i, word in enumerate(words):
            here = best[i]
            if here is None:
                continue
            if not written[i][:1].islower():
                best[i + 1] = max(best[i + 1] or (0, 0), here)
            if word in _FILLERS:
                best[i + 1] = max(best[i + 1] or (0, 0), (here[0] + 1, here[1] + (word == "{service}")))
            for size in self._sizes.get(word, ()):
                if i + size <= len(words) and " ".join(words[i : i + size]) in self._words:
                    best[i + size] = max(best[i + size] or (0, 0), (here[0] + size, here[1] + 1))
        covered, pieces = best[-1] or (0, 0)
        return pieces >= _LEAST_MIXED and covered >= _MIXED_SHARE * len(words)

    def tail(self, text: str) -> int | None:
        """Where the phrases begin that end a line behind the end of a sentence, None without any."""
        start = max(0, len(text) - LONGEST)
        for match in _SENTENCE_END.finditer(text, start, len(text) - 3):
            rest = text[match.end() :]
            in_number = rest[:1].isdigit() and text[: match.start()][-1:].isdigit()
            if self.may_begin(rest) and not rest[:1].islower() and not in_number and (self._parts(rest) or (0, 0))[0]:
                return match.end()
        return None

    def inside(self, text: str) -> list[Span]:
        """Phrases of three words or more that are a whole sentence between others, and phrases in square or round brackets."""
        found = []
        starts = [match.end() for match in _SENTENCE_END.finditer(text)]
        for start, end in pairwise(starts):
            piece = text[start:end].rstrip()
            if piece.count(" ") > 1 and self.may_begin(piece) and self._words.get(piece.casefold().strip(_MARKS)):
                found.append(Span(start, start + len(piece)))
            elif piece[:1].isupper() and self.may_begin(piece):
                size = self.head(text[start : start + 2 * LONGEST]) or 0
                if text.count(" ", start, start + size) > 1 and text[start + size - 1] != ":":
                    found.append(Span(start, start + size))
        if "[" in text or "(" in text:
            for match in _BRACKETS.finditer(text):
                inner = match[1].strip()
                if (match[0][0] == "[" or " " in inner) and self._is_bracketed(match[0], inner):
                    found.append(Span(*match.span()))
        return found

    def _is_bracketed(self, text: str, inner: str) -> bool:
        if self._words.get(text.casefold()) or (" " in inner and self._words.get(inner.casefold().strip(_MARKS))):
            return True
        return any(True for _ in self._index.find(text.casefold(), text))

    def head(self, text: str) -> int | None:
        """Where the phrases end that begin a line of prose, None without any."""
        spans = [Span(*m.span()) for m in _TOKEN.finditer(text, 0, LONGEST)]
        words = [_NUMBER.sub("{n}", text[s.start : s.end].casefold()) for s in spans]
        ends: set[int] = set()
        reached = self._reached(words, ends)
        for i in range(len(words) - 1, 0, -1):
            # a weak word behind the last phrase may well begin the sentence: "Football fans …"
            if i in ends and reached[i][0] and _is_prose(text[spans[i].start :]):
                return spans[i - 1].end
        return None

    def _parts(self, text: str) -> Parts | None:
        pieces = _BETWEEN.split(text)
        found = self._all(pieces) if len(pieces) > 1 else None
        return found or self._all([text])

    def _all(self, pieces: Sequence[str]) -> Parts | None:
        phrases = weak = 0
        for piece in pieces:
            parts = self._piece(piece.strip(_MARKS))
            if parts is None:
                return None
            phrases, weak = phrases + parts[0], weak + parts[1]
        return phrases, weak

    def _piece(self, text: str) -> Parts | None:
        key = text.casefold()
        for _ in self._index.find(key, text):
            return 1, 0
        for form in forms(text):
            if form in _FILLERS:
                return 0, 0
        if key in self._words:
            return 0, 1
        for form in dict.fromkeys((*forms(text), *forms(_GLUED.sub(" ", text)))):
            words = form.casefold().split(" ")
            found = self._reached(words).get(len(words))
            if found:
                return found
        return None

    def _reached(self, words: Sequence[str], ends: set[int] | None = None) -> dict[int, Parts]:
        """Numbers of words from the first on that phrases fill, and with how many; `ends` gets those where a phrase ends."""
        reached: dict[int, Parts] = {0: (0, 0)}
        for i, word in enumerate(words):
            if i not in reached:
                if not any(at > i for at in reached):
                    break
                continue
            phrases, weak = reached[i]
            bare = word.strip(_MARKS)
            if bare in _FILLERS:
                reached.setdefault(i + 1, (phrases, weak))
                if ends is not None and i in ends:
                    ends.add(i + 1)
            for size in self._sizes.get(word, ()) or self._sizes.get(bare, ()):
                strong = self._words.get(" ".join(words[i : i + size]).strip(_MARKS)) if i + size <= len(words) else None
                if strong is not None:
                    parts = (phrases + 1, weak) if strong else (phrases, weak + 1)
                    # of several ways the one with the fewest weak words, since "Policy" beside "Privacy" is no word of its own
                    reached[i + size] = max(reached.get(i + size, parts), parts, key=lambda found: (found[0], -found[1]))
                    if ends is not None and strong:
                        ends.add(i + size)
        return reached


_NUMBER = regex(r"(?<!\w)\d[\d.,]*[km]?(?!\w)")


def _is_prose(text: str) -> bool:
    words = text.split()
    return (
        len(words) >= _LEAST_PROSE
        and not words[0][:1].islower()
        and _SENTENCE_END.search(text) is not None
        and 2 * sum(word[:1].islower() for word in words) > len(words)
    )
