#!/usr/bin/env bash
# zizmor: audits the workflows and action.yml for security.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source-path=SCRIPTDIR
source "$here/cached-install.sh"

install_zizmor() {
  python_install "$here/zizmor/requirements.txt" "$1"
}

require python3
folder=$(install_once zizmor install_zizmor "${BASH_SOURCE[0]}" "$here/zizmor/requirements.txt")
printf '%s\n' "$folder/bin/zizmor"
