"""How near the open token of a name is to the token that a known name has there."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache
from typing import NamedTuple

from ..lazyregex import regex
from .fold import skeleton

_DERIVED = ("s", "es", "ism", "ist", "ists", "ian", "ians", "ite", "ites", "esque")
_RELATED = (*_DERIVED, "n", "an", "ans", "ns", "ese", "ish", "er", "ers", "ic", "i", "is", "son", "men", "man")
_DEMONYM = ("ans", "ians", "an", "ian", "ese", "ish", "ic", "ite", "ites")


_ENDINGS = (
    "", "a", "e", "i", "n", "o", "s", "an", "as", "en", "er", "es", "ia", "ic", "is", "ns", "os",
    "ans", "ian", "ish", "ians", "ism", "ist", "ists", "ics", "ers", "ean", "ois",
)
_GUTTURAL = regex(r"[kg]h|[hkqx]")
_VOWELS = str.maketrans("", "", "aiu")


class Nearness(NamedTuple):
    """`distance` is OSA (4 for more than 3), `similarity` 1 - distance / longer length, `same_sound` equal skeletons,
    `same_consonants` skeletons that differ in vowels only.

    Tight: one edit or transposition (from 4 letters), two (from 6), or the same sound. Fair: one from 2 letters, two from 5, three from 8.
    Neither: up to three, or a Jaro-Winkler similarity of 0.8.
    """

    tight: bool
    fair: bool
    distance: int
    similarity: float
    same_sound: bool
    same_consonants: bool


@cache
def _measures() -> tuple[Callable[..., int], Callable[..., float]]:
    """The distance of Damerau's kind and the similarity of Jaro and Winkler; an import at each call takes longer than either."""
    from rapidfuzz.distance import OSA, JaroWinkler

    return OSA.distance, JaroWinkler.similarity


@lru_cache(maxsize=16_384)
def near(found: str, right: str) -> Nearness | None:
    """The nearness of two different folded tokens, None when they have nothing to do with each other."""
    shorter, longer = len(found), len(right)
    if shorter > longer:
        shorter, longer = longer, shorter
    if shorter < 2 or longer < 3 or found == right or not found.isalpha():
        return None
    osa, jaro_winkler = _measures()
    distance = osa(found, right, score_cutoff=3)
    heard, meant = skeleton(found), skeleton(right)
    same = heard == meant
    tight = shorter >= 4 and (distance == 1 or (distance == 2 and shorter >= 6) or same)
    fair = tight or distance == 1 or (distance == 2 and shorter >= 5) or (distance == 3 and shorter >= 8)
    if fair or (shorter >= 4 and (distance <= 2 or (distance == 3 and shorter >= 5) or jaro_winkler(found, right) >= 0.8)):
        return Nearness(tight, fair, distance, 1 - distance / longer, same, consonants(found) == consonants(right))
    return None


def transposed(found: str, right: str) -> bool:
    """Whether two neighbouring letters of a token have changed places."""
    differ = [i for i, (a, b) in enumerate(zip(found, right, strict=False)) if a != b]
    if len(found) != len(right) or len(differ) != 2 or differ[1] != differ[0] + 1:
        return False
    first, second = differ
    return found[first] == right[second] and found[second] == right[first]


def consonants(token: str) -> str:
    """The consonants of a folded token's skeleton."""
    return skeleton(token).translate(_VOWELS)


def gutturals(found: str, right: str) -> bool:
    """Whether two folded tokens differ in nothing but the letters that romanise the sounds of the throat (Kohir, Kokhir, Qohir)."""
    return _GUTTURAL.sub("h", found) == _GUTTURAL.sub("h", right)


def inflected(found: str, right: str, unknown: bool) -> bool:
    """Whether one token is the other's plural, demonym or derived name (Korea/Korean, Saleh/Salehi): never a misspelling of it.

    Of an `unknown` token, one that is neither a word nor a name, only endings that make new words are taken for such (Trumpism).
    """
    if unknown:
        return found.startswith(right) and found[len(right) :] in _DERIVED
    if found[:4] != right[:4]:
        return False
    if found.startswith(right) or right.startswith(found):
        ending = found[len(right) :] or right[len(found) :]
        return ending in _RELATED and not (ending == "s" and max(found, right, key=len).endswith("ss"))
    return any(found.endswith(suffix) for suffix in _DEMONYM) and _stem(found) == _stem(right)


_HOUSE = (
    (regex(r"defence|defense"), "defens"),
    (regex(r"cent(?:re|er)"), "cent"),
    (regex(r"lab(?:our|or)$"), "labor"),
    (regex(r"programme"), "program"),
    (regex(r"i[sz](?=(?:e[drs]?|ers?|ing|ation|ations|ational)$)"), "iz"),
)


def house_spelling(found: str, right: str) -> bool:
    """Whether two words are one in British and American spelling (Defence, Defense; Organisation, Organization)."""
    for expression, letters in _HOUSE:
        found, right = expression.sub(letters, found), expression.sub(letters, right)
    return found == right


def plural(found: str, right: str) -> bool:
    """Whether one word is the other's plural in s."""
    return found == right + "s" or right == found + "s"


def same_word(found: str, right: str) -> bool:
    """Whether one word is made from the other by an ending for people (League, Leaguers; Committee, Committeeman)."""
    return found.startswith(right) and found[len(right) :] in ("r", "rs", "er", "ers", "man", "men", "woman", "women")


def demonym(found: str, right: str) -> bool:
    """Whether a token names the people or things of a place (Tasmanian, Somalis, San Franciscans), whatever list knows it."""
    if f"{found[:-1]}ia" == right or (found.endswith("an") and len(found) > 6 and right.startswith(found[:-2])):
        return True  # Serbs of Serbia, the Madagascan of Madagascar
    return inflected(found, right, False) or (found[-1] in "sn" and len(found) >= len(right) and same_stem(found, right))


_SYLLABLES = (
    "[bp](?:[ao]|ai|ei|ao|an|en|ang|eng|i|ie|iao|ian|in|ing|u)",
    "m(?:[aoe]|ai|ei|ao|ou|an|en|ang|eng|i|ie|iao|iu|ian|in|ing|u)",
    "f(?:[aou]|ei|ou|an|en|ang|eng)",
    "[dt](?:[aeiu]|ai|ei|ao|ou|an|en|ang|eng|ong|ie|iao|iu|ian|ing|ui|uo|uan|un)",
    "[nl](?:[aeiu]|ai|ei|ao|ou|an|en|ang|eng|ong|ia|ie|iao|iu|ian|in|iang|ing|uo|uan|un|ue)",
    "[gkh](?:[aeu]|ai|ei|ao|ou|an|en|ang|eng|ong|ua|uo|uai|ui|uan|un|uang)",
    "[jqx](?:[iu]|ia|ie|iao|iu|ian|in|iang|ing|iong|ue|uan|un)",
    "(?:[zcs]h?|r)(?:[aeiu]|ai|ei|ao|ou|an|en|ang|eng|ong|ua|uo|uai|ui|uan|un|uang)",
    "y(?:[aoeiu]|ao|ou|an|in|ang|ing|ong|ue|uan|un)",
    "w(?:[aou]|ai|ei|an|en|ang|eng)",
    "a|ai|an|ang|ao|e|ei|en|er|o|ou",
)
_PINYIN = regex(rf"(?:{'|'.join(_SYLLABLES)})+")


def pinyin(*tokens: str) -> bool:
    """Whether all folded tokens are made of syllables of Chinese, where many real names are a letter apart (Jincheng, Jinchang)."""
    return all(_PINYIN.fullmatch(token) for token in tokens)


def gender_pair(found: str, right: str) -> bool:
    """Whether two given names are a man's and a woman's of one stem (Antonio/Antonia, Paul/Paula)."""
    if found[:-1] == right[:-1]:
        return {found[-1], right[-1]} <= {"a", "e", "o"}
    return found in (right + "a", right + "e") or right in (found + "a", found + "e")


def _stem(token: str) -> str:
    for suffix in sorted((*_DEMONYM, "ia", "a", "o", "e", "i", "n", "s"), key=len, reverse=True):
        if token.endswith(suffix) and len(token) - len(suffix) >= 3:
            return token[: -len(suffix)]
    return token


def same_stem(one: str, other: str) -> bool:
    """Whether two tokens are one stem with two of the endings that make plurals, demonyms and foreign forms (Texas, Texans)."""
    return not _stems(one).isdisjoint(_stems(other))


def _stems(token: str) -> set[str]:
    return {token[: len(token) - len(end)] for end in _ENDINGS if token.endswith(end) and len(token) - len(end) >= 3}
