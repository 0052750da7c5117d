#!/usr/bin/env bash
# Datasette: the real server, and the real create-token command, that signed tokens are tried against.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source-path=SCRIPTDIR
source "$here/cached-install.sh"

install_datasette() {
  python_install "$here/datasette/requirements.txt" "$1"
}

require python3
folder=$(install_once datasette install_datasette "${BASH_SOURCE[0]}" "$here/datasette/requirements.txt")
printf '%s\n' "$folder/bin/datasette"
