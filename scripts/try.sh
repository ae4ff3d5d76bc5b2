#!/bin/sh
# From a fresh clone to the main job: installs, builds, and applies the shipped series.
#
#   scripts/try.sh              to a copy of the sample trees, and shows what changed
#   scripts/try.sh PATH...      to these trees, in place; options such as --dry-run or --profile are passed on
set -eu
top=$(cd "$(dirname "$0")/.." && pwd)
(
    cd "$top"
    [ -d node_modules ] || npm ci
    npm run --silent build
) >&2
osfix=$top/dist/osfix.cjs
if [ $# -gt 0 ]; then
    exec node "$osfix" apply "$@"
fi
trees=$(mktemp -d)
trap 'rm -rf "$trees"' EXIT
cp -R "$top/fixtures/sample/nova" "$top/fixtures/sample/os-vif" "$trees"
cd "$trees"
node "$osfix" diff nova os-vif
node "$osfix" apply nova os-vif
node "$osfix" revert nova os-vif
