#!/bin/sh
# From a fresh clone to the tests: installs, then lint, types, unused code, build and the quick tests.
set -eu
cd "$(dirname "$0")/.."
[ -d node_modules ] || npm ci
npm run check
