# shellcheck shell=bash
# What every command of the regio script shares.

say() { printf '%s\n' "$*"; }

warn() { printf 'regio: %s\n' "$*" >&2; }

fail() {
  warn "$@"
  exit 1
}

usage_error() {
  warn "$1"
  printf 'See ./regio help.\n' >&2
  exit 2
}

# The app host's process id when it lives; the command line guards against a number that was given out again.
running_host() {
  local pid
  [[ -r $STATE/apphost.pid ]] || return 1
  pid="$(tr -cd '0-9' <"$STATE/apphost.pid")"
  [[ -n $pid ]] && is_host "$pid" || return 1
  printf '%s' "$pid"
}

is_host() {
  local line
  line="$(tr '\0' ' ' 2>/dev/null <"/proc/$1/cmdline")" || return 1
  [[ $line == *AppHost* ]]
}

alive() { [[ -d /proc/$1 ]] && [[ "$(process_state "$1")" != Z ]]; }

# The state letter follows the command name, which stands in brackets and may hold anything.
process_state() {
  local stat
  stat="$(cat "/proc/$1/stat" 2>/dev/null)" || return 0
  stat="${stat##*) }"
  printf '%s' "${stat%% *}"
}

# Waits until a process is gone; false after that many seconds.
gone_within() {
  local seconds="$1" pid="$2" deadline
  deadline=$((SECONDS + seconds))
  while alive "$pid"; do
    ((SECONDS < deadline)) || return 1
    sleep 0.1
  done
}

make_state_folder() {
  mkdir -p "$STATE"
  chmod 0700 "$STATE"
}
