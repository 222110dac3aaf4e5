"""Closed classes of words that say whether a noun phrase may start or end at a place."""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


CLAUSE = _set("""
    although and as because but if said that when where which while
""")
"""Words after which a clause starts."""

OPENERS = _set("""
    a an and as at but for he if in is it of on so that the they to
""")
"""Words that are often doubled at the start of a sentence, where the two differ in case."""

DETERMINERS = _set("""
    a all an another any as both each eight either enough every few five four half her his how its less many more most much my
    neither nine no one our s seven several six so some such t ten that the their these this those three too two very what which
    whose your
""")
"""Words after which a noun has no article, or no noun is begun."""

FUNCTION = _set("""
    about after against and are as at because been before between but by can could did do does during for from had has have he if
    in into is it may might must near not of on or over said says she should since than that there they through to under until was
    we were when where which while who will with would
""")
"""Words that show, right after a noun, that the noun phrase is at its end."""

SORTS = _set("""
    form forms kind kinds line lot matter means piece sort sorts style type types
""")
"""Words that take a bare singular after `of`: "a kind of engineer"."""
