# shellcheck shell=bash
# Starts, shows and stops the app host and what runs under it.

START_TIMEOUT=150
STOP_TIMEOUT=40

start_suite() {
  local detach="$1" fresh="$2" pid
  if pid="$(running_host)"; then
    [[ $fresh == false ]] || fail "--fresh cannot empty the data of a running suite: ./regio down first."
    say "Regio runs already (process $pid)."
    show_status table || true
    return 0
  fi
  require_sdk
  ensure_servers
  make_state_folder
  lock_start
  build_suite
  stop_leftovers
  if [[ $fresh == true ]]; then rm -rf "$STATE/data"; fi
  rm -f "$STATE/resources.json" "$STATE/apphost.pid" "$STATE/dashboard.url" "$STATE/start-report.txt"
  if [[ $detach == true ]]; then start_detached; else start_in_foreground; fi
}

# Two starts at once would fight over ports and data.
lock_start() {
  exec 9>"$STATE/start.lock"
  flock -n 9 || fail "another ./regio up is just starting the suite."
}

start_in_foreground() {
  say "Starting; Ctrl+C stops everything."
  echo "$$" >"$STATE/apphost.pid"
  cd "$ROOT" || exit 1
  exec dotnet "$HOST_DLL" 9>&-
}

start_detached() {
  local pid
  say "Starting"
  cd "$ROOT" || exit 1
  setsid nohup dotnet "$HOST_DLL" </dev/null >"$STATE/apphost.log" 2>&1 9>&- &
  pid=$!
  disown "$pid"
  echo "$pid" >"$STATE/apphost.pid"
  if ! dotnet "$CLI_DLL" wait --host "$pid" --timeout "$START_TIMEOUT"; then
    show_logs
    warn "the suite did not become healthy; stopping it. All logs are in $STATE/logs and $STATE/apphost.log."
    stop_suite >&2
    return 1
  fi
  if [[ -s $STATE/start-report.txt ]]; then cat "$STATE/start-report.txt"; fi
  show_dashboard
  say "Regio runs. ./regio status shows it, ./regio down stops it."
}

show_logs() {
  local log
  for log in "$STATE/apphost.log" "$STATE"/logs/*.log; do
    if [[ -s $log ]]; then
      printf -- '--- last lines of %s\n' "${log#"$ROOT"/}" >&2
      tail -n 15 "$log" >&2
    fi
  done
}

show_status() {
  local format="$1"
  if ! running_host >/dev/null; then
    if [[ $format == json ]]; then
      say '{"running":false,"healthy":false,"resources":[]}'
    else
      say "Nothing runs. ./regio up starts it."
    fi
    return 1
  fi
  if [[ $format == table ]]; then show_dashboard; fi
  dotnet "$CLI_DLL" status "--$format"
}

# The link holds the token of the run, so it is in a file that only its owner can read.
show_dashboard() {
  if [[ -s $STATE/dashboard.url ]]; then
    say "Login to the dashboard at $(cat "$STATE/dashboard.url")"
  fi
}

stop_suite() {
  local host
  if ! host="$(running_host)"; then
    stop_leftovers
    rm -f "$STATE/apphost.pid" "$STATE/resources.json"
    say "Nothing runs."
    return 0
  fi
  local children
  mapfile -t children < <(descendants "$host")
  say "Stopping the app host (process $host) and ${#children[@]} processes under it"
  kill -TERM "$host" 2>/dev/null || true
  if ! gone_within "$STOP_TIMEOUT" "$host"; then
    warn "it did not stop within $STOP_TIMEOUT seconds; killing it"
    kill -KILL "$host" 2>/dev/null || true
    gone_within 5 "$host" || fail "process $host cannot be stopped."
  fi
  stop_leftovers "${children[@]}"
  rm -f "$STATE/apphost.pid" "$STATE/resources.json"
  say "All of it has stopped: app host, services, RabbitMQ with epmd, PostgreSQL."
}

# Ends what still lives of the processes given as pid:start, and of those that the app host has recorded.
# The start time tells a process from a later one with the same number.
stop_leftovers() {
  local known pid left=()
  for known in "$@" $(recorded_processes); do
    pid="${known%%:*}"
    if alive "$pid" && [[ "$pid:$(start_time "$pid")" == "$known" && " ${left[*]} " != *" $pid "* ]]; then
      left+=("$pid")
    fi
  done
  ((${#left[@]})) || return 0
  say "Ending ${#left[@]} processes that the app host left: ${left[*]}"
  kill -TERM "${left[@]}" 2>/dev/null || true
  for pid in "${left[@]}"; do
    if ! gone_within 10 "$pid"; then
      kill -KILL "$pid" 2>/dev/null || true
      gone_within 5 "$pid" || fail "process $pid cannot be stopped."
    fi
  done
}

# The record begins with the boot it belongs to; after a restart of the machine it means nothing.
recorded_processes() {
  local record="$STATE/run/processes" pid start
  [[ -r $record && "$(head -n 1 "$record")" == "$(cat /proc/sys/kernel/random/boot_id)" ]] || return 0
  while read -r pid start _; do
    if [[ "$(start_time "$pid")" == "$start" ]]; then
      echo "$pid:$start"
      descendants "$pid"
    fi
  done < <(sed 1d "$record")
}

# Every process below one, in any depth, as pid:start.
descendants() {
  cat /proc/[0-9]*/stat 2>/dev/null | awk -v top="$1" '
    function below(parent,   list, i) {
      split(children[parent], list, " ")
      for (i in list) { print list[i] ":" start[list[i]]; below(list[i]) }
    }
    { pid = $1; sub(/^.*\) /, ""); children[$2] = children[$2] " " pid; start[pid] = $20 }
    END { below(top) }'
}

start_time() {
  sed 's/^.*) //' "/proc/$1/stat" 2>/dev/null | cut -d' ' -f20
}

run_demo() {
  require_sdk
  if ! running_host >/dev/null; then
    say "No suite runs: starting one for the demo" >&2
    trap 'stop_suite >&2' EXIT
    start_suite true false >&2
  else
    build_cli
    dotnet "$CLI_DLL" wait --host "$(running_host)" --timeout "$START_TIMEOUT" >&2 ||
      fail "the suite that runs is not healthy: see ./regio status."
  fi
  dotnet "$CLI_DLL" demo "$@"
}
