# The words of this project. On a fresh machine only Python 3.11 with venv, make and git are needed.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8000

.PHONY: help setup demo test lint types journeys law profile bench format clean

help: ## this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## / - /' | sort

setup: $(VENV)/.test ## everything a developer needs, in .venv

$(VENV)/.runtime: requirements/runtime.txt pyproject.toml frontend/package-lock.json frontend/build_hook.py
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Installerar (första gången någon minut) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/runtime.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps --editable .
	@touch $@

$(VENV)/.test: requirements/test.txt $(VENV)/.runtime
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/test.txt
	@touch $@

demo: $(VENV)/.runtime ## the whole program with three municipalities and invented people, on 127.0.0.1:8000 (PORT=)
	@PORT=$(PORT) exec $(BIN)/anhoriglots demo

test: setup ## all checks: format, lint, types, floors, migrations, tests, journeys in a browser
	@$(BIN)/python tests/run.py

lint: setup ## format and style only
	@$(BIN)/python tests/run.py style

types: setup ## mypy, strict
	@$(BIN)/python tests/run.py types

journeys: setup ## the browser journeys only
	@$(BIN)/python tests/run.py journeys

law: setup ## check the rules: no gap, no overlap, no rule without source and example
	@$(BIN)/anhoriglots law check

profile: setup ## check the municipalities' profiles
	@$(BIN)/anhoriglots profile check

bench: setup ## measure against the floors in the same run (SIZE=1000 or 100000 or 1000000)
	@$(BIN)/python -m bench --size $(or $(SIZE),1000)

format: setup ## write code and templates the way the checks want them
	@$(BIN)/ruff format . && $(BIN)/ruff check --fix --quiet . && git ls-files -z '*.html' | xargs -0 $(BIN)/djade --target-version 5.2 --quiet
