"""Writes rules/_data/lexicon: the parts of speech that English word forms can have, and the forms of verbs, for rules of kind `frames`.

python bench/lexicon_data.py RESOURCES FOLDER [FOLDER …]

RESOURCES is the folder `lemminflect/resources` of the Python package lemminflect (MIT; its lists come from the NIH SPECIALIST Lexicon).
FOLDERS hold English .txt files: forms not met in them LEAST times are left out. Readings that are right in a dictionary and hardly ever
meant (`a house` as a verb) are taken off, missing ones added, by rules/_data/lexicon/changes.txt; words of grammar have no part of speech.
"""

from __future__ import annotations

import collections
import gzip
import os
import re
import sys

LEAST = 1
HERE = os.path.dirname(os.path.abspath(__file__))
OUT = os.path.join(HERE, "..", "rules", "_data", "lexicon")
VERB_TAGS = ("VBD", "VBN", "VBG", "VBZ")
SAME = {
    "people",
    "police",
    "sheep",
    "deer",
    "series",
    "species",
    "aircraft",
    "fish",
    "headquarters",
    "means",
    "salmon",
    "swine",
    "crossroads",
}
SAME |= {"spacecraft", "offspring", "craft"}
"""Nouns whose plural is like the singular; of others that is the mark of a noun that isn't counted (tag NC)."""


def rows(path: str) -> list[list[str]]:
    """The lines of a packed table of the package, split at commas."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return [line.rstrip("\n").split(",") for line in file]


def readings(resources: str) -> tuple[dict[str, set[str]], dict[str, list[str]]]:
    """Tags of each form, and the forms of each verb (base, -s, past, participle, -ing; all of each)."""
    tags: dict[str, set[str]] = collections.defaultdict(set)
    verbs: dict[str, list[str]] = {}
    for lemma, part, *forms in rows(os.path.join(resources, "infl_lu.csv.gz")):
        if part == "noun":
            tags[lemma].add("NN")
            plurals = forms[0].split("/") if forms else []
            if lemma in plurals:
                tags[lemma].add("NC")
            for form in plurals:
                if form != lemma or lemma in SAME:
                    tags[form].add("NNS")
        elif part == "verb":
            tags[lemma].add("VB")
            past, participle, gerund, third = (forms + [""] * 4)[:4]
            for tag, cell in zip(VERB_TAGS, (past, participle or past, gerund, third), strict=True):
                for form in cell.split("/"):
                    tags[form] |= {tag, "VBN"} if tag == "VBD" and form.endswith("ed") else {tag}
            verbs[lemma] = [lemma, *dict.fromkeys(f for cell in (third, past, participle, gerund) for f in cell.split("/") if f)]
        elif part in ("adj", "adv"):
            tags[lemma].add("JJ" if part == "adj" else "RB")
            for tag, cell in zip(("R", "S"), forms, strict=False):
                for form in cell.split("/"):
                    tags[form].add(("JJ" if part == "adj" else "RB") + tag)
    for form, part, lemma in rows(os.path.join(resources, "lemma_lu.csv.gz")):
        if form == lemma.split("/")[0]:
            tags[form].add({"noun": "NN", "verb": "VB", "adj": "JJ", "adv": "RB"}.get(part, "XX"))
    verbs |= {row.split()[0]: row.split() for row in ("be am is are was were been being", "have has had having", "do does did done doing")}
    return tags, verbs


def main() -> None:
    """Read the package's tables, count forms in the texts, write the two lists."""
    tags, verbs = readings(sys.argv[1])
    for form, found in tags.items():
        if (form.endswith("ed") and "VBN" in found) or (form.endswith("ing") and "VBG" in found):
            found -= {"JJ", "NC"}
    counts: collections.Counter[str] = collections.Counter()
    for folder in sys.argv[2:]:
        for root, _, names in os.walk(folder):
            for name in names:
                with open(os.path.join(root, name), encoding="utf-8") as file:
                    counts.update(re.findall(r"(?<![\w’'-])[a-z]+(?:-[a-z]+)*(?![\w-])", file.read()))
    with open(os.path.join(OUT, "changes.txt"), encoding="utf-8") as file:
        for line in file:
            if line.strip() and not line.startswith("#"):
                tag, *words = line.split()
                for word in words:
                    (tags[word].add if tag[0] == "+" else tags[word].discard)(tag[1:])
    with open(os.path.join(OUT, "function.txt"), encoding="utf-8") as file:
        function = {word for line in file if not line.startswith("#") for word in line.split()}
    groups: dict[str, list[str]] = collections.defaultdict(list)
    for form, found in tags.items():
        if form.islower() and form.isascii() and counts[form] >= LEAST and form not in function and found:
            groups["/".join(sorted(found))].append(form)
    with open(os.path.join(OUT, "forms.txt"), "w", encoding="utf-8", newline="\n") as file:
        file.write("# Parts of speech, then the forms that can have them and no others; made by bench/lexicon_data.py.\n")
        for key in sorted(groups):
            file.write(f"{key} {' '.join(sorted(groups[key]))}\n")
    with open(os.path.join(OUT, "verbs.txt"), "w", encoding="utf-8", newline="\n") as file:
        file.write("# Verbs and their forms; made by bench/lexicon_data.py.\n")
        for lemma in sorted(verbs):
            if lemma.islower() and lemma.isascii() and any(counts[form] >= LEAST for form in verbs[lemma]):
                file.write(" ".join(verbs[lemma]) + "\n")


if __name__ == "__main__":
    main()
