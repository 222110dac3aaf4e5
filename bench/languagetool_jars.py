"""Write lint/grammar/jars.tsv anew: every jar that LanguageTool's server needs, resolved by jgo, with its SHA-256.

Run it when lint.grammar.install.VERSION changes; it needs the network and takes some minutes.
"""

from __future__ import annotations

import hashlib
import pathlib
from dataclasses import replace

from jgo.maven import MavenContext
from jgo.parse import Coordinate

from lint.grammar.install import VERSION
from lint.grammar.jars import LIST

COORDINATES = [f"org.languagetool:{part}:{VERSION}" for part in ("languagetool-server", "languagetool-core", "language-en")]
"""The server's own dependency language-all comes along and must stay: with English alone the server fails at start."""


def main() -> None:
    """Resolve, download and write the list, sorted."""
    context = MavenContext(timeout=30)
    asked, brought = context.resolver.resolve(
        [context.create_dependency(replace(Coordinate.parse(name), scope="compile")) for name in COORDINATES]
    )
    rows = set()
    for dependency in (*asked, *(d for d in brought if d.scope in ("compile", "runtime"))):
        artifact = dependency.artifact
        name = ":".join(filter(None, (artifact.groupId, artifact.artifactId, artifact.version, artifact.classifier)))
        rows.add(f"{name}\t{hashlib.sha256(artifact.resolve().read_bytes()).hexdigest()}\n")
    pathlib.Path(LIST).write_text("coordinate\tsha256\n" + "".join(sorted(rows)), encoding="utf-8")


if __name__ == "__main__":
    main()
