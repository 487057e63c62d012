# shellcheck shell=bash
# Builds and runs the test projects, two at a time, and counts what happened from their result files.

AT_ONCE=2
HANG_LIMIT=15min
HEARTBEAT=20

run_tests() {
  local category='Category!=Long' only='' filter='' projects=()
  if [[ ${1:-} == long ]]; then
    category='Category=Long'
    HANG_LIMIT=60min
    shift
  fi
  if (($#)) && [[ -n $(projects_named "$1") ]]; then
    only="$1"
    shift
  fi
  if (($#)); then filter="$(name_filter "$*")"; fi
  mapfile -t projects < <(projects_named "$only")
  require_sdk
  # Pages are walked and looked at in a browser.
  if [[ " ${projects[*]} " == *" Dashboard.Tests "* || " ${projects[*]} " == *" EndToEnd.Tests "* || " ${projects[*]} " == *" Reporting.Tests "* ]]; then ensure_servers browser; else ensure_servers; fi
  RESULTS="$STATE/test-results"
  if [[ -f $RESULTS/pid ]] && grep -qs regio "/proc/$(<"$RESULTS/pid")/cmdline"; then
    fail "another ./regio test runs in this folder (process $(<"$RESULTS/pid")); its results would be lost"
  fi
  rm -rf "$RESULTS"
  make_state_folder
  mkdir -p "$RESULTS"
  echo $$ >"$RESULTS/pid"
  if ! build_tests "$only" "${projects[@]}"; then
    say "0 passed, 1 failed, 0 skipped"
    return 1
  fi
  run_projects "$category${filter:+&$filter}" "${projects[@]}"
  sum_up
}

# Names of the test projects that hold a text, whatever its case; all of them without one.
projects_named() {
  local project name
  for project in "$ROOT"/tests/*.Tests/*.csproj; do
    name="$(basename "$project" .csproj)"
    if [[ ${name,,} == *"${1,,}"* ]]; then echo "$name"; fi
  done
}

# A bare word looks in the full name of a test; an expression of the test platform passes as it is.
name_filter() {
  if [[ $1 == *[=~]* ]]; then printf '(%s)' "$1"; else printf '(FullyQualifiedName~%s)' "${1// /_}"; fi
}

build_tests() {
  local only="$1" project
  shift
  if [[ -z $only ]]; then
    build_project Regio.sln
    return
  fi
  for project in "$@"; do
    build_project "tests/$project/$project.csproj" || return 1
  done
}

run_projects() {
  local filter="$1" project beat=$SECONDS
  shift
  trap 'kill $(jobs -p) 2>/dev/null; exit 130' INT TERM
  say "Running the tests of $# projects, $AT_ONCE at a time"
  for project in "$@"; do
    while (($(jobs -rp | wc -l) >= AT_ONCE)); do pause_with_heartbeat; done
    run_project "$project" "$filter" &
  done
  while (($(jobs -rp | wc -l) > 0)); do pause_with_heartbeat; done
  wait
  trap - INT TERM
}

pause_with_heartbeat() {
  sleep 0.3
  ((SECONDS - beat >= HEARTBEAT)) || return 0
  beat=$SECONDS
  local marker running=()
  for marker in "$RESULTS"/*.running; do
    [[ -e $marker ]] && running+=("$(basename "$marker" .running) ($((SECONDS - $(cat "$marker"))) s)")
  done
  say "  still running: $(printf '%s, ' "${running[@]}" | sed 's/, $//')"
}

run_project() {
  local project="$1" filter="$2" result=0 started=$SECONDS counts
  echo "$SECONDS" >"$RESULTS/$project.running"
  # Most processes of a test run live shorter than it takes to gain from what the runtime would learn by measuring them.
  DOTNET_TieredPGO=0 dotnet test "$ROOT/tests/$project/bin/Debug/net10.0/Regio.$project.dll" --filter "$filter" \
    --logger "trx;LogFileName=$project.trx" --logger 'console;verbosity=normal' --results-directory "$RESULTS" \
    --blame-hang-timeout "$HANG_LIMIT" --blame-hang-dump-type none \
    </dev/null >"$RESULTS/$project.log" 2>&1 || result=$?
  rm -f "$RESULTS/$project.running"
  counts="$(count_outcomes "$RESULTS/$project.trx" "$result" "$RESULTS/$project.log")"
  echo "$counts" >"$RESULTS/$project.counts"
  say "  $project: $(in_words "$counts") ($((SECONDS - started)) s)"
}

# passed, failed and skipped of one result file. A run that ended badly without a failed test
# (a crashed test host, nothing written) is a failure too.
count_outcomes() {
  local trx="$1" result="$2" log="$3" outcomes='' passed skipped failed
  if [[ -r $trx ]]; then
    outcomes="$(grep -o '<UnitTestResult [^>]*' "$trx" | grep -o ' outcome="[A-Za-z]*"' || true)"
  fi
  passed="$(grep -c '"Passed"' <<<"$outcomes" || true)"
  skipped="$(grep -c '"NotExecuted"' <<<"$outcomes" || true)"
  failed=$(($(grep -c 'outcome=' <<<"$outcomes" || true) - passed - skipped))
  if ((failed == 0)) && { ((result != 0)) || { [[ ! -r $trx ]] && ! grep -q 'No test matches' "$log"; }; }; then
    failed=1
  fi
  echo "$passed $failed $skipped"
}

in_words() {
  local passed failed skipped
  read -r passed failed skipped <<<"$1"
  printf '%d passed, %d failed, %d skipped' "$passed" "$failed" "$skipped"
}

sum_up() {
  local file project counts passed=0 failed=0 skipped=0
  for file in "$RESULTS"/*.counts; do
    project="$(basename "$file" .counts)"
    read -r -a counts <"$file"
    passed=$((passed + counts[0]))
    failed=$((failed + counts[1]))
    skipped=$((skipped + counts[2]))
    if ((counts[1])); then show_failures "$project"; fi
  done
  if ((passed + failed + skipped == 0)); then
    warn "no test has that name"
    failed=1
  fi
  say "$passed passed, $failed failed, $skipped skipped"
  ((failed == 0))
}

show_failures() {
  local log="$RESULTS/$1.log"
  printf -- '--- %s (all of it in %s)\n' "$1" "${log#"$ROOT"/}"
  if grep -q '^ *Failed ' "$log"; then
    grep -A 12 '^ *Failed ' "$log" | cut -c1-240 | sed -n 1,120p
  else
    tail -n 30 "$log" | cut -c1-240
  fi
}
