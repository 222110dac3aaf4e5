"""The decision table: what makes a near miss of a known name an error, a warning, a note, or nothing.

Rows (`lam` is the product of the shares of all tokens as found, `pa` of the anchors, the tokens that agree):

a  error    tight, and the text has the right form elsewhere
b  error    tight, the found token is unknown as a name and lam is tiny; or tight with support of the context
c  error    a tier-1 entity, one edit or the same sound, a word of context, lam tiny
d  warning  only the sound is the same (a transliteration or house spelling), lam tiny
e  warning  the found token is a name, but with these anchors nobody else is likely to bear it
f  warning  a prominent entity, without context; of tier 2 only by a token that hardly anybody bears
g  warning  loosely near, rare anchor, context, and the anchor stands alone elsewhere in the text
h  warning  a token said twice that sounds like an entity's two tokens
i  warning  the name of an organisation, near, on exactly one run of capitals
j  warning  one name, two spellings in the text, whoever it is

k  warning  several tokens sound like a prominent name, in its context
l  warning  one token alone, unknown as a name, beside a prominent surname, place or organisation
m  warning  somebody prominent whose office stands right beside the name, whatever the found token is
n  warning  a given name or surname so rare that its one household name is meant
o  warning  the words of an organisation's name with one left out, put in or turned round
p  warning  the title of an office with two words turned round, or one replaced by another of its meaning
q  warning  a name and the word after it run together
r  warning  a word of official titles with a slip, in a title or the name of a body, whoever bears it

Whatever is not among them is silent, and so is all that `silenced` names. Two different references equally near, an entity that
nobody vouches for (tier 4), and another spelling of a transliterated name lower an error to a warning.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Level
from .background import AS_WORD, KNOWN
from .case import COMMON, COMMON_GIVEN, ODD, PROMINENT, RARE, SMALL, TINY, Case
from .near import demonym, gender_pair, gutturals, house_spelling, inflected, plural, same_word


@dataclass(frozen=True, slots=True)
class Decision:
    """A level with the letter of its row and the reason in words."""

    level: Level
    row: str
    reason: str


def decide(case: Case) -> Decision | None:
    """The first row of the table that fits, lowered where the evidence has a weak spot; None when the name stays unflagged."""
    if silenced(case):
        return None
    decision = _row(case)
    if decision is None:
        return None
    weak = _weakness(case, decision)
    return Decision(weak[0], decision.row, f"{decision.reason}; {weak[1]}") if weak and weak[0] < decision.level else decision


def _weakness(case: Case, decision: Decision) -> tuple[Level, str] | None:
    """The level that a decision sinks to and why, None when nothing speaks against it."""
    if case.kind == "place" and case.tier > 3 and not case.support and not (case.slip and case.strange <= ODD and not case.near.same_sound):
        return Level.NOTE, "places of many lands are called nearly so"
    if case.kind in ("org", "agency") and plural(case.found, case.right):
        return Level.NOTE, "one and many of a word are often taken for each other"
    respelt = case.near.same_consonants and not (case.right_elsewhere or case.mistyped)
    if case.kind in ("org", "agency", "place") and not case.latin and respelt:
        return Level.NOTE, "it may be another transliteration"
    if decision.row == "a":
        if case.ordinary:
            return Level.NOTE, "introduced as somebody nobody knows"
        variant = case.kind == "person" and not case.latin and case.near.same_consonants and case.facts.is_name
        return (Level.WARNING, "it may be another transliteration") if variant else None
    if decision.row == "e" and case.tier > PROMINENT and not case.latin and case.near.same_consonants:
        return Level.NOTE, "it may be another transliteration"
    if not case.same_letter and not case.near.same_sound:
        return Level.WARNING, "the tokens begin with different letters"
    if case.tied:
        return Level.WARNING, "another name is as near"
    if case.tier > PROMINENT:
        return Level.WARNING, "known to few"
    if case.near.distance > 1 and not case.near.same_sound and not case.support:
        return Level.WARNING, "more than one letter away"
    if case.kind in ("org", "agency"):
        return Level.WARNING, "another organisation may be called so"
    alike = not case.transposed and (case.near.same_consonants or case.near.same_sound or gutturals(case.found, case.right))
    if not case.latin and (alike or (case.facts.is_name and not case.last)):
        return Level.WARNING, "it may be another transliteration"
    return None


def silenced(case: Case) -> str | None:
    """Why a near miss is no finding at all, None when it may be one."""
    organised = case.kind in ("org", "agency")
    prominent = case.tier <= PROMINENT
    telling = case.unknown and prominent
    if min(len(case.found), len(case.right)) < 3 and not (len(case.anchors) >= 2 and case.pa <= TINY and case.tier <= PROMINENT):
        return "too short to tell"
    if organised and house_spelling(case.found, case.right):
        return "another country's spelling of the same word"
    if organised and case.facts.is_word and case.general and all(facts.only_word for facts in case.anchors):
        return "words of the language before a general one"
    if far_from_common(case):
        return "another name beside a common one"
    if case.same_sentence:
        return "the right form stands in the same sentence: two people"
    derived = inflected(case.found, case.right, case.unknown) or (case.kind == "place" and demonym(case.found, case.right))
    if derived and not case.in_office and not case.inner:
        return "a plural, a demonym or a derived name"
    if case.lower_case:
        return "the text has the token in lower case"
    far = case.near.distance > 1 and not case.near.same_consonants
    wordy = organised and case.word
    if case.unknown and far and case.strange > 3 * ODD and case.pa > RARE and not case.right_elsewhere and not wordy:
        return "another name, made as names are"
    if case.in_office:
        return None
    if case.facts.is_word and organised and case.near.distance > 1 and not case.framed:
        return "a word of the language, and more than one letter away"
    typed = organised and case.near.distance == 1 and ((case.exact_run and case.near.similarity >= 0.8) or (case.transposed and prominent))
    if case.facts.only_word and not case.alone and not case.framed and not typed:
        return "a word of the language"
    if case.titles and not telling and not (case.right_elsewhere and case.kind == "person"):
        return "the tokens that agree are titles"
    swapped = case.transposed and prominent and case.facts.share <= KNOWN
    given = any(facts.given >= COMMON_GIVEN and not facts.is_word for facts in case.anchors)
    if organised and case.last and case.facts.is_name and not swapped and given:
        return "a person's name"
    if organised and case.facts.only_word and case.general:
        return "a word of the language before a general one"
    if organised and case.last and case.unknown and same_word(case.found, case.right):
        return "a word made from the name"
    if all(facts.only_word for facts in case.anchors) and not organised and not telling and not (case.slip and case.strange <= 3 * ODD):
        return "the tokens that agree are words of the language"
    if not case.last and gender_pair(case.found, case.right) and case.facts.is_name and not case.support:
        return "a man's and a woman's name"
    if case.cut and case.tier > PROMINENT and not case.right_elsewhere:
        return "too many names share the tokens that agree"
    if case.ordinary and not case.support and not (case.slip and telling and case.context and case.near.distance == 1):
        return "introduced as somebody nobody knows"
    return None


def far_from_common(case: Case) -> bool:
    """Whether an unknown surname is more than one letter from the known one, beside a given name that many bear, and nothing else tells."""
    common = all(facts.given >= COMMON_GIVEN for facts in case.anchors)
    alike = case.near.same_sound or (case.near.same_consonants and case.tier <= PROMINENT)
    told = case.context or case.office or case.right_elsewhere or alike
    return case.kind == "person" and case.last and case.near.distance > 1 and common and not told


def _row(case: Case) -> Decision | None:
    sound, name = case.near.same_sound, case.facts.is_name
    if case.right_elsewhere and case.near.tight and case.same_letter:
        # A namesake who spells it otherwise is likely where both spellings are common.
        namesake = name and sound and case.lam > SMALL and not case.support
        if not namesake:
            return Decision(Level.ERROR, "a", "the text has the right form elsewhere")
        if case.tier <= PROMINENT:
            return Decision(Level.WARNING, "a", "the text has the right form elsewhere")
    if case.framed or (
        case.kind in ("org", "agency") and case.tight and case.exact_run and case.same_letter and case.near.similarity >= 0.75
    ):
        return Decision(Level.WARNING, "i", "near the name of an organisation")
    if not case.facts.only_word and (decision := _by_name(case)):
        return decision
    if case.in_office:
        return Decision(Level.WARNING, "m", "near the name of somebody whose office stands beside it")
    return Decision(Level.WARNING, "n", "a name that only one prominent person bears") if case.alone else None


def _by_name(case: Case) -> Decision | None:
    sound, name = case.near.same_sound, case.facts.is_name
    if case.tight and _placed_well(case):
        if case.support and case.lam <= SMALL:
            return Decision(Level.ERROR, "b", "near a known name that fits the context")
        if not name and not sound and case.lam <= TINY:
            return Decision(Level.ERROR, "b", "near a known name and unknown itself")
        if case.tier == 1 and case.context and case.lam <= TINY and (case.near.distance == 1 or sound):
            return Decision(Level.ERROR, "c", "near a name that every reader knows")
        if case.support and case.lam <= 100 * SMALL:
            return Decision(Level.WARNING, "b", "near a known name that fits the context")
        if sound and not name and case.lam <= TINY:
            return Decision(Level.WARNING if case.tier < 4 or case.slip else Level.NOTE, "d", "sounds like a known name")
        if name and not sound and case.lam <= TINY and case.pa <= RARE and case.rivals <= 5 and case.near.similarity >= 0.75:
            return Decision(Level.WARNING, "e", "nobody else is likely to bear these tokens together")
    if _prominent(case):
        return Decision(Level.WARNING, "f", "near the name of somebody prominent")
    bearers = 8 if case.tier <= PROMINENT and case.context >= 2 else 3
    if not case.tight and case.pa <= RARE and case.rivals <= bearers and case.support and case.anchor_alone:
        return Decision(Level.WARNING, "g", "a rare name in its context with another token")
    if case.tight and sound and (case.tier == 1 or (case.tier == 2 and case.context)) and case.lam <= SMALL:
        return Decision(Level.NOTE, "d", "sounds like the name of somebody prominent")
    return None


def _placed_well(case: Case) -> bool:
    """The guards on a tight match: what a misspelling keeps, in a surname and in a given name, with common anchors."""
    near = case.near
    telling = case.unknown and case.tier <= PROMINENT and case.same_letter
    if case.slip:
        return True
    if case.last and not (near.same_sound or telling or (case.same_letter and near.similarity >= 0.8)):
        return False
    if not case.last and not near.same_sound and not telling:
        if case.facts.is_name and not case.same_letter:
            return False
        if near.similarity < 0.6 or (not case.support and not (case.same_letter and near.similarity >= 0.7)):
            return False
    if not all(facts.given >= COMMON_GIVEN or facts.share >= AS_WORD for facts in case.anchors):
        return True
    least = 0.85
    if near.same_sound:
        least = 0.7
    elif case.tier <= PROMINENT and case.facts.share <= KNOWN:
        least = 0.75 if not case.cut and (case.unknown or case.support) else 0.8
    elif case.unknown and case.rivals <= 10:
        least = 0.8
    return case.same_letter and near.similarity >= least


def _prominent(case: Case) -> bool:
    near = case.near
    if case.tier > PROMINENT or not case.tight or (not case.last and case.facts.is_name and gender_pair(case.found, case.right)):
        return False
    if not (case.same_letter or near.same_sound):
        return False
    if case.tier == 2:
        return case.facts.share <= KNOWN and not case.cut and (near.distance == 1 or near.same_sound or case.unknown) and case.lam <= TINY
    if not (near.distance == 1 or near.same_sound or near.similarity >= 0.75 or case.unknown):
        return False
    if case.last:
        return case.facts.share < COMMON or (case.context >= 1 and case.facts.share < 5 * COMMON)
    if near.distance == 1 or near.same_sound:
        return case.lam <= 50 * TINY or (case.context >= 1 and case.lam <= RARE)
    return case.lam <= 10 * TINY
