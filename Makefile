# `make demo` shows what the program does, `make test` checks it; both set up .venv by themselves.
# Another interpreter than python3: make demo PYTHON=python3.13

SHELL := /bin/sh
.DEFAULT_GOAL := help
.NOTPARALLEL:

PYTHON ?= python3
PIP_VERSION := 26.3
UV_VERSION := 0.13.9
BIN := .venv/bin
LOCKS := requirements-pip.lock requirements.lock

# The environment is made anew when what it is made from changes: the stamp's name is a checksum of that.
STAMP := .venv/installed-$(shell cat $(LOCKS) pyproject.toml | cksum | tr ' ' '-')
FIT := import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))
COMPILE := pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	--no-annotate --custom-compile-command 'make lock'

.PHONY: help demo test style types contracts tests bench lock upgrade clean

help: ## Say what can be made.
	@sed -n 's/^\([a-z]*\):.*## /  make \1	/p' Makefile

demo: $(STAMP) ## Install, run on corpus/en and corpus/zh, show what was found.
	$(BIN)/communique run corpus/en corpus/zh -o outputs
	@echo
	$(BIN)/communique show outputs retold-songshan-signing

test: style types contracts tests ## Run every check that CI runs.

style: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(STAMP)
	$(BIN)/mypy

contracts: $(STAMP)
	$(BIN)/lint-imports --no-logo

tests: $(STAMP)
	$(BIN)/python -m pytest --numprocesses=logical --maxprocesses=8 --dist=worksteal --cov --cov-report=term --durations=5

bench: $(STAMP) ## Measure speed against spaCy, memory and accuracy (a few minutes).
	$(BIN)/python -m benchmarks.extraction
	$(BIN)/python -m benchmarks.chinese
	$(BIN)/python -m benchmarks.reading
	$(BIN)/python -m benchmarks.relevance
	$(BIN)/python -m benchmarks.steps
	$(BIN)/python -m benchmarks.fetching
	$(BIN)/python -m benchmarks.review
	$(BIN)/python -m benchmarks.search
	$(BIN)/python -m benchmarks.identity
	$(BIN)/python -m benchmarks.exporting
	$(BIN)/python -m benchmarks.scaling
	$(BIN)/python -m benchmarks.crawl

lock: ## Write the lock files; what they pin stays as far as pyproject.toml allows.
	@folder=$$(mktemp -d) && trap 'rm -rf "$$folder"' EXIT && \
	$(PYTHON) -m venv "$$folder" && \
	"$$folder/bin/python" -m pip install --quiet --disable-pip-version-check uv==$(UV_VERSION) && \
	echo 'pip==$(PIP_VERSION)' | "$$folder/bin/uv" $(COMPILE) - -o requirements-pip.lock >/dev/null && \
	"$$folder/bin/uv" $(COMPILE) $(UPGRADE) pyproject.toml --extra dev -o requirements.lock >/dev/null

upgrade: ## Write the lock files with the newest versions.
	@$(MAKE) --no-print-directory lock UPGRADE=--upgrade

clean: ## Remove the environment and all caches; outputs/ stays.
	rm -rf .venv .coverage .grimp_cache .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find extractors pipeline tests benchmarks lexicons -name __pycache__ -type d -prune -exec rm -rf {} +

# pip's own words go to a log: they name servers, and nobody needs them when all is well.
$(STAMP):
	@$(PYTHON) -c '$(FIT)' 2>/dev/null || { \
		echo "communique needs Python 3.11 to 3.13; $(PYTHON) is $$($(PYTHON) --version 2>&1 | tail -1)." \
			"Name a fitting one: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
	@$(BIN)/python -c 'import pip; $(FIT)' 2>/dev/null || $(PYTHON) -m venv --clear .venv
	@echo "installing the locked packages into .venv; the first time takes a minute or two"
	@rm -f .venv/installed-*
	@{ $(BIN)/python -m pip install --require-hashes -r requirements-pip.lock && \
		$(BIN)/python -m pip install --require-hashes -r requirements.lock && \
		$(BIN)/python -m pip install --no-deps --no-build-isolation --editable . && \
		$(BIN)/python -m pip check; } >.venv/install.log 2>&1 || { \
		tail -n 20 .venv/install.log | sed -e 's#[a-z]*://[^ ]*#(address)#g' -e "s#host='[^']*'#host=(address)#g" >&2; \
		echo "the installation failed; .venv/install.log has all of it" >&2; exit 1; }
	@touch $@
