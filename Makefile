# Everything a person runs. Needs python3 (3.11 or later, with its venv module) and make.

PYTHON ?= python3
UV     ?= uv
VENV   := .venv
RUN    := $(VENV)/bin
PIP    := $(RUN)/python -m pip --disable-pip-version-check --quiet
SOURCES := src tests benchmarks tools

.PHONY: booklet test conformance offline-kit offline-kit-sign documents lock clean

# The booklet: output/<id>.pdf
booklet: $(VENV)/.runtime
	$(RUN)/strategy-report build

# Lint, format, types, the order of imports, the fast tests.
test: $(VENV)/.dev
	$(RUN)/ruff check $(SOURCES)
	$(RUN)/ruff format --check $(SOURCES)
	$(RUN)/mypy
	$(RUN)/lint-imports
	$(RUN)/python -m pytest -q --ignore=tests/conformance

# The thorough tests: outside readers of PDF, the wheel, the offline kit. .ci/run installs what they need.
conformance: $(VENV)/.dev
	$(RUN)/python -m pytest -q tests/conformance

# output/strategy_report-offline-<version>.zip, for offices without internet.
offline-kit: $(VENV)/.dev
	$(RUN)/python tools/offline_kit.py

# The same with what electronic signatures need (`distribute --sign`).
offline-kit-sign: $(VENV)/.dev
	$(RUN)/python tools/offline_kit.py --sign

# What is made in the documents: tables, the messages that the guide shows, pictures.
documents: $(VENV)/.dev
	$(RUN)/python tools/documents.py

# The locks, from the ranges in pyproject.toml. Needs uv (pip install uv).
LOCKED := --quiet --no-config --universal --python-version 3.11 --generate-hashes --no-annotate \
	--only-binary :all: --emit-build-options \
	--default-index https://pypi.org/simple --custom-compile-command "make lock"
COMPILE := $(UV) pip compile pyproject.toml $(LOCKED)
lock:
	$(COMPILE) --extra build --extra dev --output-file requirements-dev.lock
	$(COMPILE) --constraint requirements-dev.lock --output-file requirements.lock
	$(COMPILE) --extra sign --constraint requirements-dev.lock --output-file requirements-sign.lock
	printf 'editables\nhatchling\n' | $(UV) pip compile - $(LOCKED) --constraint requirements-dev.lock --output-file requirements-build.lock

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find src tests benchmarks tools -name __pycache__ -type d -exec rm -rf {} +

# A stamp a lock: pip is asked again only where a lock, or the package's own description, has changed.
$(VENV)/.runtime: requirements.lock requirements-build.lock pyproject.toml | $(RUN)/python
	$(PIP) install --require-hashes --requirement requirements.lock --requirement requirements-build.lock
	$(PIP) install --no-deps --no-build-isolation --editable .
	touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.runtime
	$(PIP) install --require-hashes --requirement requirements-dev.lock
	touch $@

$(RUN)/python:
	$(PYTHON) -m venv $(VENV)
