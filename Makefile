# make demo       clean the five seed pages into demo/ and show one before and after
# make test       lint, types, tests, doctests
# make test-full  the same, and the docs, the packages, the page report in a browser, the command in an environment
#                 without the tools of development, the suite over the compiled wheel, runs over a corpus by a Ray
#                 cluster and runs that are killed, hostile texts of every kind, the count of instructions
# make wheel      a wheel whose hot modules are compiled, in dist/compiled (needs a C compiler)
# make compiled   the tests over that wheel, and the same output from both
# make docs       the documentation site, in build/site
# make packages   sdist and wheel, built twice to the same bytes, the wheel in an empty environment
# make pythons    the wheel in an empty environment of every Python that is here, with the same output in each
# make lock       requirements-dev.lock anew; `make LOCK=requirements-dev.lock test` works with these versions
# make slow       the tests that take minutes: runs over a corpus that are killed at twenty moments
# make coverage   lines and branches of the sources that the tests reach: fails under 97 %
# make ray        runs over a corpus by a Ray cluster on this machine, one of whose nodes is killed
# make adapters   the page "Use it in …" with the packages that it names
# make browser    the page report in Chromium, which is installed with apt where it is missing
# make hostile    hostile texts of every kind, each in a process with limits of time and memory
# make fuzz       coverage-guided fuzzing for SECONDS (60), where atheris installs; else random texts of Hypothesis
# make mutation   changes of the core, SAMPLE (20) of each file, that a test must notice
# make matter     for each rule a test that fails without it
# make bench      speed beside other tools, which it installs into build/peers; writes docs/speed.md (ten minutes).
#                 COMPILED=1 measures the wheel of `make wheel`; so for the two below
# make bench-check    whether any ratio is below its floor in benchmarks/floors.toml
# make bench-floors   floors from the last `make bench`; those that would sink stay, unless LOWER=1
# make instructions   what a clean and the start cost in instructions, against benchmarks/ceilings.toml; valgrind is
#                     installed with apt where it is missing
# make ceilings       ceilings from what is counted now
# make growth     time and memory against size, up to 100 MB and 100,000 pages; writes docs/growth.md
# make score      the figures of the annotated pages, and those of simpler rules
# Needs Python 3.11 or later, `browser` and `instructions` also apt, nothing else; everything is installed into .venv.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DELETE_ON_ERROR:
.NOTPARALLEL:
.DEFAULT_GOAL := help

VENV := .venv
BIN := $(VENV)/bin
# python3 where it is new enough, else the newest that is
FIND_PYTHON := for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	"$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$python" && break; done
PYTHON ?= $(shell $(FIND_PYTHON))
PAGE := 000_2456a79ffd27d133.txt

.PHONY: help demo test lint test-full docs packages wheel compiled browser hostile slow coverage adapters fuzz
.PHONY: matter peers measured-package bench bench-check bench-floors instructions ceilings growth score clean
.PHONY: pythons lock mutation ray

help:
	@sed -n 's/^# \(make .*\|  .*\)/\1/p' Makefile

$(VENV)/made:
	@if [ -z "$(PYTHON)" ]; then \
		echo "there is no Python 3.11 or later on the path; install one, or name it: make PYTHON=/path/to/python3.12" >&2; exit 1; fi
	@[ -x $(BIN)/python ] || $(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
		echo "$(PYTHON) cannot make a virtual environment; on Debian and Ubuntu install the package python3-venv" >&2; exit 1; }
	$(BIN)/python -m pip install --quiet --upgrade pip
	@touch $@

# installed again only when pyproject.toml changes: the package is a link to src/
$(VENV)/installed: pyproject.toml $(VENV)/made
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

$(VENV)/installed-dev: pyproject.toml $(VENV)/made
	$(BIN)/python -m pip install --quiet --editable . --group dev $(if $(LOCK),--constraint $(LOCK))
	@touch $@ $(VENV)/installed

demo: $(VENV)/installed
	@$(BIN)/cleantext clean seeds/*.txt -o demo/
	@$(BIN)/python tools/show.py seeds/$(PAGE) demo/$(PAGE)

lint: $(VENV)/installed-dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

# two at a time, each test where there is room; then those that measure time, by themselves
LEFT_OUT := not browser and not hostile and not ray and not slow
test: lint
	$(BIN)/python -m pytest --numprocesses 2 --dist worksteal -m '$(LEFT_OUT) and not timed'
	$(BIN)/python -m pytest -m 'timed and $(LEFT_OUT)'

$(VENV)/installed-docs: pyproject.toml $(VENV)/installed
	$(BIN)/python -m pip install --quiet --group docs
	@touch $@

# the pages made from the code, then the site; a warning is an error
docs: $(VENV)/installed-docs
	$(BIN)/python tools/make_docs.py
	$(BIN)/sphinx-build --quiet --fail-on-warning --keep-going --fresh-env docs build/site
	@echo "docs: the site is build/site/index.html"

packages: export SOURCE_DATE_EPOCH ?= 1700000000
packages: $(VENV)/installed-dev
	rm -rf dist build/again build/plain
	$(BIN)/python -m build --quiet --outdir dist .
	$(BIN)/python -m build --quiet --outdir build/again .
	cd dist && sha256sum * | (cd ../build/again && sha256sum --check --quiet)
	$(BIN)/python -m twine check --strict dist/*
	$(BIN)/python -m venv build/plain
	build/plain/bin/python -m pip install --quiet dist/*.whl
	build/plain/bin/cleantext --version
	build/plain/bin/cleantext corpus seeds -o build/plain/corpus --quiet
	build/plain/bin/cleantext report seeds/$(PAGE) -o build/plain/report.html
	grep -q '<script>"use strict"' build/plain/report.html
	printf '“小易”是来自东昌府区行政审批\n\n服务局的帮办专员。\n' | build/plain/bin/cleantext clean | grep -qx '“小易”是来自东昌府区行政审批服务局的帮办专员。'

# from the sdist, in a folder that goes: the sources themselves stay interpreted
wheel: $(VENV)/installed-dev
	rm -rf dist/compiled
	HATCH_BUILD_HOOKS_ENABLE=1 $(BIN)/python -m build --quiet --outdir dist/compiled .
	rm dist/compiled/*.tar.gz

compiled: wheel
	rm -rf build/compiled
	$(BIN)/python -m venv build/compiled
	build/compiled/bin/python -m pip install --quiet --upgrade pip
	build/compiled/bin/python -m pip install --quiet dist/compiled/*.whl --group test --group lint
	build/compiled/bin/cleantext --version | grep -q ', compiled)'
	build/compiled/bin/python -m pytest --numprocesses 2 --dist worksteal -m '$(LEFT_OUT) and not timed' tests
	rm -rf build/outputs
	$(BIN)/python tools/output_diff.py --keep build/outputs/interpreted seeds $(wildcard ../shared/pages ../shared/clean)
	build/compiled/bin/python tools/output_diff.py --keep build/outputs/compiled seeds $(wildcard ../shared/pages ../shared/clean)
	$(BIN)/python tools/output_diff.py build/outputs/interpreted build/outputs/compiled

# the wheel in an empty environment of every Python that is here
pythons: packages
	$(BIN)/python tools/check_pythons.py dist/*.whl

lock: $(VENV)/made
	$(BIN)/python tools/lock.py

# the tests marked `browser`; what they need besides Python is asked for here and nowhere else
$(VENV)/installed-browser: pyproject.toml $(VENV)/installed-dev
	$(BIN)/python -m pip install --quiet --group browser
	@touch $@

browser: $(VENV)/installed-browser
	.ci/install-browser
	$(BIN)/python -m pytest -m browser tests

test-full: test docs packages browser compiled ray slow hostile instructions

# each text is a process of its own, so two can be tried at a time
hostile: $(VENV)/installed-dev
	$(BIN)/python -m pytest --numprocesses 2 --dist worksteal -m hostile tests

# changes of the core that no test notices: SAMPLE of each file, an hour for 40
SAMPLE ?= 20
mutation: $(VENV)/installed-dev
	$(BIN)/python tools/mutate.py --sample $(SAMPLE)

SECONDS ?= 60
fuzz: $(VENV)/installed-dev
	$(BIN)/python -m pip install --quiet --group fuzz || true
	$(BIN)/python tools/fuzz.py --seconds $(SECONDS)

slow: $(VENV)/installed-dev
	$(BIN)/python -m pytest -m slow tests

# the tests again with a record of the lines and branches they reach, also in the processes that they start; a few random
# texts are enough for that, times mean nothing, and what is left out here reaches no other lines
coverage: $(VENV)/installed-dev
	rm -f .coverage .coverage.*
	HYPOTHESIS_PROFILE=few $(BIN)/python -m coverage run -m pytest --numprocesses 2 --dist worksteal -m '$(LEFT_OUT) and not timed' \
		$(addprefix --ignore=tests/test_,hostile.py docs.py new_rule.py release.py short_texts.py scoreboard.py)
	$(BIN)/python -m coverage combine --quiet
	$(BIN)/python -m coverage report

# the page "Use it in …" with the real packages, in an environment of their own: they are many, and bring their own versions
adapters: $(VENV)/made
	rm -rf build/adapters && $(BIN)/python -m venv build/adapters
	build/adapters/bin/python -m pip install --quiet --upgrade pip
	build/adapters/bin/python -m pip install --quiet . --group test --group adapters
	build/adapters/bin/python -m pytest tests/test_use_it_in.py

# the same for Ray: a cluster of three machines on loopback, of which one dies, and the snippet for Ray Data
ray: $(VENV)/made
	rm -rf build/ray && $(BIN)/python -m venv build/ray
	build/ray/bin/python -m pip install --quiet --upgrade pip
	build/ray/bin/python -m pip install --quiet . --group test --group ray
	build/ray/bin/python -m pytest -m ray tests

matter: $(VENV)/installed-dev
	$(BIN)/python tools/check_rules_matter.py

# the tools that are measured beside ours, in an environment of their own: they are many, and heavy
build/peers/installed: pyproject.toml $(VENV)/made
	@[ -x build/peers/bin/python ] || $(BIN)/python -m venv build/peers
	build/peers/bin/python -m pip install --quiet --upgrade pip
	build/peers/bin/python -m pip install --quiet --editable . --group test
	build/peers/bin/python benchmarks/install_peers.py
	@touch $@

peers: build/peers/installed

# warnings of the tools are none of ours
BENCH := build/peers/bin/python -m pytest -o filterwarnings=default -o timeout=0 -W ignore -q -rs

# the wheel of `make wheel` with COMPILED=1, else the sources
measured-package: build/peers/installed $(if $(COMPILED),wheel)
	build/peers/bin/python -m pip install --quiet --no-deps --force-reinstall $(if $(COMPILED),dist/compiled/*.whl,--editable .)

bench: measured-package
	$(BENCH) benchmarks/test_speed.py --write-figures --benchmark-enable --benchmark-columns=min,median,rounds --benchmark-sort=name

bench-check: measured-package
	$(BENCH) benchmarks/test_floors.py

bench-floors: measured-package
	build/peers/bin/python benchmarks/set_floors.py $(if $(LOWER),--lower)

# counted over the sources, and over the compiled wheel where `make compiled` has installed it
INSTRUCTIONS = command -v valgrind >/dev/null || .ci/apt-install "the count of instructions" valgrind; \
	for python in $(BIN)/python build/compiled/bin/python; do \
	if [ -x "$$python" ]; then "$$python" benchmarks/instructions.py $(1); fi; done

instructions: $(VENV)/installed-dev
	$(call INSTRUCTIONS)

ceilings: $(VENV)/installed-dev
	$(call INSTRUCTIONS,--set)

growth: $(VENV)/installed-dev
	$(BIN)/python benchmarks/growth.py

score: $(VENV)/installed-dev
	@$(BIN)/python tools/scoreboard.py

clean:
	rm -rf demo dist build docs/rules docs/cli.md docs/api.md .mypy_cache .ruff_cache .hypothesis .benchmarks
