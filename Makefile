# Two commands to know: `make run` and `make test`. All they install stays in .venv and node_modules, is taken
# from the lock files only, and is installed once for each state of those files.

SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-builtin-rules --no-print-directory

DATA ?= var
PORT ?= 3978
PLAYGROUND_PORT ?= 56150

python := .venv/bin/python
checksum = $(shell cat $(1) | cksum | cut -d' ' -f1)
for_running := .venv/.installed-run-$(call checksum,requirements.lock pyproject.toml)
for_testing := .venv/.installed-test-$(call checksum,requirements-test.lock pyproject.toml)
learnt := .venv/.learnt-$(call checksum,requirements.lock knowledge/*.py knowledge/*.yaml knowledge/entries/*.yaml)
for_pages := bot/web/static/designsystemet/components.css
for_clients := node_modules/.installed-$(call checksum,package-lock.json)
have_node := $(shell command -v npm >/dev/null && node -e 'process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)' 2>/dev/null && echo yes)

.PHONY: help run test pictures bench soak lock clean need-node need-chromium

help: ## Show this list
	@grep -E '^[a-z-]+:.*## ' Makefile | while IFS=: read -r name rest; do \
	  printf '  make %-9s %s\n' "$$name" "$${rest##*## }"; done

run: $(for_running) $(learnt) $(if $(have_node),$(for_clients) $(for_pages)) ## Start the bot and a local Teams client; Ctrl-C stops both
	@exec $(python) -m bot.commands.run --data $(DATA) --port $(PORT) --playground-port $(PLAYGROUND_PORT)

test: need-node need-chromium $(for_testing) $(learnt) $(for_clients) $(for_pages) ## Check format, lint, types and imports, then run every test
	@echo "Format, lint, types and imports ..."
	@.venv/bin/ruff format --check .
	@.venv/bin/ruff check .
	@.venv/bin/mypy
	@.venv/bin/lint-imports
	@$(python) .ci/test.py

pictures: need-node need-chromium $(for_testing) $(learnt) $(for_clients) $(for_pages) ## Take the pictures of docs/pictures anew
	@mkdir -p docs/pictures
	@PICTURES=$(CURDIR)/docs/pictures $(python) .ci/test.py browser

bench: $(for_testing) $(learnt) ## Measure a form turn beside its floor and stock botbuilder, writes, start, memory and answers
	@$(python) -m benchmarks

# --- Long runs, each by name: `make soak-kills`. To add one, add its name here and its files below.
soaks := properties kills
soak_properties = $(shell grep -lE '^(from|import) hypothesis' tests/test_*.py)
soak_kills = $(wildcard tests/test_*kill*.py)

.PHONY: $(soaks:%=soak-%)
soak: $(soaks:%=soak-%) ## Run the long runs, one after the other (hours)
$(soaks:%=soak-%): soak-%: $(for_testing)
	@echo "Soak: $* ..."
	@SOAK=1 $(python) -m pytest --durations=5 $(soak_$*)

# --- What is installed.
lock: ## Write the lock files anew from pyproject.toml (make lock UPGRADE=--upgrade for newer versions)
	@command -v uv >/dev/null || { echo "make lock needs uv: https://docs.astral.sh/uv/"; exit 1; }
	@$(lock_with) --extra build --output-file requirements.lock >/dev/null
	@$(lock_with) --extra build --extra test --constraint requirements.lock --output-file requirements-test.lock >/dev/null
	@wc -l requirements.lock requirements-test.lock
lock_with = uv pip compile pyproject.toml --quiet --generate-hashes --no-emit-index-url --universal \
	--no-python-downloads --no-header --no-annotate $(UPGRADE)

.venv/bin/pip:
	@for name in python3 python3.14 python3.13 python3.12 python3.11; do \
	  if command -v $$name >/dev/null && $$name -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 15))'; \
	  then found=$$name; break; fi; done; \
	[ -n "$${found-}" ] || { echo "Python 3.11 to 3.14 is needed and was not found as python3 or python3.11 to python3.14."; exit 1; }; \
	echo "Making .venv with $$($$found --version) ..."; \
	$$found -m venv .venv || { echo "$$found cannot make an environment; on Debian: apt-get install python3-venv"; exit 1; }

define install # of a lock file: pip's own lines become a count
	@total=$$(grep -c '==' $(1)); done=0; \
	echo "Installing $$total Python packages into .venv, each checked against $(1) (a minute or two, once) ..."; \
	PYTHONUNBUFFERED=1 $(python) -m pip install --disable-pip-version-check --no-input --require-hashes \
	  --progress-bar off --requirement $(1) | while read -r word name _; do \
	    case $$word in \
	      Collecting|Processing|Requirement) done=$$((done + 1)); [ $$((done % 10)) -ne 0 ] || echo "  $$done of $$total" ;; \
	      Installing) echo "  all $$done are here; unpacking them ..." ;; \
	    esac; done || \
	  { echo "The Python packages could not be installed (see above). The same command goes on where it stopped."; exit 1; }
	@$(python) -m pip install --disable-pip-version-check --quiet --no-deps --no-build-isolation --editable .
endef

$(for_running): | .venv/bin/pip
	$(call install,requirements.lock)
	@touch $@

$(for_testing): | .venv/bin/pip
	$(call install,requirements-test.lock)
	@touch $@ $(for_running)

$(learnt): | .venv/bin/pip
	@echo "Learning how the curated answers are asked for (two minutes or so, once) ..."
	@$(python) -m bot kb learn
	@rm -f .venv/.learnt-*; touch $@

$(for_clients):
	@echo "Installing the local Teams client into node_modules, checked against package-lock.json ..."
	@npm ci --ignore-scripts --loglevel=error || \
	  { echo "The local Teams client could not be installed (see above). Run the same command again."; exit 1; }
	@touch $@

$(for_pages): $(for_clients) # Designsystemet's styles, into the package: served from here, and built in by what builds it
	@mkdir -p $(@D)
	@cp node_modules/@digdir/designsystemet-css/dist/theme/designsystemet.css $(@D)/theme.css
	@cp node_modules/@digdir/designsystemet-css/LICENSE $(@D)/LICENSE 2>/dev/null || \
	  cp node_modules/@digdir/designsystemet-theme/LICENSE $(@D)/LICENSE
	@cp node_modules/@digdir/designsystemet-css/dist/src/index.css $@

need-node:
	@[ -n "$(have_node)" ] || { echo "The tests need Node.js 20 or newer with npm; they were not found."; exit 1; }

need-chromium:
	@if command -v chromium >/dev/null; then exit 0; fi; \
	if [ "$$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then \
	  echo "Installing Debian's Chromium for the browser tests ..."; \
	  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
	    chromium fonts-dejavu-core >/dev/null && exit 0; \
	fi; \
	echo "The browser tests need Chromium as \`chromium\`; on Debian: sudo apt-get install chromium"; exit 1

clean: ## Remove what was installed and built; what people wrote (var) stays
	@rm -rf .venv node_modules bot/web/static/designsystemet build ./*.egg-info .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
