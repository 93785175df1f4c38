# Two commands do everything on a fresh machine with Python 3.11+ and make: `make demo` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
OUT ?= demo-out
COUNT ?= 500
PAGES ?= 1000000

.PHONY: help setup demo test check bench docs evaluate torture fuzz lock clean
.DEFAULT_GOAL := help

help:  ## Say what can be made
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

setup: $(STAMP)  ## Make the virtual environment with the locked packages

$(STAMP): requirements.lock pyproject.toml
	@echo "setup: virtual environment in $(VENV) (a few minutes the first time)"
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "tinjau needs Python 3.11 or newer")'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --disable-pip-version-check --progress-bar off --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --disable-pip-version-check --progress-bar off --no-deps --no-build-isolation -e .
	@touch $@

demo: setup  ## The main job on the two built-in studies; reports in demo-out/
	$(BIN)/tinjau demo --out $(OUT)

test: check  ## Everything that CI runs: style, types, walls, tests
	$(BIN)/python -m pytest -n 2 -q --dist loadfile --no-loadscope-reorder

check: setup  ## Style, types and the walls between rooms
	$(BIN)/ruff check src tests benchmarks evaluation fuzz
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: setup  ## Speed and memory as ratios to the floor
	$(BIN)/python -m benchmarks

docs: setup  ## Generate the catalogues
	$(BIN)/python -m tinjau.observe.catalogue docs/detectors
	$(BIN)/python -m tinjau.packs.catalogue docs/instruments
	$(BIN)/python -c "from pathlib import Path; from tinjau.lint import catalogue; Path('docs/lint.md').write_text(catalogue(), encoding='utf-8')"

evaluate: setup  ## Set the detectors beside careful readings of the same pages
	$(BIN)/python -m evaluation

torture: setup  ## Kill captures at random and at every system call (COUNT kills)
	$(BIN)/python -m tests.capture.torture --kills $(COUNT)

fuzz: setup  ## Send mutated pages through all detectors (PAGES of them)
	$(BIN)/python -m fuzz --pages $(PAGES)

lock: setup  ## Pin every package again, with hashes and without addresses
	$(BIN)/python -m pip install --disable-pip-version-check uv
	$(BIN)/uv pip compile --universal --generate-hashes --no-emit-index-url --no-header --extra test --extra fleet --extra browser --extra web pyproject.toml -o requirements.lock

clean:  ## Remove what was made
	rm -rf $(VENV) $(OUT) .mypy_cache .ruff_cache .pytest_cache .hypothesis build dist
