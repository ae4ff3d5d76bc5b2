#!/usr/bin/env bash
# The step of action.yml: annotations, a summary, a SARIF file, and the exit status of osfix check.
# OSFIX_PROGRAM names an osfix that is there already.
set -euo pipefail

if [ -n "${OSFIX_PROGRAM:-}" ]; then
  osfix=("$OSFIX_PROGRAM")
else
  osfix=(npx --yes "osfix@${OSFIX_VERSION:-latest}")
fi
mapfile -t paths < <(grep -v '^[[:space:]]*$' <<<"${OSFIX_PATHS:-.}" || true)
mapfile -t args < <(grep -v '^[[:space:]]*$' <<<"${OSFIX_ARGS:-}" || true)
if [ -n "${OSFIX_SINCE:-}" ]; then
  args+=(--since "$OSFIX_SINCE")
fi

sarif="${RUNNER_TEMP:-${TMPDIR:-/tmp}}/osfix.sarif"
echo "sarif=$sarif" >>"$GITHUB_OUTPUT"
# 1 says that there are findings: the last call decides.
report() {
  local status=0
  "${osfix[@]}" check "${args[@]}" "$@" -- "${paths[@]}" || status=$?
  [ "$status" -le 1 ] || exit "$status"
}
# The later calls take their results from the cache of the first.
report --format sarif --output "$sarif"
report --format markdown >>"$GITHUB_STEP_SUMMARY"
"${osfix[@]}" check "${args[@]}" --format github -- "${paths[@]}"
