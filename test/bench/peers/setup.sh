#!/usr/bin/env bash
# Makes the virtual environment of the peers in out/peers-venv; needs Python 3.11.
set -euo pipefail
folder="$(cd "$(dirname "$0")" && pwd)"
venv="$folder/../../../out/peers-venv"
python3 -m venv "$venv"
"$venv/bin/pip" install --quiet --disable-pip-version-check --requirement "$folder/requirements.txt"
"$venv/bin/python" -c "import lifetimes, numpy, pandas, scipy, sklearn; print('peers are ready in', '$venv')"
