"""How many numbers and names damaged in translations are found beside their source, and how many undamaged pairs are reported.

    python bench/source_damage.py FOLDER…

A FOLDER holds gettext catalogues as LANGUAGE/LC_MESSAGES/*.mo. Debian's packages iso-codes, git, wesnoth-1.16-data,
wesnoth-1.16-httt (-did, -low, -thot, -tsg, -utbs, -sof, -trow, -ei, -nr), and libgweather-4-common bring such folders
below /usr/share; they are under the licences of their programs (mostly GPL and LGPL), and nothing of them is kept.

Of every language 500 pairs of English sentences and their translations are drawn for each task, in a fixed order; a message goes to
`dev` or `test` by its hash, and only `test` is counted unless --dev is given. The 500 pairs are checked as one document, undamaged and
then with a tenth of them damaged at a time, until each was once.

Numbers: one digit of a whole number is changed. Names: of a word with a capital inside a sentence on both sides a letter is changed,
left out, put in or exchanged with its neighbour, or another name of the catalogues takes its place (one in four). Between
scripts the English name is damaged, where a word of the other text sounds like it.
"""

from __future__ import annotations

import argparse
import gettext
import pathlib
import random
import re
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from lint import rulefile
from lint.bilingual.sounds import distance, latin, sounds
from lint.bilingual.tokens import Token, is_latin, tokens
from lint.engine import Engine
from lint.formats import from_text
from lint.kinds.names import lexicon
from lint.model import Settings

LANGUAGES = ("fr", "de", "es", "tr", "ru", "uk", "el", "zh_CN", "ja", "ko", "ar", "fa", "he", "hi")
PAIRS = 500
NUMBERS = ("translation/source-number", "translation/source-number-lost")
NAMES = ("translation/source-name", "translation/source-name-sound")
_HAS_NUMBER = re.compile(r"(?<![A-Za-z\d%$])\d*[3-9]\d*")
_WHOLE = re.compile(r"(?<![A-Za-z\d.,:/%$_-])\d+(?![\d.,:/\w-])")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_KNOWN = lexicon(Settings())


class Pair(NamedTuple):
    """A passage and its translation, with their languages; `spot` is what can be damaged in the translation."""

    source: str
    text: str
    languages: tuple[str, str]
    spots: tuple[tuple[int, int], ...]


def messages(folders: Iterable[pathlib.Path], name: str, *, dev: bool) -> dict[str, str]:
    """English messages and their translations."""
    found: dict[str, str] = {}
    for folder in folders:
        for path in sorted((folder / name / "LC_MESSAGES").glob("*.mo")):
            if path.name.startswith("freeciv"):
                continue  # its translators tell history in their own words and with their own numbers
            try:
                with path.open("rb") as file:
                    catalogue = vars(gettext.GNUTranslations(file))["_catalog"]
            except (OSError, UnicodeError):
                print(f"{path}: can't be read; left out", file=sys.stderr)
                continue
            for key, text in catalogue.items():
                # Contexts end in \x04, or in ^ where a program makes its own.
                english = key.rpartition("\x04")[2] if isinstance(key, str) else ""
                english = english.rpartition("^")[2] if path.name.startswith("wesnoth") else english
                sentence = english.count(" ") > 4 and english.rstrip("\"'”’)")[-1:] in tuple(".!?")
                if (
                    sentence
                    and 20 < len(english) < 400
                    and english != text
                    and not english.isupper()
                    and bool(zlib.crc32(key.encode()) % 2) == dev
                ):
                    found[" ".join(english.split())] = " ".join(text.split())
    return found


def drawn(pairs: Iterable[Pair]) -> list[Pair]:
    """The pairs of a task, 500 at most, in a fixed order."""
    listed = sorted(pair for pair in pairs if pair.spots)
    random.Random(1).shuffle(listed)
    return listed[:PAIRS]


def with_numbers(texts: dict[str, str], code: str) -> Iterator[Pair]:
    """Both directions of the messages with a number."""
    for english, other in texts.items():
        if _HAS_NUMBER.search(english):
            for source, text, languages in ((english, other, ("en", code)), (other, english, (code, "en"))):
                spots = tuple(match.span() for match in _WHOLE.finditer(text) if int(match.group()) > 2)
                yield Pair(source, text, languages, spots or ((0, 0),))


def with_names(texts: dict[str, str], code: str) -> Iterator[Pair]:
    """Both directions where both are in Latin letters, else those into English."""
    for english, other in texts.items():
        ours, theirs = [token for token in tokens(english) if _is_name(token)], tokens(other)
        if is_latin(other):
            same = {token.text for token in theirs if _is_name(token)} & {token.text for token in ours}
            for source, text, languages in ((english, other, ("en", code)), (other, english, (code, "en"))):
                spots = tuple((token.start, token.end) for token in tokens(text) if token.text in same and text.count(token.text) == 1)
                yield Pair(source, text, languages, spots)
        else:
            heard = [sounds(token.text) for token in theirs]
            spots = tuple(
                (token.start, token.end)
                for token in ours
                if english.count(token.text) == 1 and any(h and distance(latin(token.folded), h, 2, 3) == 0 for h in heard)
            )
            yield Pair(other, english, (code, "en"), spots)


def _is_name(token: Token) -> bool:
    facts, _ = _KNOWN.facts(token.folded)
    return token.is_candidate and not token.opens and len(token.folded) > 4 and not facts.only_word


def number_damaged(pair: Pair, chance: random.Random, _: list[str]) -> str | None:
    """The translation with one digit changed."""
    start, end = chance.choice(pair.spots)
    if end == start:
        return None
    at = start + chance.randrange(end - start)
    digit = (int(pair.text[at]) + chance.randrange(1, 9)) % 10
    return pair.text[:at] + chr(ord(pair.text[at]) - int(pair.text[at]) + digit) + pair.text[at + 1 :]


def name_damaged(pair: Pair, chance: random.Random, others: list[str]) -> str | None:
    """The translation with one name misspelled or another in its place."""
    start, end = chance.choice(pair.spots)
    name = pair.text[start:end]
    at = chance.randrange(1, len(name))
    letter = chance.choice([c for c in _LETTERS if c != name[at]])
    kind = chance.randrange(4)
    if kind == 0:
        new = chance.choice([other for other in others if other not in pair.text and other not in pair.source])
    elif kind == 1:
        new = name[:at] + letter + name[at + 1 :]
    elif kind == 2:
        new = name[:at] + name[at + 1 :] if chance.random() < 0.5 else name[:at] + letter + name[at:]
    else:
        at = max(1, at - 1)
        new = name[:at] + name[at + 1 : at + 2] + name[at] + name[at + 2 :]
    return pair.text[:start] + new + pair.text[end:] if new != name else None


def measure(name: str, pairs: list[Pair], rules: tuple[str, ...], damage: Callable[..., str | None], misses: list[str]) -> list[int]:
    """Print one row: pairs, reported undamaged, damaged, found. The pairs are one document; a tenth of them is damaged at a time."""
    engine = Engine([rule for rule in rulefile.load(rulefile.shipped()) if rule.id in rules])
    others = sorted({pair.text[start:end] for pair in pairs for start, end in pair.spots})
    chance = random.Random(2)
    broken = [damage(pair, chance, others) for pair in pairs]
    head = "{}\t{}".format(*pairs[0].languages)

    def found(texts: list[str]) -> dict[int, set[str]]:
        """The messages of each pair, by its number."""
        out: dict[int, set[str]] = {}
        table = "\n".join([head, *(f"{pair.source}\t{text}" for pair, text in zip(pairs, texts, strict=True)), ""])
        for d in engine.check(from_text(table, format="tsv")):
            out.setdefault(d.line - 2, set()).add(f"{d.message}\t{d.found}")
        return out

    clean = found([pair.text for pair in pairs])
    misses += [f"reported\t{message}\t{pairs[n].source}\t{pairs[n].text}" for n, messages in clean.items() for message in messages]
    row = [len(pairs), len(clean), 0, 0]
    for part in range(10):
        texts = [broken[n] or pair.text if n % 10 == part else pair.text for n, pair in enumerate(pairs)]
        hits = found([text or "" for text in texts])
        for n in range(part, len(pairs), 10):
            if broken[n] is not None:
                row[2] += 1
                row[3] += bool(hits.get(n, set()) - clean.get(n, set()))
                if not hits.get(n, set()) - clean.get(n, set()):
                    misses.append(f"missed\t{pairs[n].source}\t{pairs[n].text}\t{broken[n]}")
    print(name, *row, f"{row[1] / max(1, row[0]):.3f}", f"{row[3] / max(1, row[2]):.3f}", sep="\t")
    return row


def main() -> None:
    """Print one row for each task, language and direction, and the sums."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folders", nargs="+", type=pathlib.Path)
    parser.add_argument("--dev", action="store_true", help="count the half that rules may be tuned on")
    parser.add_argument("--misses", type=pathlib.Path, help="a file for what was missed and what was reported undamaged")
    parser.add_argument("--tasks", default="numbers,names")
    parser.add_argument("--languages", default=",".join(LANGUAGES))
    given = parser.parse_args()
    misses: list[str] = []
    print("task\tpairs\treported undamaged\tdamaged\tfound\tfalse\trecall")
    tasks = {"numbers": (with_numbers, NUMBERS, number_damaged), "names": (with_names, NAMES, name_damaged)}
    for task in given.tasks.split(","):
        make, rules, damage = tasks[task]
        sums: dict[str, list[int]] = {}
        for name in given.languages.split(","):
            texts = messages(given.folders, name, dev=given.dev)
            every = list(make(texts, name[:2]))
            for direction in (("en", name[:2]), (name[:2], "en")):
                pairs = drawn(pair for pair in every if pair.languages == direction)
                if pairs:
                    row = measure(f"{task} {'->'.join(direction)}", pairs, rules, damage, misses)
                    kind = "Latin" if name in ("fr", "de", "es", "tr") else "other"
                    for key in (f"{task} all", f"{task} all {kind}"):
                        sums[key] = [a + b for a, b in zip(sums.get(key, [0, 0, 0, 0]), row, strict=True)]
        for key, row in sorted(sums.items()):
            print(key, *row, f"{row[1] / max(1, row[0]):.4f}", f"{row[3] / max(1, row[2]):.4f}", sep="\t")
    if given.misses:
        given.misses.write_text("\n".join(misses), encoding="utf-8")


if __name__ == "__main__":
    main()
