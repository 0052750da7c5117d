# shellcheck shell=bash
# Sourced by the install scripts. One folder for each tool, outside the checkout and named after a hash of what pins
# it, so that a changed script installs anew and an unchanged one costs nothing. Safe to interrupt (a folder counts only
# once its last file, .complete, is there) and to start twice at the same time (a lock).
#
# The scripts print the path of the installed program on stdout, everything else on stderr, and exit with 69
# (EX_UNAVAILABLE in sysexits.h) when the machine lacks a program that they need; any other failure is theirs.

# Without it a failure inside $(...) would go unnoticed.
shopt -s inherit_errexit

progress() {
  printf '%s: %s\n' "${0##*/}" "$*" >&2
}

# require PROGRAM...
require() {
  local program missing=()
  for program; do
    command -v "$program" >/dev/null || missing+=("$program")
  done
  if ((${#missing[@]})); then
    progress "NOT INSTALLED: this machine has no ${missing[*]} on its PATH, needed to build this tool. Install ${missing[*]} and run it again."
    exit 69
  fi
}

# install_once NAME COMMAND FILE...
# Runs COMMAND with the path of an empty folder unless an earlier run has filled it; prints that path.
# The content of the FILEs (beside this one) pins the tool.
install_once() {
  local name=$1 command=$2
  shift 2
  require flock sha256sum
  local root key folder
  root=${MINT_TOKEN_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/mint-token}
  mkdir -p "$root"
  root=$(cd "$root" && pwd)
  key=$( (uname -sm && cat "${BASH_SOURCE[0]}" "$@") | sha256sum | cut -c 1-16)
  folder=$root/$name-$key
  if [[ ! -e $folder/.complete ]]; then
    exec 9>"$folder.lock"
    if ! flock --nonblock 9; then
      progress 'another run is installing it: waiting'
      flock 9
    fi
    if [[ ! -e $folder/.complete ]]; then
      local started=$SECONDS
      progress "installing $name into $folder"
      rm -rf "$folder"
      mkdir "$folder"
      # The lock is not handed down: a compiler's left-over daemon must not hold it.
      "$command" "$folder" >&2 9>&-
      touch "$folder/.complete"
      progress "done in $((SECONDS - started)) s"
    fi
    exec 9>&-
  fi
  printf '%s\n' "$folder"
}

# go_install PACKAGE@VERSION FOLDER
# Runs in the folder, so that no go.mod or go.work of the caller's has a say, with the installed Go and no other.
go_install() {
  (cd "$2" && GOBIN=$2 GOFLAGS=-trimpath GOWORK=off GOTOOLCHAIN=local go install "$1")
}

# python_install REQUIREMENTS FOLDER
# Every package is pinned by hash, and none of them may run code of its own to be built.
python_install() {
  python3 -m venv "$2"
  "$2/bin/python" -m pip install --quiet --require-hashes --no-deps --only-binary :all: --requirement "$1"
}
