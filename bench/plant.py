"""Errors planted in clean sentences: twenty kinds, ten sentences each, the same ones for the same texts and seed.

A kind is a function from a sentence and a dice to the damaged sentence, or None where it can't be damaged so. What is damaged is what
desks and writers get wrong; each list is short and closed, so that nearly every planted error is one.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

EACH = 10
"""Sentences of each kind."""
SHORTEST, LONGEST = 8, 30
"""Words of a sentence that is damaged."""

Plant = Callable[[str, random.Random], "tuple[str, int, int] | None"]


@dataclass(frozen=True, slots=True)
class Planted:
    """A damaged sentence; [start, end) in code points is what an editor would mark, `before` what stood there."""

    kind: str
    text: str
    start: int
    end: int
    before: str


def _swap(pattern: str, change: Callable[[re.Match[str], random.Random], str | None]) -> Plant:
    """One match of the pattern, drawn by the dice, becomes what `change` makes of it."""
    compiled = re.compile(pattern)

    def plant(text: str, dice: random.Random) -> tuple[str, int, int] | None:
        matches = list(compiled.finditer(text))
        if not matches:
            return None
        match = dice.choice(matches)
        new = change(match, dice)
        if new is None or new == match.group():
            return None
        return text[: match.start()] + new + text[match.end() :], match.start(), match.start() + len(new)

    return plant


def _table(words: dict[str, str], before: str = "", after: str = "") -> Plant:
    """A word of the table becomes its wrong counterpart, where the expressions stand before and after it."""
    pattern = rf"{before}\b(?:{'|'.join(sorted(words, key=len, reverse=True))})\b{after}"
    return _swap(pattern, lambda m, _: words[m.group()])


_PAST = {
    "went": "go", "took": "take", "saw": "see", "came": "come", "gave": "give", "began": "begin", "wrote": "write", "spoke": "speak",
    "knew": "know", "chose": "choose", "broke": "break", "drove": "drive", "fell": "fall", "grew": "grow", "rose": "rise",
}  # fmt: skip
_PARTICIPLES = {
    "gone": "went", "taken": "took", "seen": "saw", "given": "gave", "begun": "began", "written": "wrote", "spoken": "spoke",
    "known": "knew", "chosen": "chose", "broken": "broke", "driven": "drove", "fallen": "fell", "grown": "grew", "risen": "rose",
    "done": "did", "shown": "showed",
}  # fmt: skip
_NOUNS = "year|day|month|week|hour|minute|man|woman|child|person|vote|case|worker|soldier|student|town|city|country|company|report|member"
_HOMOPHONES = {
    "lose": "loose", "principle": "principal", "whether": "weather", "than": "then", "piece": "peace", "effect": "affect",
    "passed": "past", "quite": "quiet", "whose": "who's", "board": "bored", "brakes": "breaks", "council": "counsel", "site": "sight",
    "role": "roll", "through": "threw", "course": "coarse", "led": "lead", "weak": "week",
}  # fmt: skip
_PREPOSITIONS = {
    "depends on": "depends of", "consists of": "consists in", "interested in": "interested on", "responsible for": "responsible of",
    "capable of": "capable to", "accused of": "accused for", "according to": "according with", "different from": "different of",
    "aware of": "aware about", "married to": "married with", "similar to": "similar with", "part of": "part in", "number of": "number in",
    "member of": "member from", "based on": "based in the", "focus on": "focus in", "charged with": "charged for",
    "afraid of": "afraid from",
}  # fmt: skip
_GONE = (
    "according to|because of|instead of|number of|member of|part of|front of|listen to|belong to|refers to|consists of|looking for"
    "|waiting for|responsible for|capable of|accused of|outside of|end of|kind of|lack of"
)
_BASES = "be|have|take|make|go|give|see|get|find|come|keep|become|leave|continue|need|help|include|require|allow|lead|pay|play|run|use|try"
_THIRD = {"be": "is", "have": "has", "go": "goes", "try": "tries"}


def _third(verb: str) -> str:
    return _THIRD.get(verb, verb + "s")


def _article(m: re.Match[str], _: random.Random) -> str:
    return {"a": "an", "an": "a"}[m.group()]


def _doubled(m: re.Match[str], _: random.Random) -> str:
    return f"{m.group()} {m.group()}"


def _without_last(m: re.Match[str], _: random.Random) -> str:
    return m.group().rsplit(" ", 1)[0]


def _swapped(m: re.Match[str], _: random.Random) -> str:
    return f"{m['b']} {m['a']}"


def _joined(m: re.Match[str], _: random.Random) -> str:
    return m.group().replace(" ", "")


def _typo(m: re.Match[str], dice: random.Random) -> str:
    word = m.group()
    at = dice.randrange(2, len(word) - 2)
    if dice.random() < 0.5:
        return word[:at] + word[at + 1 :]
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _more(m: re.Match[str], _: random.Random) -> str:
    return f"more {m.group()}"


KINDS: dict[str, Plant] = {
    "agreement": _table(
        {"is": "are", "was": "were", "has": "have", "does": "do"}, before=r"(?:(?<=\b[Hh]e )|(?<=\b[Ss]he )|(?<=\b[Ii]t ))"
    ),
    "agreement, plural": _table(
        {"are": "is", "were": "was", "have": "has"}, before=r"(?:(?<=\b[Tt]hey )|(?<=\b[Ww]e )|(?<=members )|(?<=workers )|(?<=people ))"
    ),
    "article missing": _swap(r"\b(?:in|at|of|for|by) the(?= (?:same|first|end|world|country|middle|next|most) )", _without_last),
    "a or an": _swap(r"(?<![\w'.-])(?:a|an)(?= [a-z]{4,})", _article),
    "preposition missing": _swap(rf"\b(?:{_GONE})\b(?= [a-z])", _without_last),
    "preposition wrong": _table(_PREPOSITIONS),
    "word doubled": _swap(r"(?<= )(?:the|of|to|in|and|for|with|from|was|were|said|by|at|on)(?= [a-z])", _doubled),
    "its and it's": _table({"its": "it's", "it's": "its"}, after=r"(?= [a-z])"),
    "their and there": _table({"their": "there"}, after=r"(?= [a-z]{4,})"),
    "form after a modal": _swap(
        rf"\b(?P<m>will|would|could|should|can|must|may|might) (?P<v>{_BASES})\b", lambda m, _: f"{m['m']} {_third(m['v'])}"
    ),
    "number": _swap(rf"\b(?:two|three|four|five|six|seven|ten|\d\d) (?:{_NOUNS})s\b", lambda m, _: m.group()[:-1]),
    "comparative": _swap(r"\b(?:better|larger|higher|lower|bigger|older|younger|smaller|longer|greater|stronger|easier) than\b", _more),
    "word order": _swap(r"\b(?P<a>will|would|could|has|have|had|is|was|are|were) (?P<b>been|be|not|also|already)(?= [a-z]+)", _swapped),
    "run together": _swap(r"\b(?:of the|in the|to the|has been|will be|and the|on the|for the|at the|with the)\b", _joined),
    "homophone": _table(_HOMOPHONES),
    "participle": _swap(
        rf"\b(?:has|have|had|was|were|been) (?:{'|'.join(_PARTICIPLES)})\b",
        lambda m, _: m.group().split()[0] + " " + _PARTICIPLES[m.group().split()[1]],
    ),
    "tense after did": _swap(
        r"\b(?:did not|didn't) (?P<v>go|take|see|come|give|begin|know|want|make|say|have)\b",
        lambda m, _: m.group().rsplit(" ", 1)[0] + " " + _did(m["v"]),
    ),
    "typing slip": _swap(r"(?<![\w'-])[a-z]{7,12}(?![\w'-])", _typo),
    "much and many": _table({"many": "much", "fewer": "less"}, after=r"(?= [a-z]{3,}s\b)"),
    "to missing": _swap(r"\b(?:want|wants|wanted|decided|agreed|plans|hopes|refused|tried|expected|able) to(?= [a-z])", _without_last),
}
"""Name -> how it is planted."""


def _did(verb: str) -> str:
    known = {base: past for past, base in _PAST.items()} | {"want": "wanted", "make": "made", "say": "said", "have": "had"}
    return known[verb]


def planted(sentences: Sequence[str], seed: int) -> Iterator[Planted]:
    """Ten damaged sentences of each kind, kind by kind, no sentence twice."""
    fitting = [s for s in sentences if SHORTEST <= len(s.split()) <= LONGEST and s[:1].isupper() and s[-1:] == "." and '"' not in s]
    order = list(dict.fromkeys(fitting))
    random.Random(seed).shuffle(order)
    used: set[str] = set()
    for kind, plant in KINDS.items():
        dice = random.Random(f"{seed} {kind}")
        found = 0
        for sentence in order:
            if found == EACH:
                break
            made = plant(sentence, dice) if sentence not in used else None
            if made is None:
                continue
            text, start, end = made
            used.add(sentence)
            found += 1
            tail = len(text) - end
            yield Planted(kind, text, start, end, sentence[start : len(sentence) - tail])
