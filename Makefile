# Short ways to the two commands that matter. Works with GNU Make 3.81, so with the one that macOS ships.
BIN := .venv/bin
STEP := .ci/step
PYTEST := $(BIN)/pytest -q --numprocesses auto --maxprocesses 8 --dist worksteal

.PHONY: help serve build check test lock clean

help:
	@echo "make serve   build the site, serve it on localhost, follow every edit"
	@echo "make test    everything that must hold before a change is merged"
	@echo "make check   only the knowledge, in less than a second"
	@echo "make build   the site, into site/"
	@echo "make lock    compile the locked requirements again (needs uv)"
	@echo "make clean   remove what was built and installed"

serve:
	@.ci/environment site
	@$(BIN)/atlas serve

build:
	@.ci/environment site
	@$(BIN)/atlas build

check:
	@.ci/environment site
	@$(BIN)/atlas check

test:
	@.ci/environment dev
	@.ci/browser > /dev/null
	@.ci/readers
	@.ci/editor
	@$(STEP) "Style" $(BIN)/ruff check .
	@$(STEP) "Format" $(BIN)/ruff format --check .
	@$(STEP) "Types" $(BIN)/mypy
	@$(STEP) "Import contract" $(BIN)/lint-imports
	@$(STEP) "Knowledge" $(BIN)/atlas check
	@$(STEP) "Canonical form" $(BIN)/atlas fmt --check
	@$(STEP) "Site with MkDocs" $(BIN)/atlas build
	@$(STEP) "Site with Zensical" $(BIN)/atlas build --engine zensical --site site-zensical
	@# The weight of a script is a test of ours: Zensical's own, 57 kB compressed, is nothing that we could make lighter.
	@$(STEP) "Pages of Zensical" env ATLAS_BUILT_SITE=site-zensical $(PYTEST) -m "site and not browser" \
		--deselect tests/site/test_html.py::test_scripts_are_light tests/site
	@$(STEP) "Tests" env CHROME="$$(.ci/browser)" ATLAS_BUILT_SITE=site $(PYTEST)

lock:
	@.ci/lock

clean:
	rm -rf .venv .cache .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache site site-zensical
