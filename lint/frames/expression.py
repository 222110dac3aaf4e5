"""A frame, `=be [ =arrive|=die` say, read into items, and items into an RE2 expression over the two characters of each token.

Items are separated by spaces; each stands for one token and may be an alternative of several, joined by `|`: `word` (in any case), `=verb`
(all its forms), `@list` (of the rule's `lists`), a mark (`,` `;` `:` `"`), or a class: a tag (`NN`: the token can be one; `NN!`: it can be
nothing else; `^NN`: the same with a capital), `CAP`, `NUM`, `POSS`, `HYPH`, `UNK`, `WORD` (any token but a mark), `LOW` (a word without a
capital), `STOP` (an end of sentence), `ASK` (a question mark), `PUNCT` (any mark or the end of the paragraph), `START` (the start of a
sentence), `END` (its end). `~` before an item: a token that is none of it. `?` behind: perhaps, `*`: up to three times. `[` and `]` enclose
what is reported.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from ..lazyregex import regex
from .lexicon import FIRST_CLASS, FIRST_WORD, MARKS, class_codes, verbs

_ANY_CLASS = f"[\\x{{{FIRST_CLASS:X}}}-\\x{{{FIRST_WORD - 1:X}}}]"
_ANY_WORD = f"[\\x{{{FIRST_WORD:X}}}-\\x{{FFFF}}]"
_CLASS = regex(r"\^?[A-Z]+!?(?:\+[A-Z]+!?)*")
_WORD = regex(r"[a-z][a-z'’.-]*|,|;|:|\"|\(|\)|-|[$€£%]")
NAMED = frozenset(("WORD", "PUNCT", "START", "END", "CAP", "NUM", "POSS", "HYPH", "UNK", "STOP", "ASK", "QUOTE", "FW", "LOW"))
TAGS = frozenset(["NN", "NNS", "NC", "VB", "VBZ", "VBD", "VBN", "VBG", "JJ", "JJR", "JJS", "RB", "RBR", "RBS"])
_MARK_CLASS = {",": "COMMA", ";": "SEMI", ":": "COLON", '"': "QUOTE", "(": "PAREN", ")": "PAREN"}

Item = list[str | list[str]]
"""`[prefix and suffix, classes, words]`; a bracket is `["[", [], []]`."""


class FrameError(ValueError):
    """A frame that can't be read; says what is wrong with which item."""


def read(frame: str, lists: Mapping[str, Sequence[str]]) -> list[Item]:
    """The items of a frame. Raises FrameError."""
    items: list[Item] = []
    for part in frame.split():
        if part in ("[", "]"):
            items.append([part, [], []])
            continue
        prefix = "~" if part[0] == "~" and len(part) > 1 else ""
        suffix = part[-1] if part[-1] in "?*" and len(part) > 1 else ""
        body = part[len(prefix) : len(part) - len(suffix)]
        classes: list[str] = []
        words: list[str] = []
        for choice in body.split("|"):
            _choice(choice, lists, classes, words, part)
        if prefix and {"START", "END", "PUNCT"} & set(classes):
            raise FrameError(f"{part!r}: START, END and PUNCT can't be denied; name the marks")
        items.append([prefix + suffix, classes, list(dict.fromkeys(words))])
    if not any(item[1] or item[2] for item in items):
        raise FrameError(f"{frame!r} has no item")
    return items if any(item[0] == "[" for item in items) else _enclosed(items)


def _enclosed(items: list[Item]) -> list[Item]:
    """A frame without brackets reports all but the start and the end of a sentence."""
    first = 1 if items[0][1] == ["START"] else 0
    last = len(items) - 1 if items[-1][1] in (["END"], ["PUNCT"]) and len(items) > 1 else len(items)
    return [*items[:first], ["[", [], []], *items[first:last], ["]", [], []], *items[last:]]


def _choice(choice: str, lists: Mapping[str, Sequence[str]], classes: list[str], words: list[str], part: str) -> None:
    if choice in _MARK_CLASS:
        classes.append(_MARK_CLASS[choice])
    elif choice.startswith("="):
        if choice[1:] not in verbs():
            raise FrameError(f"{part!r}: the lexicon has no verb {choice[1:]!r}")
        words.extend(verbs()[choice[1:]])
    elif choice.startswith("@"):
        if choice[1:] not in lists:
            raise FrameError(f"{part!r}: there is no list {choice[1:]!r}")
        for one in lists[choice[1:]]:
            _choice(one, {}, classes, words, part)
    elif _CLASS.fullmatch(choice):
        for name in choice.strip("^").replace("!", "").split("+"):
            if name not in TAGS and name not in NAMED:
                raise FrameError(f"{part!r}: there is no class {name!r}")
        classes.append(choice)
    elif _WORD.fullmatch(choice):
        words.append(choice)
    else:
        raise FrameError(f"{part!r}: {choice!r} is neither a word in lower case nor a class, =verb or @list")


def expression(items: Sequence[Item], words: Mapping[str, str]) -> tuple[str, str]:
    """The RE2 expression of a frame with a group `found`, and the same without groups. `words` gives the character of each word."""
    parts = [_item(item, words) for item in items]
    body = "".join(parts)
    return body, body.replace("(?P<found>", "(?:")


def needs(items: Sequence[Item], words: Mapping[str, str]) -> list[frozenset[str]]:
    """For each item that can't be missing and isn't denied, the characters of which one must be in a row that the frame matches."""
    out = []
    for flags, classes, own in items:
        if flags == "" and not any(name in _SPECIAL for name in classes):
            found = frozenset().union(*(_code_set(str(name)) for name in classes), (words[word] for word in own))
            out.append(found)
    return out


@cache
def _code_set(name: str) -> frozenset[str]:
    return frozenset(_codes(name))


def _item(item: Item, words: Mapping[str, str]) -> str:
    flags, classes, own = item
    if flags == "[":
        return "(?P<found>"
    if flags == "]":
        return ")"
    letters = "".join(words[word] for word in own)
    if str(flags).startswith("~"):
        tags = "".join(sorted(set("".join(_codes(str(name)) for name in classes))))
        one = (f"[^{_ranges(tags)}\\x{{{FIRST_WORD:X}}}-\\x{{FFFF}}]" if tags else _ANY_CLASS) + (
            f"[^{_ranges(letters)}\\x{{0}}-\\x{{{FIRST_WORD - 1:X}}}]" if letters else _ANY_WORD
        )
        return f"(?:{one}){_times(str(flags))}"
    choices = [_special(str(name)) for name in classes if name in _SPECIAL]
    tags = "".join(sorted(set("".join(_codes(str(name)) for name in classes if name not in _SPECIAL))))
    if tags:
        choices.append(f"[{_ranges(tags)}]{_ANY_WORD}")
    if letters:
        choices.append(f"{_ANY_CLASS}[{_ranges(letters)}]")
    if not choices:
        raise FrameError("an item that nothing fits")
    return (f"(?:{'|'.join(choices)})" if len(choices) > 1 or len(str(flags)) else choices[0]) + _times(str(flags))


def _times(flags: str) -> str:
    return "?" if flags.endswith("?") else "{0,3}" if flags.endswith("*") else ""


_SPECIAL = ("START", "END", "PUNCT")


def _special(name: str) -> str:
    stop = f"[{_ranges(_codes('STOP'))}]{_ANY_WORD}"
    if name == "START":
        quote = f"(?:[{_ranges(_codes('QUOTE'))}]{_ANY_WORD})?"
        return f"(?:(?:^|{stop}){quote})"
    if name == "END":
        return f"(?:{stop}|$)"
    return f"(?:[{_ranges(''.join(_codes(n) for n in sorted({*MARKS.values(), 'OTHERMARK'})))}]{_ANY_WORD}|$)"


@cache
def _codes(name: str) -> str:
    """The characters of the classes that fit a name of a class."""
    codes = class_codes()
    if name == "WORD":
        return "".join(code for known, code in codes.items() if known not in MARKS.values() and known != "OTHERMARK")
    if name == "LOW":
        others = {*MARKS.values(), "OTHERMARK", "NUM"}
        return "".join(code for known, code in codes.items() if known not in others and not known.startswith("CAP/"))
    if name == "CAP":
        return "".join(code for known, code in codes.items() if known.startswith("CAP/"))
    capital, only = name.startswith("^"), name.endswith("!")
    wanted = {"STOP", "ASK"} if name == "STOP" else set(name.strip("^!").replace("!", "").split("+"))
    out = []
    for known, code in codes.items():
        tags = set(known.split("/"))
        has_capital = "CAP" in tags
        tags -= {"CAP"}
        if has_capital == capital and (tags & wanted if not only else tags <= wanted | {"NC"} and tags & wanted):
            out.append(code)
    return "".join(out)


def _ranges(letters: str) -> str:
    """Characters as ranges of a class, escaped."""
    points = sorted(map(ord, letters))
    out = []
    start = last = points[0]
    for point in [*points[1:], 0x10FFFF]:
        if point != last + 1:
            out.append(f"\\x{{{start:X}}}" + (f"-\\x{{{last:X}}}" if last > start else ""))
            start = point
        last = point
    return "".join(out)
