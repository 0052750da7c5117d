#!/usr/bin/env bash
# InfluxDB OSS 2.9.1: influxd, and the influx CLI beside it, built from source (package registries have no binaries of
# them). Takes 5 to 10 minutes on two cores, once; prints the path of influxd.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source-path=SCRIPTDIR
source "$here/cached-install.sh"

install_influxdb() {
  local folder=$1 work=$1.work
  rm -rf "$work"
  mkdir -p "$work/module"
  cp "$here/influxdb/go.mod" "$here/influxdb/go.sum" "$work/module/"
  (
    cd "$work/module"
    # A cache of its own: 3 GB that nobody needs once the two programs are linked.
    export GOCACHE=$work/go-build
    export GOFLAGS='-mod=readonly -buildvcs=false' GOWORK=off GOTOOLCHAIN=local CGO_ENABLED=1 CGO_CFLAGS=-O1
    # flux's core is a Rust library. Its own pkg-config, which Go calls in place of the system's, builds it by cargo.
    go build -o "$work/pkg-config" github.com/influxdata/pkg-config
    export PKG_CONFIG=$work/pkg-config
    # flux pins an old toolchain that rustup would have to download; any recent one does.
    if command -v rustup >/dev/null; then
      RUSTUP_TOOLCHAIN=$(rustup show active-toolchain | cut -d ' ' -f 1)
      export RUSTUP_TOOLCHAIN
    fi
    # Speed of the build before speed of the server: tests send it some hundred requests.
    export RUSTFLAGS=--cap-lints=warn CARGO_INCREMENTAL=0 CARGO_PROFILE_RELEASE_LTO=off \
      CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16
    progress 'building libflux (Rust)'
    "$PKG_CONFIG" --libs flux
    progress 'building influxd (Go)'
    go build -tags sqlite_foreign_keys,sqlite_json -ldflags '-s -w -X main.version=v2.9.1' \
      -o "$folder/influxd" github.com/influxdata/influxdb/v2/cmd/influxd
    progress 'building the influx CLI (Go)'
    go build -ldflags '-s -w' -o "$folder/influx" github.com/influxdata/influx-cli/v2/cmd/influx
  )
  "$folder/influxd" version
  "$folder/influx" version
  rm -rf "$work"
}

require go cargo gcc pkg-config
folder=$(install_once influxdb install_influxdb "${BASH_SOURCE[0]}" "$here/influxdb/go.mod" "$here/influxdb/go.sum")
printf '%s\n' "$folder/influxd"
