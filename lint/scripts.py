"""The scripts of the world, as far as they tell a language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from itertools import pairwise

from .lazyregex import regex

# Where scripts begin in Unicode (each range ends where the next begins) and the language that a script stands for; "" is Latin or none.
_RANGES = (
    (0x0000, ""), (0x0370, "el"), (0x0400, "ru"), (0x0530, "hy"), (0x0590, "he"), (0x0600, "ar"), (0x0700, ""), (0x0750, "ar"),
    (0x0780, ""), (0x08A0, "ar"), (0x0900, "hi"), (0x0980, "bn"), (0x0A00, "pa"), (0x0A80, "gu"), (0x0B00, "or"), (0x0B80, "ta"),
    (0x0C00, "te"), (0x0C80, "kn"), (0x0D00, "ml"), (0x0D80, "si"), (0x0E00, "th"), (0x0E80, "lo"), (0x0F00, "bo"),
    (0x1000, "my"), (0x10A0, "ka"), (0x1100, "ko"), (0x1200, "am"), (0x13A0, ""), (0x1780, "km"), (0x1800, ""), (0x1F00, "el"),
    (0x2000, ""), (0x3040, "ja"), (0x3100, ""), (0x3130, "ko"), (0x3190, ""), (0x3400, "zh"), (0xA000, ""), (0xAC00, "ko"),
    (0xD7B0, ""), (0xF900, "zh"), (0xFB00, ""), (0xFB50, "ar"), (0xFE00, ""), (0xFE70, "ar"), (0xFF00, ""), (0xFF66, "ja"),
    (0xFFA0, ""), (0x20000, "zh"), (0x30000, ""),
)  # fmt: skip
_FOREIGN = regex("|".join(f"([{chr(a)}-{chr(b - 1)}]+)" for (a, name), (b, _) in pairwise(_RANGES) if name))
_LANGUAGES = [name for _, name in _RANGES if name]

# Languages that share a script, likeliest first, each with the letters it has beyond those that all of them have.
_SHARED = {
    "ru": {
        "ru": "ёийщъыьэюя", "uk": "ґєиіїйщьюя", "bg": "ийщъьюя", "sr": "ђијљњћџ", "mk": "ѓѕијљњќџ", "be": "ёійўыьэюя",
        "kk": "әғёиіңөқұүһйщъыьэюя", "mn": "ёийөүщъыьэюя",
    },
    "ar": {"ar": "كيةىإأؤئ", "fa": "پچژگکیئأؤ", "ur": "ٹڈڑےںہھکگپچژیئؤ", "ps": "ښړډېځڅټۍګکپچژیيئګ"},
    "hi": {"hi": "", "mr": "", "ne": ""},
}  # fmt: skip


def language_of_script(text: str, function_words: Callable[[str], list[list[str]]]) -> str | None:
    """The language of a passage of which at least half the letters are not Latin, else None.

    A script that several languages share is decided by `function_words` (for each function word of the text the codes of its languages)
    and by the letters that a language doesn't have.
    """
    letters: Counter[str] = Counter()
    for match in _FOREIGN.finditer(text):
        letters[_LANGUAGES[(match.lastindex or 1) - 1]] += match.end() - match.start()
    total = sum(letters.values())
    if total < 2 or total * 2 < sum(map(str.isalpha, text)):
        return None
    script = max(letters, key=lambda name: (letters[name], name))
    if script == "zh" and letters["ja"] * 12 >= letters["zh"]:
        return "ja"
    if script not in _SHARED:
        return script
    alphabets = _SHARED[script]
    scores = dict.fromkeys(alphabets, 0.0)
    for codes in function_words(text):
        for code in codes:
            if code in scores:
                scores[code] += 2 / len(codes)
    for letter in set("".join(alphabets.values())):
        times = text.count(letter) + text.count(letter.upper()) * (letter.upper() != letter)
        for code, own in alphabets.items():
            if times and letter not in own:
                scores[code] -= times
    best = max(scores.values())
    return next(code for code in scores if scores[code] == best)
