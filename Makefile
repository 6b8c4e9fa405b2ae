# Everything runs in .venv, set up from requirements.lock; no target needs more than Python 3.11 and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.PHONY: build setup test format lint types tests diff bench fuzz evaluate r lock clean

build: setup
	$(BIN)/security-meetings build

setup: $(STAMP)

# The stamp is written last: what broke off halfway is set up again, what is complete is not installed twice.
$(STAMP): requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed")'
	$(PYTHON) -m venv --clear $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

test: format lint types tests diff

format: setup
	$(BIN)/ruff format --check build tests

lint: setup
	$(BIN)/ruff check build tests

types: setup
	$(BIN)/mypy

tests: setup
	$(BIN)/pytest -n 2 --cov=security_meetings --cov-report=term:skip-covered

diff: setup
	$(BIN)/security-meetings diff

bench: setup
	$(BIN)/python tests/bench.py
	$(BIN)/python tests/bench_checks.py
	$(BIN)/python tests/patterns.py

# Spoilt inputs by the thousand; a finding is brought back by its target and seed: make fuzz COUNT=1 SEED=1234 TARGET=texts
COUNT ?= 10000
SEED ?= 0

fuzz: setup
	$(BIN)/python tests/fuzz.py --count $(COUNT) --seed $(SEED) $(addprefix --target ,$(TARGET))

# The figures of the first gold folder are recorded for the report page of the next build.
# Other gold folders and another scorer may be named: make evaluate GOLD="tests/gold elsewhere" SCORER=score.py
GOLD ?= tests/gold $(wildcard ../shared/eval/dev)
SCORER ?= $(wildcard ../shared/eval/score.py)

evaluate: setup
	$(BIN)/security-meetings evaluate $(addprefix --gold ,$(GOLD)) $(addprefix --scorer ,$(SCORER)) --ablation --to dist/accuracy.json

# What the loader for R knows of the tables comes from the schemas.
r: setup
	$(BIN)/python -c 'from pathlib import Path; from security_meetings.r_loader import renew_loader; renew_loader(Path("r/security_meetings.R"))'

lock:
	$(PYTHON) -m venv --clear $(VENV)-lock
	$(VENV)-lock/bin/python -m pip install --quiet --disable-pip-version-check pip-tools
	$(VENV)-lock/bin/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras --extra dev --output-file requirements.lock pyproject.toml
	rm -rf $(VENV)-lock

clean:
	rm -rf $(VENV) $(VENV)-lock .mypy_cache .pytest_cache .ruff_cache .hypothesis .coverage
