#!/usr/bin/env bash
# Adds a migration to both databases:   ./migrate.sh AddSomething
# Says whether one is missing:          ./migrate.sh --check
# Before the first release only, writes the initial migration anew: ./migrate.sh --reset
set -euo pipefail
cd "$(dirname "$0")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1
version=10.0.15
[ -x .tools/dotnet-ef ] || dotnet tool install dotnet-ef --version "$version" --tool-path .tools >/dev/null
dotnet build src/EssConsult.Web -nologo -v q -clp:ErrorsOnly

ef() {
  local provider=$1; shift
  .tools/dotnet-ef "$@" --no-build --project "src/Migrations/EssConsult.Migrations.$provider" --startup-project src/EssConsult.Web -- --provider "$provider"
}

case "${1:-}" in
  "") sed -n 2,4p "$0"; exit 2 ;;
  --check) for provider in Sqlite PostgreSql; do ef "$provider" migrations has-pending-model-changes; done ;;
  --reset)
    rm -f src/Migrations/EssConsult.Migrations.*/Migrations/*_Initial*.cs src/Migrations/EssConsult.Migrations.*/Migrations/SiteDbModelSnapshot.cs
    dotnet build src/EssConsult.Web -nologo -v q -clp:ErrorsOnly
    for provider in Sqlite PostgreSql; do ef "$provider" migrations add Initial -o Migrations; done
    dotnet build src/EssConsult.Web -nologo -v q -clp:ErrorsOnly ;;
  *) for provider in Sqlite PostgreSql; do ef "$provider" migrations add "$1" -o Migrations; done ;;
esac
