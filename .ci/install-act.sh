#!/usr/bin/env bash
# nektos/act: runs the action as a step of a real workflow, on this machine without containers.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source-path=SCRIPTDIR
source "$here/cached-install.sh"

install_act() {
  go_install github.com/nektos/act@v0.2.89 "$1"
}

require go
folder=$(install_once act install_act "${BASH_SOURCE[0]}")
printf '%s\n' "$folder/act"
