"""Findings per paragraph on disk, so that text which was checked once starts no engine again; safe with several processes and a kill.

One SQLite file: its journal undoes a write that was cut short. Rows go in the order they came when the file is full.
"""

from __future__ import annotations

import hashlib
import json
import os
import threading
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from .finding import Finding

if TYPE_CHECKING:
    import sqlite3

FILE = "grammar-results.sqlite"
FORMAT = 1
"""Version of what is stored; a file of another version is emptied."""
LIMIT = 64 * 1024 * 1024
"""Most bytes of results; a million words leave about 5 MB."""
_PATIENCE = 10.0
"""Seconds to wait for another process that writes."""


def key_of(engine: str, text: str) -> bytes:
    """The key of one paragraph; `engine` names everything the findings depend on beside the text: version, settings, language."""
    return hashlib.blake2b(f"{engine}\0{text}".encode("utf-8", "surrogatepass"), digest_size=16).digest()


class ResultCache:
    """The findings of paragraphs by key; `notes` says when the file was damaged or can't be used. Safe from several threads."""

    def __init__(self, path: str, limit: int = LIMIT) -> None:
        self.notes: list[str] = []
        self._path, self._limit = path, limit
        self._lock = threading.Lock()
        self._connection: sqlite3.Connection | None = None
        self._usable = True

    def get(self, keys: Iterable[bytes]) -> dict[bytes, list[Finding]]:
        """The findings that are stored for these keys."""
        out = {}
        with self._lock:
            for key in keys:
                row = self._run("SELECT value FROM results WHERE key = ?", (key,))
                findings = _decoded(row[0][0]) if row else None
                if findings is not None:
                    out[key] = findings
        return out

    def put(self, results: Mapping[bytes, list[Finding]]) -> None:
        """Store findings; the oldest go when the file is full."""
        with self._lock:
            rows = [(key, _encoded(findings)) for key, findings in results.items()]
            self._run("INSERT OR REPLACE INTO results (key, value) VALUES (?, ?)", rows, many=True)
            used = self._run(
                "SELECT (page_count - freelist_count) * page_size FROM pragma_page_count, pragma_freelist_count, pragma_page_size"
            )
            if used and used[0][0] > self._limit:
                self._run("DELETE FROM results WHERE rowid <= (SELECT (min(rowid) + max(rowid)) / 2 FROM results)")

    def close(self) -> None:
        """Close the file; the next use opens it again."""
        with self._lock:
            self._close()

    def _run(self, statement: str, values: object = (), many: bool = False) -> list[Any]:
        """The rows of a statement; a damaged file is dropped and the statement is run on a new one. Nothing when the cache is unusable."""
        import sqlite3

        for _ in range(2):
            if not self._usable:
                return []
            try:
                connection = self._connection or self._open()
                with connection:
                    return (connection.executemany if many else connection.execute)(statement, values).fetchall()  # type: ignore[arg-type]
            except sqlite3.OperationalError as error:
                self._give_up(error)
            except sqlite3.DatabaseError as error:
                self._drop(error)
        return []

    def _open(self) -> sqlite3.Connection:
        import sqlite3

        try:
            os.makedirs(os.path.dirname(self._path), exist_ok=True)
        except OSError as error:
            raise sqlite3.OperationalError(str(error)) from error
        self._connection = connection = sqlite3.connect(self._path, timeout=_PATIENCE, check_same_thread=False)
        if connection.execute("PRAGMA user_version").fetchone()[0] != FORMAT:
            with connection:
                connection.execute("BEGIN IMMEDIATE")
                if connection.execute("PRAGMA user_version").fetchone()[0] != FORMAT:
                    connection.execute("DROP TABLE IF EXISTS results")
                    connection.execute("CREATE TABLE results (key BLOB UNIQUE NOT NULL, value TEXT NOT NULL)")
                    connection.execute(f"PRAGMA user_version = {FORMAT}")
        return connection

    def _close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _give_up(self, error: Exception) -> None:
        self._close()
        self._usable = False
        self.notes.append(f"the grammar cache {self._path} can't be used ({error}); every paragraph is checked anew")

    def _drop(self, error: Exception) -> None:
        self._close()
        try:
            os.unlink(self._path)
        except OSError as failure:
            self._give_up(failure)
        else:
            self.notes.append(f"the grammar cache {self._path} was damaged ({error}) and was dropped")


def _encoded(findings: Iterable[Finding]) -> str:
    return json.dumps([[f.start, f.end, f.engine, f.rule, f.category, f.message, f.replacements] for f in findings], ensure_ascii=True)


def _decoded(value: object) -> list[Finding] | None:
    """The findings of a stored value, None when it is not one."""
    try:
        rows = json.loads(str(value))
        return [Finding(start, end, engine, rule, kind, said, tuple(last)) for start, end, engine, rule, kind, said, last in rows]
    except (ValueError, TypeError):
        return None
