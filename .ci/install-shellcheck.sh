#!/usr/bin/env bash
# The program shellcheck: checks the scripts, and for actionlint what stands in `run:`. (Its package for Python brings it.)
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source-path=SCRIPTDIR
source "$here/cached-install.sh"

install_shellcheck() {
  python_install "$here/shellcheck/requirements.txt" "$1"
}

require python3
folder=$(install_once shellcheck install_shellcheck "${BASH_SOURCE[0]}" "$here/shellcheck/requirements.txt")
printf '%s\n' "$folder/bin/shellcheck"
