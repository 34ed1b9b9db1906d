# What a visitor needs: `make run` models the sample case, `make test` proves the project. `make help` lists all.
.DEFAULT_GOAL := help
.PHONY: help run run-all cluster-demo test test-full test-next style types layers pytest pytest-next lock bench clean

PYTHON ?= python3
NEXT   ?= $(shell for p in python3.13 "$$HOME"/.pyenv/versions/3.13*/bin/python; do "$$p" -c "" 2>/dev/null && { echo "$$p"; break; }; done)
NEXT_TESTS = tests/cli tests/engines tests/expr tests/inputs tests/oracles \
  $(filter-out tests/test_house.py tests/test_workbooks_%,$(wildcard tests/test_*.py))
VENV   ?= .venv
CASE   ?= cases/alatau_gate_lighting
BIN    := $(VENV)/bin
NAME   := $(patsubst %.yaml,%,$(notdir $(patsubst %/,%,$(CASE))))
OUT    ?= reports/$(NAME)
UV     := $(shell command -v uv 2>/dev/null)
PIP    := $(if $(UV),$(UV) pip install --quiet --python $(BIN)/python,$(BIN)/python -m pip install --quiet --disable-pip-version-check)
INSTALL = $(PIP) --constraint constraints.txt
# so that no run has to compile the source again, whether or not Python may keep what it compiles
COMPILE = $(BIN)/python -m compileall -q finmodel
# two workers, each with half of the tests in their order, so that what a file computes once is computed by one of them;
# who is done takes over from the other. What pytest makes of the tests is kept for the next run
PYTEST = PYTHONDONTWRITEBYTECODE= $(BIN)/python -m pytest -n 2 --dist worksteal -q

help:  ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## */\1\t/' | expand -t 12

run: $(VENV)/installed  ## model a case into reports/: make run [CASE=cases/NAME]
	$(BIN)/finmodel run $(CASE) --out $(OUT)

run-all: $(VENV)/installed  ## model every case of the folder cases/ into reports/
	@set -e; for case in cases/*/case.yaml; do $(MAKE) --no-print-directory run CASE=$$(dirname "$$case"); done

cluster-demo: $(VENV)/installed-dev  ## a portfolio on a Dask cluster of this machine, one worker killed, compared bit for bit
	@.ci/cluster-demo $(BIN)/python

test: $(VENV)/installed-dev  ## every check and every test, with what they need installed
	@.ci/packages documents
	@$(MAKE) --no-print-directory --keep-going --jobs 2 style types layers pytest

style: $(VENV)/installed-dev  ## lint and format
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/installed-dev  ## mypy --strict
	$(BIN)/mypy

layers: $(VENV)/installed-dev  ## imports go down only
	$(BIN)/lint-imports --no-logo

pytest: $(VENV)/installed-dev  ## the tests alone
	$(PYTEST)

test-full: $(VENV)/installed-dev  ## the tests with all that the long ones can draw (about four times as much)
	FINMODEL_TESTS=full $(PYTEST)

test-next:  ## the tests of what may differ between Pythons, and of every case, on Python 3.13, if there is one
	@if [ -n "$(NEXT)" ]; then \
	  $(MAKE) --no-print-directory VENV=.venv-next PYTHON=$(NEXT) .venv-next/installed-dev && \
	  $(MAKE) --no-print-directory VENV=.venv-next PYTHON=$(NEXT) pytest-next; \
	else \
	  echo '*** NOT TESTED on Python 3.13: no python3.13 on this machine. ***' >&2; \
	fi

# what is drawn at random and what reads a workbook again is the same on any Python; asserts are left as they are written,
# which saves the time to take them apart
pytest-next:
	$(PYTEST) -m 'not slow' -p no:cacheprovider --assert plain $(NEXT_TESTS)

lock: $(VENV)/installed-dev  ## renew uv.lock and constraints.txt
	$(BIN)/python -m uv lock --upgrade
	$(BIN)/python -m uv export --quiet --extra dev --extra cluster --extra store --no-hashes --no-emit-project --no-header --no-annotate --output-file constraints.txt

bench: $(VENV)/installed-dev  ## speed and memory, measured side by side
	$(BIN)/python -m benchmarks

clean:  ## remove environments and caches, keep the reports
	rm -rf .venv .venv-next dist build .mypy_cache .ruff_cache .pytest_cache .import_linter_cache

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo 'finmodel needs Python 3.11 or newer; say which: make PYTHON=...' >&2; exit 1; }
	@$(if $(UV),$(UV) venv --quiet --python $(PYTHON) $(VENV),PYTHON=$(PYTHON) .ci/packages venv && $(PYTHON) -m venv $(VENV))

$(VENV)/installed: pyproject.toml constraints.txt | $(BIN)/python
	$(INSTALL) --editable .
	@$(COMPILE)
	@touch $@

$(VENV)/installed-dev: pyproject.toml constraints.txt | $(BIN)/python
	$(INSTALL) --editable '.[dev,cluster,store]'
	@$(COMPILE)
	@touch $(VENV)/installed $@
