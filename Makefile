# Everything from a fresh clone: `make site` builds, `make test` tests. `make help` lists the rest.
PYTHON ?= python3
BIN := .venv/bin
SHELL := /bin/sh
NODE := tests/audit/node_modules
DESK := desk/node_modules
export NO_MKDOCS_2_WARNING := 1

.PHONY: help site test desk audit bench picture show serve check lint lock clean
.DEFAULT_GOAL := help

help: ## list the commands
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' Makefile | expand -t 10

site: .venv/site ## build the finished site in site/; a failure leaves the old one as it was
	@mkdir -p build && new=$$(mktemp -d build/site.XXXXXX) && trap 'rm -rf "$$new"' EXIT INT TERM && chmod 755 "$$new" \
	&& $(BIN)/samanom check \
	&& $(BIN)/mkdocs build --quiet --site-dir "$$new" \
	&& $(BIN)/samanom index "$$new" \
	&& $(BIN)/samanom swap "$$new" site \
	&& echo "The site is ready in site/. Look at it: make show"

desk: .venv/site ## edit in the browser on http://127.0.0.1:8000/admin/, the files of this machine; needs Node
	@tests/node 18.0
	@$(MAKE) --no-print-directory $(DESK)/.package-lock.json
	@$(BIN)/samanom desk

test: .venv/test ## check style, types, data and pages, in a real browser too
	@tests/chromium
	@tests/node 18.0
	@$(MAKE) --no-print-directory $(DESK)/.package-lock.json lint
	@$(BIN)/pytest --numprocesses auto --dist worksteal --durations 10

audit: .venv/test ## judge the finished site slowly: language, HTML, accessibility, speed; needs Node and Java
	@tests/hunspell
	@tests/chromium
	@tests/node 20.19
	@tests/java
	@$(MAKE) --no-print-directory $(NODE)/.package-lock.json site
	@$(BIN)/pytest -m slow
	@PYTHONPATH=tests $(BIN)/python -m audit

bench: .venv/test ## measure: the search beside others, and the site with 10,000 examples; takes minutes
	@tests/chromium
	@PYTHONPATH=tests $(BIN)/python -m bench

picture: .venv/site ## draw content/bilder/deling.png anew, shown where pages are shared; needs Chromium
	@tests/chromium
	@mkdir -p build content/bilder && $(BIN)/samanom picture build/deling.html
	@"$$(command -v chromium || command -v chromium-browser || command -v google-chrome)" --headless --no-sandbox --hide-scrollbars \
	  --force-device-scale-factor=1 --window-size=1200,630 --screenshot=content/bilder/deling.png build/deling.html

lint: .venv/test
	@$(BIN)/ruff format --check --quiet || { echo "Run '.venv/bin/ruff format' to mend the layout of the code."; exit 1; }
	@$(BIN)/ruff check --quiet
	@$(BIN)/mypy --no-error-summary

show: ## look at the finished site on http://127.0.0.1:8001/
	@$(BIN)/python -m http.server --bind 127.0.0.1 --directory site 8001

serve: .venv/site ## preview on http://127.0.0.1:8000/, rebuilt on every change
	@$(BIN)/mkdocs serve --dev-addr 127.0.0.1:8000

check: .venv/site ## check data/ and content/ only
	@$(BIN)/samanom check

lock: ## choose versions anew; needs uv
	@uv pip compile pyproject.toml --universal --python-version 3.11.0 --fork-strategy fewest \
	  --generate-hashes --no-header --no-annotate --quiet --output-file requirements.lock
	@uv pip compile pyproject.toml --extra test --constraint requirements.lock --universal --python-version 3.11.0 \
	  --fork-strategy fewest --generate-hashes --no-header --no-annotate --quiet --output-file requirements-test.lock

clean: ## remove everything that was made
	@rm -rf .venv build site $(NODE) $(DESK) .mypy_cache .ruff_cache .pytest_cache hooks/*.egg-info

.venv/site: requirements.lock pyproject.toml
	@command -v $(PYTHON) >/dev/null || { echo "Python is missing. On Debian: apt install python3-venv"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Python 3.11 or newer is needed. Name it: make site PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { echo "Python's venv is missing. On Debian: apt install python3-venv"; exit 1; }
	@echo "Installing what the build needs (once) ..."
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

.venv/test: .venv/site requirements-test.lock
	@echo "Installing what the tests need (once) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements-test.lock
	@touch $@

%/node_modules/.package-lock.json: %/package-lock.json
	@echo "Installing the tools of Node in $* (once) ..."
	@PUPPETEER_SKIP_DOWNLOAD=1 npm ci --prefix $* --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@
