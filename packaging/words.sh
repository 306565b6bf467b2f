#!/bin/sh
# Gather the counted words of the window into candour_en.ts, and compile it. New ones wait there for their singular.
set -eu
cd "$(dirname "$0")/.."
words=resources/translations/candour_en
.venv/bin/pyside6-lupdate -silent -pluralonly -no-obsolete -locations none \
    -source-language en_GB -target-language en_GB $(find src/candour/gui -name '*.py' | LC_ALL=C sort) -ts "$words.ts"
.venv/bin/pyside6-lrelease -silent -fail-on-unfinished "$words.ts" -qm "$words.qm"
