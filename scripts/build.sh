# shellcheck shell=bash
# Builds the parts of the repository, with progress, and leaves no compiler process behind.

CLI_DLL="$ROOT/cli/bin/Debug/net10.0/regio-cli.dll"
HOST_DLL="$ROOT/AppHost/bin/Debug/net10.0/AppHost.dll"

# Sources of what runs; a change in one of them means building again.
SUITE_SOURCES=(AppHost ServiceDefaults protos services cli standins
  Directory.Build.props Directory.Build.targets Directory.Packages.props global.json .editorconfig)

# Compiles one project with what it refers to.
build_project() {
  local project="$1" configuration="${2:-Debug}" log="$STATE/build.log" result=0
  make_state_folder
  say "Building ${project#"$ROOT"/}$([[ -d $ROOT/protos/obj ]] || printf ' (the first time takes a minute or two)')"
  dotnet build "$ROOT/${project#"$ROOT"/}" -c "$configuration" -nologo -v minimal -tl:off -nodeReuse:false \
    -p:UseSharedCompilation=true -p:SharedCompilationId="regio-$$" 2>&1 9>&- | tee "$log" | build_progress || result=$?
  end_compiler
  ((result == 0)) || {
    grep -E '(error|warning) [A-Z]+[0-9]+' "$log" | sort -u | sed -n 1,20p >&2 || tail -n 20 "$log" >&2
    warn "the build failed; all of its output is in $log"
  }
  return "$result"
}

build_progress() {
  sed -un 's/^ *Restored .*\/\([^/]*\)\.csproj .*/  restored \1/p; s/^ *\([^ ]*\) -> .*\.dll$/  built \1/p'
}

# The compiler server of this build alone: it carries our id on its command line.
end_compiler() {
  local line pid
  for line in /proc/[0-9]*/cmdline; do
    pid="${line#/proc/}"
    pid="${pid%/cmdline}"
    if tr '\0' ' ' 2>/dev/null <"$line" | grep -q -- "-pipename:regio-$$ *$"; then
      kill "$pid" 2>/dev/null || true
    fi
  done
}

# Builds the app host with what it starts, and the client, unless nothing changed since the last time.
build_suite() {
  local stamp="$STATE/suite.stamp"
  if [[ -r $stamp && "$(cat "$stamp")" == "$(suite_fingerprint)" ]]; then
    return 0
  fi
  build_project AppHost/AppHost.csproj
  build_project cli/Cli.csproj
  suite_fingerprint >"$stamp"
}

build_cli() {
  local stamp="$STATE/suite.stamp"
  if [[ -f $CLI_DLL && -r $stamp && "$(cat "$stamp")" == "$(suite_fingerprint)" ]]; then
    return 0
  fi
  build_project cli/Cli.csproj >&2
}

# Names, times and sizes of the sources and of what was built from them.
suite_fingerprint() {
  (
    cd "$ROOT" || exit 1
    local present=() path
    for path in "${SUITE_SOURCES[@]}"; do
      if [[ -e $path ]]; then present+=("$path"); fi
    done
    {
      find "${present[@]}" \( -name bin -o -name obj \) -prune -o -type f -printf '%p %T@ %s\n'
      find "$HOST_DLL" "$CLI_DLL" services/*/bin/Debug/net10.0/*.dll -printf '%p %T@\n' 2>/dev/null || true
    } | LC_ALL=C sort | sha256sum
  )
}
