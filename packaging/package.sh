#!/bin/sh
# Builds the wheel and the source archive into dist/, then runs the wheel from a clean environment outside the checkout.
set -eu
cd "$(dirname "$0")/.."
PATH="$PATH:$PWD/.tools/bin"
trial=$PWD/build/wheel-trial

rm -rf dist "$trial"
uv build --quiet
uv venv --quiet --python .venv/bin/python "$trial"
uv pip sync --quiet --python "$trial/bin/python" --require-hashes requirements.lock
uv pip install --quiet --python "$trial/bin/python" --no-deps --no-index dist/*.whl
resources=$PWD/resources
cd "$trial"
bin/candour --help >/dev/null
diff -r "$resources" "$(bin/python -c 'from candour.resources import resource_root; print(resource_root())')"
rm -rf "$trial"
cd - >/dev/null
echo "Built, and tried from a clean environment: $(echo dist/*)"
