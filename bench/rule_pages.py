"""The pages in docs/rules, one for each rule, written from the rule files.

python bench/rule_pages.py            write them and take out those of rules that are gone
python bench/rule_pages.py --check    name those that are not as they would be written; exit code 1 when there are any
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))

from lint import rulefile
from lint.model import Example, Rule

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "docs", "rules")
FIXES = {"none": "none", "suggest": "offered, applied with `--fix --unsafe-fixes`", "safe": "applied with `--fix`"}
FAMILIES = {
    "names": "Misspelled names of known people, places and organisations.",
    "translation": "What machine translation and article spinning leave behind.",
    "boilerplate": "What came along with the text from the page around it.",
    "grammar": "Grammar, by LanguageTool or Harper.",
}
LEGEND = (
    "In the examples `[[…]]` marks what is found, `[[… => …]]` also what it is replaced by, `[[… => ]]` what is removed. They run as tests."
)


def page(rule: Rule) -> str:
    """The page of one rule, in Markdown."""
    family, name = rule.id.split("/")
    preview = " It is in preview: it runs only with `--preview`." if rule.preview else ""
    out = [
        f"<!-- Written from rules/{rule.id}.yaml by bench/rule_pages.py; change that file. -->",
        f"# {rule.id}",
        "",
        f"{rule.why}{preview}",
        "",
        "| | |",
        "| --- | --- |",
        f"| level | {rule.level.label}{' at most' if rule.kind in ('names', 'grammar') else ''} |",
        f"| message | {cell(rule.message)} |",
        f"| languages | {', '.join(rule.languages)} |",
        f"| fix | {FIXES[rule.fix]} |",
        f"| kind | [{rule.kind}](../../writing-rules.md#{rule.kind}) |",
        f"| rule file | [rules/{rule.id}.yaml](../../../rules/{family}/{name}.yaml) |",
    ]
    if rule.sign:
        out.append("| sign | counts towards the document's verdict |")
    if rule.was:
        out.append(f"| was | {', '.join(rule.was)} |")
    out += section("Found", rule.bad) + section("Not found", rule.good)
    for title, lines in (("References", rule.references), ("Seen", rule.seen)):
        if lines:
            out += ["", f"## {title}", "", *(f"- {line}" for line in lines)]
    return "\n".join(out) + "\n"


def section(title: str, examples: Sequence[Example]) -> list[str]:
    """Examples under a heading, each in a block of its own that shows it as it stands."""
    out = ["", f"## {title}"]
    for example in examples:
        given = [example.format if example.format != "text" else "", f"dated {example.date}" if example.date else ""]
        note = ", ".join(part for part in (*given, f"language {example.language}" if example.language else "") if part)
        out += ["", *([f"({note})", ""] if note else []), "~~~~text", *example.text.rstrip("\n").split("\n"), "~~~~"]
    return out


def cell(text: str) -> str:
    """Text fit for a cell of a Markdown table."""
    return text.replace("|", "\\|").replace("<", "&lt;")


def index(rules: Iterable[Rule]) -> str:
    """The page that lists all rules by family."""
    out = ["<!-- Written from the rule files by bench/rule_pages.py. -->", "# The rules", "", LEGEND]
    families: dict[str, list[Rule]] = {}
    for rule in rules:
        families.setdefault(rule.family, []).append(rule)
    for family, members in families.items():
        out += ["", f"## {family}", "", FAMILIES.get(family, ""), "", "| rule | level | fix | what it says |", "| --- | --- | --- | --- |"]
        for rule in members:
            level = f"{rule.level.label}{', preview' if rule.preview else ''}"
            name = rule.id.partition("/")[2]
            out.append(f"| [{rule.id}]({family}/{name}.md) | {level} | {rule.fix} | {cell(rule.message)} |")
    return "\n".join(out) + "\n"


def pages(rules: Sequence[Rule]) -> dict[str, str]:
    """All pages by their path below docs/rules."""
    return {"README.md": index(rules), **{f"{rule.id}.md": page(rule) for rule in rules}}


def present() -> dict[str, str]:
    """The pages on disk by their path below docs/rules."""
    out = {}
    for root, _, names in os.walk(FOLDER):
        for name in names:
            path = os.path.join(root, name)
            with open(path, encoding="utf-8", newline="") as file:
                out[os.path.relpath(path, FOLDER).replace(os.sep, "/")] = file.read()
    return out


def stale() -> list[str]:
    """Paths of pages that are missing, out of date or left from a rule that is gone, sorted."""
    wanted, found = pages(rulefile.load(rulefile.shipped())), present()
    return sorted(path for path in wanted.keys() | found.keys() if wanted.get(path) != found.get(path))


def main() -> int:
    """Write the pages, or check them."""
    changed = stale()
    if sys.argv[1:] == ["--check"]:
        print("\n".join(changed) if changed else "all pages are fresh")
        return 1 if changed else 0
    wanted = pages(rulefile.load(rulefile.shipped()))
    for path in changed:
        target = os.path.join(FOLDER, path)
        if path not in wanted:
            os.unlink(target)
            continue
        os.makedirs(os.path.dirname(target), exist_ok=True)
        with open(target, "w", encoding="utf-8", newline="\n") as file:
            file.write(wanted[path])
    print(f"{len(wanted)} pages, {len(changed)} written or taken out")
    return 0


if __name__ == "__main__":
    sys.exit(main())
