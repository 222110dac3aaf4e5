"""Names held against the source: written otherwise, or another one in their place. Only what is sure is said."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..document import Document, Unit
from ..languages import guess
from ..model import Hit, Rule, Span
from ..names.lexicon import Lexicon
from .latinnames import Damage, Habits, Pair, in_latin
from .othernames import Habits as OtherHabits
from .othernames import Sides, in_other, sides
from .said import quoted
from .segments import judged
from .tokens import is_latin, is_list, tokens


def copied(document: Document, rule: Rule, lexicon: Callable[[], Lexicon]) -> Iterator[Hit]:
    """A hit at each name that is not the source's, where both texts are in Latin letters; the source's is proposed."""
    pairs: list[tuple[Unit, Pair]] = []
    for unit in judged(document):
        text = document.flat(unit.span)
        languages = unit.language or guess(unit.source), unit.into or document.language or guess(text)
        if languages[0] == languages[1] is not None or is_list(unit.source) or not (is_latin(text) and is_latin(unit.source)):
            continue
        pairs.append((unit, Pair(tokens(unit.source), tokens(text), languages)))
    if not pairs:
        return
    habits = Habits((pair for _, pair in pairs), lexicon())
    for unit, pair in pairs:
        for damage in in_latin(pair, habits, lexicon()):
            yield _hit(rule, unit, damage, (damage.right.text,))


def transliterated(document: Document, rule: Rule, lexicon: Callable[[], Lexicon]) -> Iterator[Hit]:
    """A hit at each name that is not the source's, where one of the texts is in another script than Latin."""
    passages: list[tuple[Unit, bool, Sides]] = []
    for unit in judged(document):
        text = document.flat(unit.span)
        into_latin = is_latin(text)
        if into_latin != is_latin(unit.source) and not is_list(unit.source):
            passages.append((unit, into_latin, sides(text, unit.source) if into_latin else sides(unit.source, text)))
    if not passages:
        return
    habits = OtherHabits((passage for _, _, passage in passages), lexicon())
    for unit, into_latin, passage in passages:
        for found in in_other(passage, habits, lexicon()) if passage.names else ():
            wrong, right = (found.name, found.word) if into_latin else (found.word, found.name)
            elsewhere = found.form if into_latin and found.form != wrong.text else ""
            yield _hit(rule, unit, Damage(wrong, right, True), elsewhere=elsewhere)


def _hit(rule: Rule, unit: Unit, damage: Damage, proposals: tuple[str, ...] = (), elsewhere: str = "") -> Hit:
    span = Span(unit.span.start + damage.found.start, unit.span.start + damage.found.end)
    listed = quoted(unit, [(damage.right.start, damage.right.text)])
    problem = f"The source has {listed}; the translation has '{damage.found.text}'"
    return Hit(rule, span, proposals, args={"problem": f"{problem}, elsewhere '{elsewhere}'" if elsewhere else problem})
