# shellcheck shell=bash
# Makes a migration of a service with dotnet ef, from what its model says.

add_migration() {
  local service="$1" name="$2" project="$ROOT/services/$1"
  [[ -d $project/Persistence/Migrations ]] || usage_error "migration: '$service' is none of $(services_with_migrations)"
  [[ $name =~ ^[A-Z][A-Za-z0-9]+$ ]] || usage_error "migration: '$name' is no name such as ProviderVisits"
  require_sdk
  # The service reads its settings at its start, which is as far as it gets; none of them leads anywhere.
  # Two keys that differ, as a vault asks for.
  local key lookup
  key="$(head -c 32 /dev/zero | base64)"
  lookup="$(head -c 33 /dev/zero | base64)"
  export EfDesign=true ASPNETCORE_ENVIRONMENT=Development Authentication__Authority=https://none ConnectionStrings__bus=amqp://none
  export "ConnectionStrings__${service,,}db=Host=none" Vault__Keys__a="$key" Vault__CurrentKey=a Vault__LookupKey="$lookup"
  (
    cd "$ROOT"
    dotnet tool restore
    dotnet restore "$project" -v quiet
    dotnet ef migrations add "$name" --project "$project" --output-dir Persistence/Migrations
    # The tool writes a byte-order mark, unlike everything else that writes files here.
    sed -i "1s/^\xEF\xBB\xBF//" "$project"/Persistence/Migrations/*_"$name"*.cs "$project"/Persistence/Migrations/*Snapshot.cs
    # Each migration comes with a copy of the whole model, which costs more to compile than the service does, and which nothing here reads.
    sed -i -e '/\/\/\/ <inheritdoc \/>/,/^        }$/d' -e '/^using /{/\.\(Infrastructure\|Migrations\);$/!d}' "$project"/Persistence/Migrations/*_"$name".Designer.cs
  )
}

services_with_migrations() {
  local folder
  for folder in "$ROOT"/services/*/Persistence/Migrations; do
    basename "$(dirname "$(dirname "$folder")")"
  done | paste -sd ' '
}
