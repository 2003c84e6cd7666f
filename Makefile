# Two commands: `make run` and `make test`. PYTHON names the interpreter (3.12 or newer).

PYTHON ?= python3
PORT ?= 8000
VAR_DIR ?= var
export PORT VAR_DIR

VENV := .venv
BIN := $(VENV)/bin
SOURCES := manage.py newsroom articles subscriptions tests $(wildcard benchmarks)

.PHONY: run test check bench format css requirements vendor scripts
.DEFAULT_GOAL := run

run: $(VENV)/base.stamp
	@exec $(BIN)/python -m newsroom.run

test: $(VENV)/dev.stamp
	@$(BIN)/python -m pytest -n auto --maxprocesses 4

check: $(VENV)/dev.stamp
	$(BIN)/ruff check $(SOURCES)
	$(BIN)/ruff format --check $(SOURCES)
	find templates -name '*.html' -print0 | xargs -0 $(BIN)/djade --target-version 6.1 --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python manage.py makemigrations --check --dry-run
	@echo "manage.py check --deploy, with a public site's settings"
	@SECRET_KEY=$$($(BIN)/python -c 'import secrets; print(secrets.token_urlsafe(50))') \
	 DATABASE_URL=postgres://newsroom@database.invalid/newsroom SITE_URL=https://news.example.org TRUST_PROXY=1 \
	 EMAIL_URL='smtp://mail.example.org:587/?tls=starttls' DEBUG=0 \
	 $(BIN)/python manage.py check --deploy --fail-level WARNING

# In a database of its own, which the first time takes some minutes to fill.
bench: $(VENV)/dev.stamp
	@VAR_DIR=$(VAR_DIR)/bench DATABASE_URL= $(BIN)/python benchmarks/search.py

format: $(VENV)/dev.stamp
	$(BIN)/ruff check --fix-only $(SOURCES)
	$(BIN)/ruff format $(SOURCES)
	find templates -name '*.html' -print0 | xargs -0 $(BIN)/djade --target-version 6.1

# The readers' style sheet, from the files beside it.
css: $(VENV)/base.stamp
	@$(BIN)/python manage.py join_css

# Newest versions that requirements/*.in allow, with hashes, without an index address.
requirements: $(VENV)/dev.stamp
	$(BIN)/python -m pip install --quiet uv
	for name in base dev; do $(BIN)/uv pip compile --quiet --upgrade --universal \
	  --python-version 3.12 --generate-hashes --no-emit-index-url --no-header \
	  requirements/$$name.in --output-file requirements/$$name.txt || exit 1; done

$(BIN)/python:
	@command -v $(PYTHON) >/dev/null || { echo >&2 \
	  "There is no $(PYTHON) here: name a Python 3.12 or newer, like make run PYTHON=python3.13"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 12) and \
	  "Python 3.12 or newer is needed, and $(PYTHON) is %d.%d: name another, like make run PYTHON=python3.13" \
	  % sys.version_info[:2])'
	@echo "Making the virtual environment ($(VENV))…"
	@$(PYTHON) -m venv --clear $(VENV) || { rm -rf $(VENV); exit 1; }

$(VENV)/base.stamp: requirements/base.txt $(BIN)/python
	@echo "Installing packages (a minute or two, first time only)…"
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements/base.txt
	@touch $@

$(VENV)/dev.stamp: requirements/dev.txt $(BIN)/python
	@echo "Installing packages for development (first time only)…"
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $@ $(VENV)/base.stamp

# The editor's third-party code and the writing page's scripts (needs npm). The first changes with
# the versions in static/editor/vendor, the second with every module of ours.
$(VAR_DIR)/vendor/node_modules: static/editor/vendor/package-lock.json
	@rm -rf $(VAR_DIR)/vendor && mkdir -p $(VAR_DIR) && cp -r static/editor/vendor $(VAR_DIR)/vendor
	@cd $(VAR_DIR)/vendor && npm ci --ignore-scripts --no-audit --no-fund --silent

vendor: $(VAR_DIR)/vendor/node_modules
	@cp static/editor/vendor/source.js $(VAR_DIR)/vendor && cd $(VAR_DIR)/vendor && npx esbuild source.js \
	  --bundle --format=esm --minify --target=es2022 --legal-comments=none --outfile=tiptap.js
	@cp $(VAR_DIR)/vendor/tiptap.js static/editor/vendor/tiptap.js

scripts: $(VENV)/base.stamp $(VAR_DIR)/vendor/node_modules
	@$(BIN)/python manage.py join_scripts $(VAR_DIR)/vendor/node_modules/.bin/esbuild
