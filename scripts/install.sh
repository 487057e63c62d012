# shellcheck shell=bash
# Installs what the suite needs and a Debian or Ubuntu machine can give.

require_sdk() {
  if ! command -v dotnet >/dev/null 2>&1; then
    fail "the .NET SDK 10.0 is missing. Install it (https://dotnet.microsoft.com/download/dotnet/10.0), see that 'dotnet' is on the PATH, and try again."
  fi
  if ! dotnet --list-sdks | grep -q '^10\.'; then
    fail "the .NET SDK 10.0 is missing; there is: $(dotnet --list-sdks | cut -d' ' -f1 | paste -sd' ' -). Install 10.0 (https://dotnet.microsoft.com/download/dotnet/10.0) and try again."
  fi
}

has_rabbitmq() { [[ -x /usr/lib/rabbitmq/bin/rabbitmq-server ]] || command -v rabbitmq-server >/dev/null 2>&1; }

has_postgres() {
  local program
  for program in /usr/lib/postgresql/*/bin/initdb; do
    [[ -x $program ]] && return 0
  done
  command -v initdb >/dev/null 2>&1
}

has_browser() {
  local program
  for program in chromium chromium-browser google-chrome; do
    [[ -x /usr/bin/$program ]] && return 0
  done
  return 1
}

# What is missing, as Debian package names.
missing_packages() {
  has_rabbitmq || echo rabbitmq-server
  has_postgres || echo postgresql
  [[ ${1:-} != browser ]] || has_browser || echo chromium
}

# With "browser": also what walks the pages of the dashboard in the tests.
ensure_servers() {
  local missing
  mapfile -t missing < <(missing_packages "$@")
  ((${#missing[@]})) || return 0
  local how="Install ${missing[*]} and try again; nothing was started. On Debian or Ubuntu: sudo apt-get install ${missing[*]}"
  command -v apt-get >/dev/null 2>&1 || fail "missing: ${missing[*]}, and there is no apt-get here. $how"
  can_be_root || fail "missing: ${missing[*]}, and installing needs root or sudo without a password. $how"
  say "Installing ${missing[*]} (half a minute or so)"
  install_packages "${missing[@]}" || fail "installing ${missing[*]} did not work, see $STATE/install.log. $how"
  mapfile -t missing < <(missing_packages "$@")
  ((${#missing[@]} == 0)) || fail "still missing after the installation: ${missing[*]}, see $STATE/install.log."
}

can_be_root() { ((EUID == 0)) || sudo -n true 2>/dev/null; }

as_root() {
  if ((EUID == 0)); then "$@"; else sudo -n "$@"; fi
}

install_packages() {
  make_state_folder
  as_root bash "$ROOT/scripts/install-packages.sh" "$@" 2>&1 |
    tee "$STATE/install.log" |
    sed -un 's/^Get:[0-9]* .* \([a-z][^ ]*\) \(amd64\|all\|arm64\) .*/  fetching \1/p; s/^Setting up \([^ ]*\).*/  setting up \1/p; s/^E: /  /p'
}
