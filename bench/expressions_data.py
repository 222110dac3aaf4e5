"""Write rules/_data/expressions/shipped.idx from the lists beside it; the same lists give the same file.

python bench/expressions_data.py
"""

from pathlib import Path

from lint.expressions.build import build

FOLDER = Path(__file__).resolve().parent.parent / "rules" / "_data" / "expressions"

if __name__ == "__main__":
    (FOLDER / "shipped.idx").write_bytes(build(str(FOLDER)))
