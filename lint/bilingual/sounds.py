"""What a name sounds like in any script: its consonants as classes, so that a transliteration can be held against the name.

Vowels are left out (Arabic and Hebrew don't write them, transliterations differ in them); letters that schemes render in several ways have
several classes; what one scheme writes and another does not (h, w, y, silent endings) is optional.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import NamedTuple

from ..lazyregex import regex


class Sound(NamedTuple):
    """The classes that a consonant may belong to, of B F T S K H L R M N, and whether another script may leave it out."""

    classes: str
    optional: bool = False


_LATIN = regex(r"schtsch|shch|tsch|tch|sch|tsh|dzh|sh|sz|cz|zh|ts|tz|dz|dj|ch|kh|gh|ph|th|dh|ck|qu|ng|x|[b-df-hj-np-tvwz]")
_LATIN_SOUNDS = {
    **dict.fromkeys(("schtsch", "shch", "tsch", "tch", "sch", "tsh", "dzh", "sh", "sz", "cz", "zh", "ts", "tz", "dz", "dj", "s", "z"), "S"),
    "ch": "SKH", "kh": "KH", "ph": "FB", "th": "TS", "dh": "TS", "ck": "K", "qu": "K", "c": "KS", "g": "KSH", "k": "K", "q": "K", "b": "B",
    "p": "B", "v": "FB", "f": "F", "d": "T", "t": "T", "l": "L", "r": "R", "m": "M", "n": "N",
}  # fmt: skip
_LATIN_OPTIONAL = {"gh": "KHF", "j": "SH", "w": "F", "h": "HK"}

# Letter -> classes; a class in lower case is optional. Letters that are missing are vowels and signs.
_LETTERS = {
    # Cyrillic
    "б": "B", "п": "B", "в": "FB", "ф": "FT", "г": "KH", "ґ": "K", "д": "T", "т": "T", "ж": "S", "з": "S", "ц": "S", "ч": "S", "ш": "S",
    "щ": "S", "с": "S", "к": "K", "х": "HK", "л": "L", "р": "R", "м": "M", "н": "N", "ђ": "S", "ћ": "S", "џ": "S", "љ": "L", "њ": "N",
    "ј": "s", "ѕ": "S", "ќ": "K", "ѓ": "K", "қ": "K", "ғ": "KH", "ң": "N", "һ": "h", "ў": "f",
    # Greek
    "β": "FB", "γ": "kh", "δ": "T", "ζ": "S", "θ": "TS", "κ": "K", "λ": "L", "μ": "M", "ν": "N", "π": "B", "ρ": "R", "σ": "S", "ς": "S",
    "τ": "T", "φ": "F", "χ": "HKS",
    # Arabic, Persian, Urdu, Pashto
    "ب": "B", "پ": "B", "ت": "T", "ط": "T", "د": "T", "ض": "TS", "ذ": "TS", "ث": "TS", "ظ": "TS", "ج": "SK", "چ": "S", "ح": "h", "خ": "KH",
    "ر": "R", "ز": "S", "ژ": "S", "س": "S", "ش": "S", "ص": "S", "غ": "KH", "ف": "FB", "ڤ": "F", "ق": "K", "ک": "K", "ك": "K", "گ": "K",
    "ڭ": "N", "ل": "L", "م": "M", "ن": "N", "ه": "h", "ة": "ht", "و": "f", "ہ": "h", "ھ": "h", "ں": "n", "ٹ": "T", "ڈ": "T", "ڑ": "R",
    "ښ": "SKH", "ږ": "SKH", "ځ": "S", "څ": "S", "ډ": "T", "ړ": "R", "ټ": "T", "ڼ": "N", "ګ": "K",
    # Hebrew
    "ב": "BF", "ג": "KS", "ד": "T", "ה": "h", "ו": "f", "ז": "S", "ח": "KH", "ט": "T", "כ": "KH", "ך": "KH", "ל": "L", "מ": "M", "ם": "M",
    "נ": "N", "ן": "N", "ס": "S", "פ": "BF", "ף": "BF", "צ": "S", "ץ": "S", "ק": "K", "ר": "R", "ש": "S", "ת": "TS",
    # Devanagari
    "क": "K", "ख": "KH", "ग": "K", "घ": "K", "ङ": "N", "च": "S", "छ": "S", "ज": "S", "झ": "S", "ञ": "N", "ट": "T", "ठ": "T", "ड": "TR",
    "ढ": "TR", "ण": "N", "त": "T", "थ": "TS", "द": "T", "ध": "T", "न": "N", "प": "B", "फ": "FB", "ब": "BF", "भ": "BF", "म": "M", "र": "R",
    "ल": "L", "ळ": "L", "व": "f", "श": "S", "ष": "S", "स": "S", "ह": "h", "ं": "nm", "ँ": "nm",
    # Katakana
    **dict.fromkeys("カキクケコガギグゲゴ", "K"), **dict.fromkeys("サシスセソザジズゼゾ", "ST"), **dict.fromkeys("タテトダデド", "T"),
    **dict.fromkeys("チヂツヅ", "ST"), **dict.fromkeys("ナニヌネノ", "N"), **dict.fromkeys("ハヒヘホ", "h"), **dict.fromkeys("フ", "FH"),
    **dict.fromkeys("バビブベボ", "BF"), **dict.fromkeys("パピプペポ", "B"), **dict.fromkeys("マミムメモ", "M"), "ヴ": "F", "ワ": "f",
    **dict.fromkeys("ラリルレロ", "LR"), "ン": "NM", "ー": "r",
}  # fmt: skip
_TWO = {"ξ": "KS", "ψ": "BS"}
_GREEK = {"μπ": ("m", "B"), "ντ": ("n", "T"), "γκ": ("n", "K"), "γγ": ("n", "K")}
_FIRST = ("K", "K", "N", "T", "T", "LR", "M", "BF", "B", "ST", "S", "", "S", "S", "S", "K", "TS", "BF", "hf")
_LAST = ("", "K", "K", "KS", "N", "NS", "N", "T", "LR", "LK", "LM", "LB", "LS", "LT", "LB", "L", "M", "B", "BS", "TS", "TS", "N", "S", "S",
         "K", "T", "B", "h")  # fmt: skip


@lru_cache(maxsize=8_192)
def sounds(word: str) -> tuple[Sound, ...]:
    """The consonants of a word in any script that is known here; empty for others, Chinese among them."""
    text = unicodedata.normalize("NFKC", word).lower()
    text = "".join(chr(ord(c) + 0x60) if "ぁ" <= c <= "ゖ" else c for c in text)
    out: list[Sound] = []
    coda: list[Sound] = []
    at = 0
    while at < len(text):
        c = text[at]
        if "가" <= c <= "힣":
            syllable = ord(c) - 0xAC00
            first = _sound(_FIRST[syllable // 588])
            # A syllable's end and the next one's beginning are often one consonant (안나 is Anna).
            if first and not (coda and set(coda[-1].classes) & set(first.classes)):
                out.append(first)
            coda = [Sound(classes) for classes in _coda(_LAST[syllable % 28])]
            out += coda
        elif text[at : at + 2] in _GREEK:
            out += [Sound(letter.upper(), letter.islower()) for letter in _GREEK[text[at : at + 2]]]
            at += 1
        elif c in _TWO:
            out += [Sound(letter) for letter in _TWO[c]]
        elif c in _LETTERS and not (at and text[at - 1] == c and "а" <= c <= "џ"):
            out.append(Sound(_LETTERS[c].upper(), _LETTERS[c].islower()))
        at += 1
    return tuple(out)


def _sound(classes: str) -> Sound | None:
    return Sound(classes.upper(), classes.islower()) if classes else None


def _coda(classes: str) -> tuple[str, ...]:
    return (classes,) if classes in ("LR", "TS") else tuple(classes)


@lru_cache(maxsize=8_192)
def latin(token: str) -> tuple[Sound, ...]:
    """The consonants of a folded token in Latin letters."""
    out: list[Sound] = []
    matches = list(_LATIN.finditer(token))
    for i, match in enumerate(matches):
        letters = match.group()
        if i and letters == matches[i - 1].group() and match.start() == matches[i - 1].end():
            continue
        after = token[match.end() : match.end() + 1]
        if letters == "x":
            out += [Sound("KSH"), Sound("S", True)]
        elif letters == "ng":
            out += [Sound("N"), Sound("KS", after not in "aeiouy" or not after)]
        elif letters in _LATIN_OPTIONAL:
            out.append(Sound(_LATIN_OPTIONAL[letters], True))
        else:
            # Silent at the end of French names, dropped before consonants where English is heard.
            silent = (not after and letters in ("t", "d", "s", "z") and i > 1) or (letters == "r" and after not in "aeiouy")
            out.append(Sound(_LATIN_SOUNDS[letters], silent and not (letters == "r" and not after)))
    return tuple(out)


def distance(name: tuple[Sound, ...], word: tuple[Sound, ...], before: int = 0, behind: int = 0) -> int:
    """How many consonants of a name don't fit those of a word, which may have up to `before` and `behind` more at its ends."""
    row = [0]
    for i, sound in enumerate(word, 1):
        row.append(row[-1] if sound.optional or i <= before else row[-1] + 1)
    for mine in name:
        previous, row = row, [row[0] + (not mine.optional)]
        for j, theirs in enumerate(word, 1):
            row.append(
                min(
                    previous[j - 1] + (not set(mine.classes) & set(theirs.classes)),
                    previous[j] + (not mine.optional),
                    row[j - 1] + (not theirs.optional),
                )
            )
    best = row[-1]
    extra = 0
    for j in range(len(word) - 1, -1, -1):
        extra += not word[j].optional
        if extra > behind:
            break
        best = min(best, row[j])
    return best
