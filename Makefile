# make demo: set everything up and lint the five texts in seeds/. make test: set everything up and run all tests.
PYTHON ?= python3
VENV ?= .venv
RUN := $(VENV)/bin/
ifeq ($(OS),Windows_NT)
RUN := $(VENV)/Scripts/
endif
READY := $(VENV)/.ready

# make lm TEXTS='…' COUNTS='--counts FILE': train the n-gram model that verifies edits, from texts that lint/lm/README.md names or others.
.PHONY: lm demo test test-clients bench mutants pages languagetool clean

demo: languagetool
	$(RUN)presscheck check --config seeds/presscheck.yaml --exit-zero seeds

test: languagetool
	$(RUN)ruff check .
	$(RUN)mypy
	$(RUN)python -m pytest -n auto --dist loadgroup

test-clients: $(READY)
	sh tests/clients/install.sh
	$(RUN)python -m pytest tests/clients

bench: $(READY)
	$(RUN)python bench/speed.py $(TEXTS)

lm: $(READY)
	$(RUN)python bench/train_lm.py $(TEXTS) $(COUNTS) --least 15 --weight 8 --trigrams 1400000 -o lint/lm/english.lm

mutants: languagetool
	$(RUN)python bench/mutants.py

pages: $(READY)
	$(RUN)python bench/rule_pages.py

languagetool: $(READY)
	$(RUN)presscheck languagetool install

$(READY): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(RUN)python -m pip install --quiet --upgrade pip
	$(RUN)python -m pip install --quiet --editable '.[dev,languagetool]'
	$(RUN)python -c "open('$(READY)', 'w').close()"

clean:
	rm -rf $(VENV)
