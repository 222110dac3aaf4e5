"""Words as the index of expressions has them: lower case, regular plurals and the common irregular ones as singulars."""

from __future__ import annotations

from functools import lru_cache

_IRREGULAR = {
    "men": "man",
    "women": "woman",
    "children": "child",
    "feet": "foot",
    "teeth": "tooth",
    "mice": "mouse",
    "lives": "life",
    "wives": "wife",
    "criteria": "criterion",
    "phenomena": "phenomenon",
    "bacteria": "bacterium",
    "analyses": "analysis",
    "crises": "crisis",
    "diagnoses": "diagnosis",
    "axes": "axis",
    "gases": "gas",
    "gasses": "gas",
    "viruses": "virus",
    "buses": "bus",
}
_AS_IT_IS = frozenset(
    [
        "news",
        "gas",
        "lens",
        "series",
        "species",
        "always",
        "perhaps",
        "mass",
        "times",
        "works",
        "states",
        "nations",
        "emirates",
        "headquarters",
    ]
)
_PLURAL = {singular: plural for plural, singular in _IRREGULAR.items() if plural != "gasses"}


@lru_cache(maxsize=1 << 14)
def fold(word: str) -> str:
    """The key of one word: lower case, without possessive `'s`, a plural as its singular ("Agencies" -> "agency")."""
    word = word.lower().replace("’", "'").removesuffix("'s")
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is", "ics")) or word in _AS_IT_IS:
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    return word[:-1]


def plural(word: str) -> str:
    """The plural of a lower-case noun ("agency" -> "agencies"); words that have none stay."""
    if word in _PLURAL:
        return _PLURAL[word]
    if word in _AS_IT_IS or (word.endswith(("ics", "ss")) and not word.endswith(("ess", "ass"))):
        return word
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "sh", "ch", "x", "z")) else "s")
