# Every target makes the checkout ready first (packaging/setup.sh); ARGS="…" is handed on, as in make test ARGS="-k check".
.DEFAULT_GOAL := help
.PHONY: help ready run tour test bench lint words package

candour := PYTHONPATH=src .venv/bin/python -m candour
screen := $(DISPLAY)$(WAYLAND_DISPLAY)$(filter Darwin,$(shell uname -s))

help: ## Print this list
	@sed -n 's/^\([a-z]*\):.*## /make \1\t/p' $(MAKEFILE_LIST) | expand -t 16

ready: ## Install what is missing, and say so
	@packaging/setup.sh

run: ready ## Open Candour; where there is no screen, play the tour into build/tour instead
ifneq ($(screen),)
	@$(candour) $(ARGS)
else
	@QT_QPA_PLATFORM=offscreen $(candour) tour --out build/tour $(ARGS)
	@echo "There is no screen here, so the tour was played instead. Look in build/tour: screens, declarations, summary.json."
endif

tour: ready ## Play the tour into build/tour: pictures, sealed declarations, summary.json
	@QT_QPA_PLATFORM=offscreen $(candour) tour --out build/tour $(ARGS)

test: ready ## Run every test
	@QT_QPA_PLATFORM=offscreen .venv/bin/python -m pytest -q -n auto --dist loadgroup $(ARGS)

bench: ready ## Measure the figures beside a peer's and the floor's, into build/bench.json
	@QT_QPA_PLATFORM=offscreen PYTHONPATH=src:. .venv/bin/python -m tests.bench $(ARGS)

lint: ready ## Check style, layout and types
	@.venv/bin/ruff check .
	@.venv/bin/ruff format --check .
	@.venv/bin/mypy

words: ready ## Gather the counted words into resources/translations, and compile them
	@packaging/words.sh

package: ready ## Build the wheel and the source archive into dist/, and try the wheel
	@packaging/package.sh
