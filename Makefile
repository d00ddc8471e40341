# SPDX-License-Identifier: Apache-2.0
# `make help` explains every target. Each sets up what it needs; a second time that is a matter of moments.

PYTHON ?= $(firstword $(foreach p,python3 python3.13 python3.12 python3.11,$(shell $(p) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $(p))))
ifeq ($(strip $(PYTHON)),)
$(error Heardwell needs Python 3.11 or newer, and none was found)
endif
SETUP := @exec $(PYTHON) -m setup

export ORT_DISABLE_TELEMETRY = 1

.DEFAULT_GOAL := help
.PHONY: help run test check bench lock schema clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: ## set everything up and serve a trial at http://127.0.0.1:8000 (ARGS="--port 9000" is passed on)
	$(SETUP) run $(ARGS)

test: ## every test, with all they need: packages, a browser, a PostgreSQL, Whisper models
	$(SETUP) test

check: ## the quick gate: format, lint, types, import contracts, tests that need no house, front end
	$(SETUP) check

bench: ## the benchmarks; each prints a table and writes bench/results/*.json
	$(SETUP) bench

lock: ## resolve pyproject.toml anew and write the locks with their hashes
	$(SETUP) lock

schema: ## write the OpenAPI documents and the front end's types anew, after a door has changed
	$(SETUP) schema

clean: ## remove what set-up and builds made; the data folder stays
	rm -rf .venv dist build app/static frontend/node_modules .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find app bench migrations setup tests -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true
