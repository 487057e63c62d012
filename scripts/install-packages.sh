#!/usr/bin/env bash
# Run as root: installs Debian packages without letting them start or enable a server of the whole machine.
# Regio runs servers of its own as child processes, so those would only take memory and ports.
set -euo pipefail

policy=/usr/sbin/policy-rc.d
cluster_setting=/etc/postgresql-common/createcluster.d/regio.conf
saved=''

restore() {
  rm -f "$policy" "$cluster_setting"
  if [[ -n $saved ]]; then mv "$saved" "$policy"; fi
}

absent() { ! dpkg-query -W -f '${Status}' "$1" 2>/dev/null | grep -q ' installed'; }

units=()
if absent rabbitmq-server; then units+=(rabbitmq-server.service); fi
if absent erlang-base; then units+=(epmd.socket epmd.service); fi
if absent postgresql; then units+=(postgresql.service); fi

if [[ -e $policy ]]; then
  saved="$policy.before-regio"
  mv "$policy" "$saved"
fi
trap restore EXIT
printf '#!/bin/sh\nexit 101\n' >"$policy"
chmod 0755 "$policy"
mkdir -p "$(dirname "$cluster_setting")"
echo 'create_main_cluster = false' >"$cluster_setting"

export DEBIAN_FRONTEND=noninteractive
install=(apt-get install -y -q --no-install-recommends "$@")
"${install[@]}" </dev/null || {
  echo 'Refreshing the package lists, then trying again.'
  apt-get update -q
  "${install[@]}" </dev/null
}

if command -v systemctl >/dev/null 2>&1 && ((${#units[@]})); then
  systemctl disable --quiet "${units[@]}" >/dev/null 2>&1 || true
fi
