"""Take running text out of what language models are trained from: one paragraph a line, for bench/train_lm.py.

python bench/lm_texts.py SOURCE… > TEXT

SOURCE is a file or a folder (searched for the files below, in the order of their paths):
.md      Markdown: front matter, code, templates, HTML and link targets go; paragraphs that end like a sentence stay
.conllu  CoNLL-U: the `# text =` lines of the documents whose genre is news, interview or speech (`# newdoc id = GUM_news_…`)
.xml     the content of `<Answer>` elements (MedQuAD)
.zip     .txt members, with `word_TAG` as in MASC's tagged files or without; those of the Wall Street Journal are left out,
         and of files named after a year (inaugural addresses) those before 1953
Paragraphs of fewer than six words and what was said before are left out.
"""

from __future__ import annotations

import html
import os
import re
import sys
import zipfile
from collections.abc import Iterator, Sequence

_FRONT = re.compile(r"(?s)\A---\n.*?\n---\n")
_MARKUP = re.compile(r"(?s)```.*?```|\{[{%].*?[%}]\}|<[^>]{0,300}>|!\[[^\]]*\]\([^)]*\)")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_SIGNS = re.compile(r"[*_`]{1,3}|^[#>| \t-]+", re.M)
_GENRES = re.compile(r"GUM_(?:news|interview|speech)_")
_ANSWER = re.compile(r"(?s)<Answer>(.*?)</Answer>")
_SENTENCE = re.compile(r"[.?!:”\"]\s*\Z")
LEAST = 6
"""Words of a paragraph."""
FIRST_YEAR = 1953


def markdown(text: str) -> list[str]:
    """The paragraphs and list items of a Markdown text that end like a sentence."""
    text = _LINK.sub(r"\1", _MARKUP.sub("", _FRONT.sub("", text)))
    blocks = re.split(r"\n\s*\n|\n(?=[-*]|\d+\.)", _SIGNS.sub("", text))
    return [block for block in blocks if _SENTENCE.search(block)]


def conllu(text: str) -> list[str]:
    """The sentences of the documents of GUM's edited genres."""
    documents = re.split(r"(?m)^# newdoc id = ", text)[1:]
    return [line for d in documents if _GENRES.match(d) for line in re.findall(r"(?m)^# text = (.*)$", d)]


def answers(text: str) -> list[str]:
    """The answers of a question-answer file, at blank lines and list items."""
    found = (html.unescape(answer) for answer in _ANSWER.findall(text))
    return [block for answer in found for block in re.split(r"\n\s*\n|\n\s*-\s|\s{4,}", answer) if _SENTENCE.search(block)]


def zipped(path: str) -> Iterator[str]:
    """The lines of the .txt members; `word_TAG` without its tag, punctuation put back to its word."""
    with zipfile.ZipFile(path) as archive:
        for name in sorted(archive.namelist()):
            base = os.path.basename(name)
            if not name.endswith(".txt") or "wsj" in name.lower() or (base[:4].isdigit() and int(base[:4]) < FIRST_YEAR):
                continue
            for line in archive.read(name).decode("utf-8", "replace").splitlines():
                words = [word.rpartition("_")[0] if re.search(r"_[A-Z$.,:`'()]+\Z", word) else word for word in line.split()]
                yield re.sub(r" (?=[.,;:?!)]|n't\b|'\w)", "", " ".join(words))


READERS = {".md": markdown, ".conllu": conllu, ".xml": answers}


def paragraphs(source: str) -> Iterator[str]:
    """What is read in a file or in the files of a folder."""
    for root, folders, names in os.walk(source) if os.path.isdir(source) else [(os.path.dirname(source), [], [os.path.basename(source)])]:
        folders.sort()
        for name in sorted(names):
            path, kind = os.path.join(root, name), os.path.splitext(name)[1]
            if kind == ".zip":
                yield from zipped(path)
            elif kind in READERS:
                with open(path, encoding="utf-8", errors="replace") as file:
                    yield from READERS[kind](file.read())


def main(arguments: Sequence[str]) -> int:
    """Print the paragraphs of the sources, each once."""
    if not arguments:
        print(__doc__, file=sys.stderr)
        return 2
    seen: set[str] = set()
    for source in arguments:
        if not os.path.exists(source):
            print(f"{source}: no such file or folder", file=sys.stderr)
            return 2
        for paragraph in paragraphs(source):
            line = " ".join(paragraph.split())
            if len(line.split()) >= LEAST and line not in seen:
                seen.add(line)
                print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
