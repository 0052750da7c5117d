#!/usr/bin/env bash
# sigstore/cosign: verifies the attestation of a release, in the commands of docs/verify.md.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source-path=SCRIPTDIR
source "$here/cached-install.sh"

install_cosign() {
  go_install github.com/sigstore/cosign/v3/cmd/cosign@v3.1.3 "$1"
}

require go
folder=$(install_once cosign install_cosign "${BASH_SOURCE[0]}")
printf '%s\n' "$folder/cosign"
