"""How many damaged numbers `translation/source-number` finds, and how many right ones it reports, in the pairs of gettext catalogues.

    python bench/source_numbers.py FOLDER     # holds LANGUAGE/LC_MESSAGES/*.mo, such as /usr/share/locale

For each language up to 500 pairs with a number above 2 in the English side, both ways round. One digit of a whole number in the
translation is then turned into another. The catalogues carry the licences of their programs (mostly GPL and LGPL); nothing of
them is kept.
"""

from __future__ import annotations

import gettext
import pathlib
import random
import re
import sys

from lint import rulefile
from lint.engine import Engine
from lint.formats import from_text

LANGUAGES = ("fr", "de", "es", "ru", "zh_CN", "ar", "fa", "tr", "hi")
PAIRS = 500
_HAS_NUMBER = re.compile(r"(?<![A-Za-z\d%$])\d*[3-9]\d*")
_WHOLE = re.compile(r"(?<![A-Za-z\d.,:/%$_-])\d+(?![\d.,:/\w-])")


def pairs(folder: pathlib.Path) -> list[tuple[str, str]]:
    """English messages with a number and their translations, in a fixed random order."""
    found = set()
    for path in sorted(folder.glob("*.mo")):
        try:
            with path.open("rb") as file:
                catalogue = vars(gettext.GNUTranslations(file))["_catalog"]
        except (OSError, UnicodeError):
            print(f"{path}: can't be read; left out", file=sys.stderr)
            continue
        for key, text in catalogue.items():
            english = key.rpartition("\x04")[2] if isinstance(key, str) else ""
            if _HAS_NUMBER.search(english) and 20 < len(english) < 400 and english != text and not english.isupper():
                found.add((" ".join(english.split()), " ".join(text.split())))
    listed = sorted(found)
    random.Random(1).shuffle(listed)
    return listed[:PAIRS]


def damaged(text: str, chance: random.Random) -> str | None:
    """The text with one digit of a whole number changed, None when it has none."""
    places = [match for match in _WHOLE.finditer(text) if int(match.group()) > 2]
    if not places:
        return None
    match = chance.choice(places)
    at = match.start() + chance.randrange(len(match.group()))
    return text[:at] + str((int(text[at]) + chance.randrange(1, 9)) % 10) + text[at + 1 :]


def main(folder: str) -> None:
    """Print one row for each language and direction, and the sum."""
    engine = Engine([rule for rule in rulefile.load(rulefile.shipped()) if rule.id.startswith("translation/source-number")])
    total = [0, 0, 0, 0]
    print("direction\tpairs\treported undamaged\tdamaged\tfound")
    for name in LANGUAGES:
        code = name[:2]
        listed = pairs(pathlib.Path(folder) / name / "LC_MESSAGES")
        for source, target in (("en", code), (code, "en")):
            chance = random.Random(2)
            row = [len(listed), 0, 0, 0]
            for english, other in listed:
                original, translation = (english, other) if source == "en" else (other, english)
                head = f"{source}\t{target}\n{original}\t"
                row[1] += bool(engine.check(from_text(f"{head}{translation}\n", format="tsv")))
                broken = damaged(translation, chance)
                if broken is not None:
                    row[2] += 1
                    row[3] += bool(engine.check(from_text(f"{head}{broken}\n", format="tsv")))
            print(f"{source}->{target}", *row, sep="\t")
            total = [a + b for a, b in zip(total, row, strict=True)]
    print("all", *total, sep="\t")


if __name__ == "__main__":
    main(sys.argv[1])
